package io.headgate.brokers.paper.internal;

import static io.headgate.brokers.paper.internal.PaperSession.limit;
import static io.headgate.brokers.paper.internal.PaperSession.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.execution.ExecType;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of an order that is replaced. */
class PaperReplaceTest extends PaperStage {

  @Test
  void aReplaceMovesTheEndOfAnOrder() {
    long first = session.clock.epochNanos() + Duration.ofMinutes(1).toNanos();
    long second = first + Duration.ofMinutes(1).toNanos();
    ClOrdId id = session.send(until(first));
    ClOrdId next = session.replace(id, until(second));
    session.settle();

    session.timers.advanceTo(second - 1);
    assertThat(session.snapshot().openOrders()).containsOnlyKeys(next);
    session.timers.advanceTo(second);

    assertThat(last(next).execType()).isEqualTo(ExecType.EXPIRED);
  }

  @Test
  void aReplaceToWhatIsFilledFinishesTheOrder() {
    session.quote("99", 10, "100", 4);
    ClOrdId id = session.buy(10, "100", GTC);
    session.settle();
    ClOrdId request = session.replace(id, limit(Side.BUY, 4, "100", GTC));
    session.settle();

    assertThat(last(request).execType()).isEqualTo(ExecType.REPLACED);
    assertThat(last(request).ordStatus()).isEqualTo(OrdStatus.FILLED);
    assertThat(session.snapshot().openOrders()).isEmpty();
  }

  @Test
  void aReplaceIntoTheMarketTradesAtOnceUnderItsNewId() {
    session.quote("99", 10, "100", 10);
    ClOrdId id = session.buy(5, "98", GTC);
    session.settle();
    ClOrdId request = session.replace(id, limit(Side.BUY, 5, "100", GTC));
    session.settle();

    assertTrades("5@100 " + request);
    assertThat(trades().get(0).venueOrderId())
        .isEqualTo(session.reports.of(id).get(0).venueOrderId());
  }

  @Test
  void onlyADecreaseKeepsThePlaceInTheQueue() {
    session.quote("99", 10, "101", 10);
    ClOrdId first = session.buy(5, "100", GTC);
    ClOrdId second = session.buy(5, "100", GTC);
    ClOrdId third = session.buy(5, "100", GTC);
    session.settle();
    ClOrdId smaller = session.replace(first, limit(Side.BUY, 3, "100", GTC));
    ClOrdId larger = session.replace(second, limit(Side.BUY, 6, "100", GTC));
    session.settle();

    session.quote("99", 10, "100", 100);

    assertTrades("3@100 " + smaller, "5@100 " + third, "6@100 " + larger);
  }

  @ParameterizedTest
  @CsvSource({"BOLT.SIM, BUY, ACC1", "ACME.SIM, SELL, ACC1", "ACME.SIM, BUY, ACC2"})
  void whatAnOrderIsCannotBeReplaced(String instrument, Side side, String account) {
    ClOrdId id = session.buy(5, "90", GTC);
    session.settle();
    NewOrder other =
        NewOrder.limit(
            Originator.strategy(account, "s1"),
            InstrumentId.parse(instrument),
            side,
            5 * Fixed.ONE,
            90 * Fixed.ONE,
            GTC);
    ClOrdId request = session.replace(id, other);
    session.settle();

    assertThat(last(request).execType()).isEqualTo(ExecType.CANCEL_REJECTED);
    assertThat(last(request).ordStatus()).isEqualTo(OrdStatus.NEW);
    assertThat(session.snapshot().openOrders()).containsOnlyKeys(id);
  }

  @Test
  void anyIdOfTheChainFindsTheOrder() {
    ClOrdId id = session.buy(5, "90", GTC);
    ClOrdId next = session.replace(id, limit(Side.BUY, 6, "90", GTC));
    ClOrdId request = session.cancel(id, limit(Side.BUY, 6, "90", GTC));
    session.settle();

    assertThat(last(request).execType()).isEqualTo(ExecType.CANCELED);
    for (ClOrdId any : List.of(id, next, request)) {
      session.broker.requestStatus(any, PaperSession.ACME.id(), Side.BUY);
      session.settle();
      assertThat(session.reports.last().clOrdId()).isEqualTo(next);
      assertThat(session.reports.last().ordStatus()).isEqualTo(OrdStatus.CANCELED);
    }
  }
}
