package io.headgate.brokers.paper.internal;

import static io.headgate.brokers.paper.internal.PaperSession.limit;
import static io.headgate.brokers.paper.internal.PaperSession.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.execution.ExecType;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.OrdType;
import io.headgate.model.order.OrderCommand;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the venue refuses, and what it says when it is asked. */
class PaperAnswersTest extends PaperStage {

  @ParameterizedTest
  @CsvSource({
    "ACME.SIM, ACC1, 5, 100.005, DAY, tick",
    "ACME.SIM, ACC1, 5.5, 100, DAY, lot",
    "EURUSD.SIM, ACC1, 1500, 1.1, DAY, lot",
    "ACME.SIM, NOBODY, 5, 100, DAY, unknown account NOBODY",
    "NOSUCH.SIM, ACC1, 5, 100, DAY, unknown instrument NOSUCH.SIM",
    "ACME.SIM, ACC1, 5, 0, DAY, above 0",
    "ACME.SIM, ACC1, 5, -1, DAY, above 0",
    "ACME.SIM, ACC1, 5, 100, GTD, expire time"
  })
  void termsThatTheVenueDoesNotTakeAreRefusedWithTheReason(
      String instrument,
      String account,
      String quantity,
      String price,
      TimeInForce tif,
      String why) {
    NewOrder bad =
        new NewOrder(
            Originator.trader(account, "ann"),
            "",
            InstrumentId.parse(instrument),
            Side.BUY,
            OrdType.LIMIT,
            Fixed.parse(quantity),
            Fixed.parse(price),
            tif,
            tif == TimeInForce.GTD ? session.clock.epochNanos() : 0,
            "");
    ClOrdId id = session.send(bad);
    session.settle();

    assertThat(session.reports.all()).hasSize(1);
    assertThat(last(id).execType()).isEqualTo(ExecType.REJECTED);
    assertThat(last(id).text()).contains(why);
    assertThat(session.snapshot().openOrders()).isEmpty();
    assertDuplicate(id);
  }

  private void assertDuplicate(ClOrdId id) {
    session.reports.clear();
    session.command(new OrderCommand.Send(id, "paper", limit(Side.BUY, 5, "90", DAY)));
    session.settle();
    assertThat(last(id).text()).contains("duplicate");
    assertThat(session.snapshot().openOrders()).isEmpty();
  }

  @Test
  void idsOfCancelsAndReplacesAreUsedUpToo() {
    session.quote("99", 10, "100", 10);
    ClOrdId order = session.buy(5, "98", GTC);
    ClOrdId lost = session.cancel(new ClOrdId("N9", 1, 1), limit(Side.BUY, 5, "98", GTC));
    ClOrdId replace = session.replace(order, limit(Side.BUY, 6, "98", GTC));
    ClOrdId refused = session.replace(order, limit(Side.SELL, 6, "98", GTC));
    session.settle();
    ClOrdId cancel = session.cancel(replace, limit(Side.BUY, 6, "98", GTC));
    session.settle();

    for (ClOrdId used : List.of(order, lost, replace, refused, cancel)) {
      assertDuplicate(used);
    }
  }

  @Test
  void aStatusRequestDoesNotOvertakeTheOrder() {
    ClOrdId id = session.buy(5, "90", GTC);
    session.broker.requestStatus(id, PaperSession.ACME.id(), Side.BUY);
    session.settle();

    assertThat(session.reports.of(id))
        .extracting(ExecutionReport::execType)
        .containsExactly(ExecType.NEW, ExecType.ORDER_STATUS);
    assertThat(session.reports.last().ordStatus()).isEqualTo(OrdStatus.NEW);
  }

  @Test
  void whatWasRefusedIsSaidAgainWhenAsked() {
    ClOrdId id = session.buy(5, "90.001", GTC);
    session.broker.requestStatus(id, PaperSession.ACME.id(), Side.BUY);
    session.settle();

    ExecutionReport status = session.reports.last();
    assertThat(status.execType()).isEqualTo(ExecType.ORDER_STATUS);
    assertThat(status.ordStatus()).isEqualTo(OrdStatus.REJECTED);
    assertThat(status.text()).contains("tick");
  }

  @Test
  void everyHundredthOrAllOrNoneAreRefusedByChance() {
    PaperSession strict = new PaperSession(PaperSession.settings(folder.resolve("a"), 0, 100, 1));
    ClOrdId id = strict.buy(5, "90", GTC);
    strict.settle();
    assertThat(strict.reports.of(id)).hasSize(1);
    assertThat(strict.reports.last().execType()).isEqualTo(ExecType.REJECTED);

    PaperSession some = new PaperSession(PaperSession.settings(folder.resolve("b"), 0, 10, 1));
    for (int i = 0; i < 2_000; i++) {
      some.buy(1, "90", GTC);
    }
    some.settle();
    // Binomial with n = 2000, p = 0.1: mean 200, standard deviation 13.4; five of those each way.
    assertThat(some.reports.of(ExecType.REJECTED).size()).isBetween(133, 267);
  }
}
