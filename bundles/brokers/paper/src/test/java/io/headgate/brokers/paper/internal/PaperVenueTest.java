package io.headgate.brokers.paper.internal;

import static io.headgate.brokers.paper.internal.PaperSession.limit;
import static io.headgate.brokers.paper.internal.PaperSession.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.execution.ExecType;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.Quote;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.OrdType;
import io.headgate.model.order.OrderCommand;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.testkit.fake.FakeNodeInfo;
import io.headgate.testkit.fake.FakeReferenceData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperVenueTest {

  private static final TimeInForce DAY = TimeInForce.DAY;
  private static final TimeInForce GTC = TimeInForce.GTC;

  @TempDir Path folder;
  private PaperSession session;

  @BeforeEach
  void start() {
    session = new PaperSession(PaperSession.settings(folder, 0, 0, 1));
  }

  private List<ExecutionReport> trades() {
    return session.reports.of(ExecType.TRADE);
  }

  private ExecutionReport last(ClOrdId id) {
    List<ExecutionReport> reports = session.reports.of(id);
    assertThat(reports).as("reports of %s", id).isNotEmpty();
    return reports.get(reports.size() - 1);
  }

  private void assertTrades(String... quantityAtPrice) {
    assertThat(trades())
        .extracting(
            t -> Fixed.format(t.lastQty()) + "@" + Fixed.format(t.lastPx()) + " " + t.clOrdId())
        .containsExactly(quantityAtPrice);
  }

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
  void anOrderOfTheDayEndsAtTheRollOfItsCalendar() {
    NewOrder pair = order(FakeReferenceData.EURUSD, Side.BUY, 1, "1", DAY);
    ClOrdId id = session.send(pair);
    ClOrdId good = session.send(order(FakeReferenceData.EURUSD, Side.BUY, 1, "1", GTC));
    session.settle();
    long roll = FakeReferenceData.FX.nextRoll(session.clock.epochNanos());

    session.timers.advanceTo(roll - 1);
    assertThat(session.snapshot().openOrders()).containsOnlyKeys(id, good);
    session.timers.advanceTo(roll);

    assertThat(session.snapshot().openOrders()).containsOnlyKeys(good);
    assertThat(last(id).execType()).isEqualTo(ExecType.EXPIRED);
    assertThat(last(id).ordStatus()).isEqualTo(OrdStatus.EXPIRED);
  }

  @Test
  void anOrderWithADateEndsThenEvenAfterAKill() {
    long end = session.clock.epochNanos() + Duration.ofMinutes(1).toNanos();
    NewOrder base = limit(Side.BUY, 5, "90", GTC);
    ClOrdId id =
        session.send(
            new NewOrder(
                base.originator(),
                "",
                base.instrument(),
                base.side(),
                base.type(),
                base.quantity(),
                base.limitPrice(),
                TimeInForce.GTD,
                end,
                ""));
    session.settle();
    session.killAndRestart();

    session.timers.advanceTo(end - 1);
    assertThat(session.snapshot().openOrders()).containsOnlyKeys(id);
    session.timers.advanceTo(end);

    assertThat(last(id).execType()).isEqualTo(ExecType.EXPIRED);
    assertThat(session.snapshot().openOrders()).isEmpty();
  }

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

  private static NewOrder until(long end) {
    NewOrder base = limit(Side.BUY, 5, "90", GTC);
    return new NewOrder(
        base.originator(),
        "",
        base.instrument(),
        base.side(),
        base.type(),
        base.quantity(),
        base.limitPrice(),
        TimeInForce.GTD,
        end,
        "");
  }

  @Test
  void whatExpiredWhileTheNodeWasDownEndsAtItsStart() {
    ClOrdId id = session.buy(5, "90", DAY);
    session.settle();
    session.kill();
    session.clock.advance(Duration.ofDays(2));
    session.restart();
    session.timers.runDue();

    assertThat(last(id).execType()).isEqualTo(ExecType.EXPIRED);
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
  void stoppingLetsWhatIsOnTheWayArrive() {
    session.quote("99", 10, "100", 10);
    ClOrdId id = session.buy(5, "100", GTC);

    session.broker.stop();

    assertThat(last(id).ordStatus()).isEqualTo(OrdStatus.FILLED);
  }

  @Test
  void aKillLosesWhatIsOnTheWay() {
    session.quote("99", 10, "100", 10);
    ClOrdId id = session.buy(5, "100", GTC);
    session.killAndRestart();
    session.settle();
    assertThat(session.reports.all()).isEmpty();

    session.broker.requestStatus(id, PaperSession.ACME.id(), Side.BUY);
    session.settle();

    assertThat(session.reports.last().ordStatus()).isEqualTo(OrdStatus.REJECTED);
    assertThat(session.reports.last().cumQty()).isZero();
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
  void aReplayKeepsNothing() throws Exception {
    Path untouched = folder.resolve("replay");
    PaperSession replay =
        new PaperSession(PaperSession.settings(untouched, 0, 0, 1), FakeNodeInfo.replay());
    replay.quote("99", 10, "100", 10);
    replay.buy(5, "100", GTC);
    replay.settle();

    assertThat(replay.reports.last().ordStatus()).isEqualTo(OrdStatus.FILLED);
    assertThat(Files.exists(untouched)).isFalse();
  }

  @Test
  void moneyThatDoesNotFitTheNumbersDoesNotTrade() {
    session.quote("9000000000", 0, "9000000000", 0);
    ClOrdId id =
        session.send(
            NewOrder.limit(
                Originator.strategy("ACC1", "s1"),
                PaperSession.ACME.id(),
                Side.SELL,
                9_000_000_000L * Fixed.ONE,
                Fixed.ONE,
                TimeInForce.IOC));
    session.settle();

    assertThat(trades()).isEmpty();
    assertThat(last(id).ordStatus()).isEqualTo(OrdStatus.CANCELED);
  }

  @Test
  void aPositionThatDoesNotFitTheNumbersIsNotTaken() {
    session.quote("0.01", 0, "0.02", 0);
    for (int i = 0; i < 2; i++) {
      session.send(
          NewOrder.limit(
              Originator.strategy("ACC1", "s1"),
              PaperSession.ACME.id(),
              Side.SELL,
              9_000_000_000L * Fixed.ONE,
              Fixed.parse("0.01"),
              TimeInForce.IOC));
    }
    session.settle();

    assertThat(trades()).hasSize(1);
    assertThat(session.reports.last().ordStatus()).isEqualTo(OrdStatus.CANCELED);
    assertThat(session.snapshot().positions().values())
        .containsExactly(-9_000_000_000L * Fixed.ONE);
  }
}
