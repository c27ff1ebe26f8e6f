package io.headgate.model.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.number.Fixed;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTest {

  private static final InstrumentId ACME = InstrumentId.parse("ACME.SIM");
  private static final Originator BY = Originator.strategy("ACC1", "s1");
  private static final ClOrdId ID = new ClOrdId("N1", 1, 1);

  private static NewOrder order(OrdType type, long quantity, long price, TimeInForce tif, long at) {
    return new NewOrder(BY, "", ACME, Side.BUY, type, quantity, price, tif, at, "");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void aQuantityMustBeAboveZero(long quantity) {
    assertThatThrownBy(() -> order(OrdType.LIMIT, quantity, 1, TimeInForce.DAY, 0))
        .hasMessageContaining("quantity");
    assertThatThrownBy(() -> new ReplaceOrder(BY, "", ID, quantity, 1))
        .hasMessageContaining("quantity");
  }

  @Test
  void whatCannotBeIsRefusedByName() {
    assertThatThrownBy(() -> order(OrdType.MARKET, 1, 1, TimeInForce.IOC, 0))
        .hasMessageContaining("limitPrice");
    assertThatThrownBy(() -> order(OrdType.LIMIT, 1, 1, TimeInForce.GTD, 0))
        .hasMessageContaining("expireTime");
    NewOrder fine = order(OrdType.LIMIT, 1, 1, TimeInForce.GTD, 5);
    assertThat(fine.withIdempotencyKey("k".repeat(64)).idempotencyKey()).hasSize(64);
    assertThatThrownBy(() -> fine.withIdempotencyKey("k".repeat(65)))
        .hasMessageContaining("idempotencyKey");
  }

  @Test
  void aKeyChangesNothingElse() {
    NewOrder order = order(OrdType.LIMIT, 7, 8, TimeInForce.GTD, 9);

    assertThat(order.withIdempotencyKey("k").withIdempotencyKey("")).isEqualTo(order);
  }

  @ParameterizedTest
  @EnumSource(OrdStatus.class)
  void leavesAreWhatCanStillFill(OrdStatus status) {
    NewOrder request = order(OrdType.LIMIT, 10 * Fixed.ONE, 1, TimeInForce.DAY, 0);
    Order order = new Order(ID, ID, request, "b", status, 4 * Fixed.ONE, 0, "", 0, 0, "");

    assertThat(order.leavesQty()).isEqualTo(status.isTerminal() ? 0 : 6 * Fixed.ONE);
  }

  @Test
  void anOverfillLeavesNothing() {
    NewOrder request = order(OrdType.LIMIT, 10, 1, TimeInForce.DAY, 0);
    Order order = new Order(ID, ID, request, "b", OrdStatus.NEW, 12, 0, "", 0, 0, "");

    assertThat(order.leavesQty()).isZero();
  }

  @Test
  void codesAreDistinct() {
    assertThat(Arrays.stream(OrdStatus.values()).map(OrdStatus::code)).doesNotHaveDuplicates();
    assertThat(Arrays.stream(TimeInForce.values()).map(TimeInForce::fix)).doesNotHaveDuplicates();
    assertThat(Side.BUY.sign() + Side.SELL.sign()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "123456789012345678901234567890123"})
  void namesOfAnOriginatorAreBounded(String name) {
    assertThatThrownBy(() -> Originator.trader(name, "ann")).hasMessageContaining("account");
    assertThatThrownBy(() -> Originator.trader("ACC1", name)).hasMessageContaining("trader");
    assertThatThrownBy(() -> Originator.strategy("ACC1", name)).hasMessageContaining("strategy");
  }
}
