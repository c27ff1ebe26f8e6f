package io.headgate.engine.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.internal.order.OrderState;
import io.headgate.model.decision.Decision;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrderCommand;
import io.headgate.model.order.OrderIntent;
import io.headgate.model.order.Originator;
import io.headgate.model.order.ReplaceOrder;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.fake.RecordingAlarms;
import io.headgate.testkit.fake.UnlimitedRights;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OrderLedgerTest {

  private static final Originator TOM = Originator.trader("ACC1", "tom");
  private static final ClOrdId FIRST = new ClOrdId("N1", 1, 1);
  private static final ClOrdId SECOND = new ClOrdId("N1", 1, 2);

  private final OrderLedger ledger =
      new OrderLedger(
          new EngineState(new FakeReferenceData(), new RecordingAlarms(), 10, "USD"),
          new UnlimitedRights());

  private static NewOrder buy(long quantity) {
    return NewOrder.limit(
        TOM,
        FakeReferenceData.ACME.id(),
        Side.BUY,
        quantity * Fixed.ONE,
        99 * Fixed.ONE,
        TimeInForce.GTC);
  }

  private static Decision accepted(ClOrdId id, OrderIntent intent) {
    return new Decision(id, 1, 1_000, intent, true, List.of(), "", "sim");
  }

  @Test
  void aReplaceThatWasNotSentGivesBackNoMoreThanItsOrderStillHolds() {
    NewOrder ten = buy(10);
    NewOrder twenty = buy(20);
    OrderState order =
        Objects.requireNonNull(
            ledger.decided(accepted(FIRST, ten), new OrderCommand.Send(FIRST, "sim", ten)));
    ReplaceOrder replace = new ReplaceOrder(TOM, "", FIRST, 20 * Fixed.ONE, 99 * Fixed.ONE);
    ledger.decided(
        accepted(SECOND, replace), new OrderCommand.Replace(SECOND, FIRST, "sim", twenty));
    assertThat(order.reserved()).isEqualTo(20 * Fixed.ONE);
    // It was filled beyond its first quantity meanwhile.
    order.reserve(-15 * Fixed.ONE);

    ledger.notSent(SECOND, "no connection", 2_000);

    assertThat(order.reserved()).isZero();
    assertThat(order.pendingReplace()).isNull();
  }
}
