package io.headgate.brokers.paper.internal;

import static io.headgate.brokers.paper.internal.PaperSession.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.execution.ExecType;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.market.Quote;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.OrdType;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.testkit.fake.FakeReferenceData;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What trades, at which price, and who comes first. */
class PaperFillsTest extends PaperStage {

  @Test
  void nothingArrivesBeforeTheLatencyHasPassed() {
    session.quote("99", 10, "100", 10);
    session.buy(5, "100", DAY);

    session.timers.advance(PaperSession.LATENCY.minusNanos(1));
    assertThat(session.reports.all()).isEmpty();
    assertThat(session.snapshot().openOrders()).isEmpty();

    session.timers.advance(Duration.ofNanos(1));
    assertTrades("5@100 N1-1-1");
  }

  @Test
  void theMarketThatCountsIsThatOfTheArrival() {
    session.quote("99", 10, "100", 10);
    session.buy(5, "100", DAY);
    session.quote("99", 10, "101", 10);
    session.settle();

    assertThat(trades()).isEmpty();
  }

  @Test
  void theDisplayedSizeIsUsedUpAndTheRestWaitsForTheMarketAtItsLimit() {
    session.quote("99", 10, "100", 8);
    session.buy(5, "100.5", GTC);
    session.buy(5, "100.5", GTC);
    session.settle();
    assertTrades("5@100 N1-1-1", "3@100 N1-1-2");

    session.quote("99", 10, "100.51", 8);
    assertThat(trades()).hasSize(2);
    session.quote("99", 10, "100.5", 8);
    assertTrades("5@100 N1-1-1", "3@100 N1-1-2", "2@100.5 N1-1-2");
    assertThat(last(new ClOrdId("N1", 1, 2)).ordStatus()).isEqualTo(OrdStatus.FILLED);
  }

  @Test
  void betterPricesGoFirstThenEarlierOrders() {
    session.quote("99", 10, "101", 10);
    session.buy(1, "100", GTC);
    session.buy(2, "100.2", GTC);
    session.buy(3, "100.2", GTC);
    session.settle();

    session.quote("99", 10, "100", 4);
    assertTrades("2@100.2 N1-1-2", "2@100.2 N1-1-3");
    session.quote("99", 10, "100", 10);
    assertTrades("2@100.2 N1-1-2", "2@100.2 N1-1-3", "1@100.2 N1-1-3", "1@100 N1-1-1");
  }

  @Test
  void sellsAreServedFromTheLowestPriceUp() {
    session.quote("99", 10, "101", 10);
    session.sell(1, "100.2", GTC);
    session.sell(1, "100", GTC);
    session.settle();

    session.quote("100.3", 10, "101", 10);

    assertTrades("1@100 N1-1-2", "1@100.2 N1-1-1");
  }

  @Test
  void aTradeThroughTheLimitFillsUpToItsSize() {
    session.quote("99", 10, "101", 10);
    session.buy(5, "100", GTC);
    session.sell(5, "100.5", GTC);
    session.settle();

    session.trade("100.2", 50);
    assertThat(trades()).isEmpty();
    session.trade("99.9", 3);
    assertTrades("3@100 N1-1-1");
    session.trade("100.5", 2);
    assertTrades("3@100 N1-1-1", "2@100.5 N1-1-2");
  }

  @Test
  void aBarFillsWhatItsRangeHasTouched() {
    session.bar("100", "100", "100", "100", 5);
    session.buy(5, "99", GTC);
    session.sell(5, "101", GTC);
    session.settle();

    session.bar("100", "101", "99.01", "100", 100);
    assertTrades("5@101 N1-1-2");
    session.bar("100", "100", "98", "99.5", 100);
    assertTrades("5@101 N1-1-2", "5@99 N1-1-1");
  }

  @Test
  void withoutQuotesTheLastPrintStandsForBothSides() {
    session.trade("100", 1);
    session.buy(500, "100", DAY);
    session.settle();
    assertTrades("500@100 N1-1-1");

    session.quote("99", 10, "101", 10);
    session.trade("95", 1);
    session.buy(10, "100", DAY);
    session.settle();
    assertThat(trades()).as("a print does not replace a quote").hasSize(1);
  }

  @Test
  void aSizeThatTheFeedDoesNotGiveIsEnough() {
    session.quote("99", 0, "100", 0);
    session.buy(1_000_000, "100", TimeInForce.FOK);
    session.settle();

    assertTrades("1000000@100 N1-1-1");
  }

  @Test
  void aSideThatIsNotThereFillsNothing() {
    session.quote("99", 10, "0", 0);
    ClOrdId market = session.send(market(TimeInForce.IOC, 5));
    session.buy(5, "1000", GTC);
    session.settle();

    assertThat(trades()).isEmpty();
    assertThat(last(market).ordStatus()).isEqualTo(OrdStatus.CANCELED);
    assertThat(session.snapshot().openOrders()).hasSize(1);
  }

  private static NewOrder market(TimeInForce timeInForce, long units) {
    return new NewOrder(
        Originator.strategy("ACC1", "s1"),
        "",
        PaperSession.ACME.id(),
        Side.BUY,
        OrdType.MARKET,
        units * Fixed.ONE,
        0,
        timeInForce,
        0,
        "");
  }

  @Test
  void aMarketOrderOfTheDayTakesTheNextQuotesToo() {
    session.quote("99", 10, "100", 4);
    session.buy(5, "100.4", GTC);
    session.send(market(DAY, 10));
    session.settle();
    assertTrades("4@100 N1-1-1");

    session.quote("99", 10, "102", 7);
    session.quote("99", 10, "103", 7);

    assertTrades("4@100 N1-1-1", "7@102 N1-1-2", "3@103 N1-1-2");
  }

  @Test
  void feesAreTakenFromTheNotionalWithItsMultiplier() {
    long now = session.clock.epochNanos();
    session.market(
        new Quote(
            FakeReferenceData.FUTURE.id(),
            now,
            now,
            Fixed.parse("4999"),
            0,
            Fixed.parse("5000"),
            0));
    session.send(order(FakeReferenceData.FUTURE, Side.BUY, 3, "5000", DAY));
    session.settle();

    ExecutionReport trade = trades().get(0);
    // 3 x 5000 x 50 = 750,000; 0.2 ten-thousandths of it is 15.
    assertThat(Fixed.formatAmount(trade.fee())).isEqualTo("15");
    assertThat(trade.feeCurrency()).isEqualTo("USD");
  }

  @Test
  void partialFillsAreWholeLotsAndEnd() {
    PaperSession cutting = new PaperSession(PaperSession.settings(folder.resolve("c"), 100, 0, 1));
    cutting.quote("99", 1_000, "100", 1_000);
    cutting.buy(100, "100", GTC);
    cutting.settle();
    List<ExecutionReport> first = cutting.reports.of(ExecType.TRADE);
    assertThat(first).hasSize(1);
    assertThat(first.get(0).lastQty()).isLessThan(100 * Fixed.ONE);

    for (int i = 0; i < 100; i++) {
      cutting.quote("99", 1_000, "100", 1_000);
    }

    assertThat(cutting.reports.of(ExecType.TRADE)).hasSizeGreaterThan(2);
    assertThat(cutting.reports.of(ExecType.TRADE)).allMatch(t -> t.lastQty() % Fixed.ONE == 0);
    assertThat(cutting.reports.last().ordStatus()).isEqualTo(OrdStatus.FILLED);
  }

  @Test
  void moneyThatDoesNotFitTheNumbersDoesNotTrade() {
    session.quote("9000000000", 0, "9000000000", 0);
    ClOrdId id = session.sell(9_000_000_000L, "1", TimeInForce.IOC);
    session.settle();

    assertThat(trades()).isEmpty();
    assertThat(last(id).ordStatus()).isEqualTo(OrdStatus.CANCELED);
  }

  @Test
  void aPositionThatDoesNotFitTheNumbersIsNotTaken() {
    session.quote("0.01", 0, "0.02", 0);
    for (int i = 0; i < 2; i++) {
      session.sell(9_000_000_000L, "0.01", TimeInForce.IOC);
    }
    session.settle();

    assertThat(trades()).hasSize(1);
    assertThat(session.reports.last().ordStatus()).isEqualTo(OrdStatus.CANCELED);
    assertThat(session.snapshot().positions().values())
        .containsExactly(-9_000_000_000L * Fixed.ONE);
  }
}
