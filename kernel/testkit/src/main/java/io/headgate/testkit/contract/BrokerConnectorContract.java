package io.headgate.testkit.contract;

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
import io.headgate.model.position.PositionKey;
import io.headgate.spi.broker.BrokerConnector;
import io.headgate.spi.broker.NotSentException;
import io.headgate.spi.broker.VenueSnapshot;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What {@link BrokerConnector} promises, and what FIX says of a venue's answers. */
public abstract class BrokerConnectorContract extends BrokerConnectorStage {

  private long position() {
    PositionKey key = new PositionKey("ACC1", ACME.id());
    return connector().snapshot().positions().getOrDefault(key, 0L);
  }

  @Test
  void hasANameAndServesSomething() {
    assertThat(connector().name()).matches("[a-z0-9-]{1,32}");
    assertThat(connector().serves("SIM")).isTrue();
    assertThat(connector().health()).isNotNull();
  }

  @Test
  void aRestingOrderIsAcceptedAndOpen() throws Exception {
    quote(ACME, "99.90", "100.10");
    ClOrdId id = send(limit(Side.BUY, 10, "99.50", TimeInForce.DAY));
    settle();

    ExecutionReport report = only(id);
    assertThat(report.execType()).isEqualTo(ExecType.NEW);
    assertThat(report.ordStatus()).isEqualTo(OrdStatus.NEW);
    assertThat(report.venueOrderId()).isNotBlank();
    assertThat(report.broker()).isEqualTo(connector().name());
    assertThat(report.cumQty()).isZero();
    assertThat(connector().snapshot().openOrders()).containsOnlyKeys(id);
    assertThat(connector().snapshot().openOrders()).containsEntry(id, 10 * Fixed.ONE);
  }

  @Test
  void aMarketableOrderFillsNoWorseThanItsLimit() throws Exception {
    quote(ACME, "99.90", "100.10");
    ClOrdId id = send(limit(Side.BUY, 10, "100.20", TimeInForce.DAY));
    settle();

    List<ExecutionReport> all = reports.of(id);
    assertThat(all.get(0).execType()).isEqualTo(ExecType.NEW);
    long cum = 0;
    for (ExecutionReport trade : all.subList(1, all.size())) {
      cum += trade.lastQty();
      assertThat(trade.execType()).isEqualTo(ExecType.TRADE);
      assertThat(trade.lastPx()).isPositive().isLessThanOrEqualTo(Fixed.parse("100.20"));
      assertThat(trade.cumQty()).isEqualTo(cum);
      assertThat(trade.tradeKey()).isNotBlank();
      assertThat(trade.tsEvent()).isLessThanOrEqualTo(clock.epochNanos());
      assertThat(trade.tradingDate()).isEqualTo(ACME.calendar().tradingDate(trade.tsEvent()));
    }
    assertThat(cum).isEqualTo(10 * Fixed.ONE);
    assertThat(reports.last().ordStatus()).isEqualTo(OrdStatus.FILLED);
    assertThat(position()).isEqualTo(10 * Fixed.ONE);
    assertThat(connector().snapshot().openOrders()).isEmpty();
  }

  @Test
  void aSellMakesAShortPosition() throws Exception {
    quote(ACME, "99.90", "100.10");
    send(limit(Side.SELL, 7, "99.80", TimeInForce.DAY));
    settle();

    assertThat(position()).isEqualTo(-7 * Fixed.ONE);
    assertThat(reports.of(ExecType.TRADE))
        .allMatch(trade -> trade.lastPx() >= Fixed.parse("99.80"));
  }

  @Test
  void aCancelEndsARestingOrder() throws Exception {
    quote(ACME, "99.90", "100.10");
    ClOrdId id = send(limit(Side.BUY, 10, "99.50", TimeInForce.GTC));
    settle();
    ClOrdId request = cancel(id, Side.BUY);
    settle();

    assertThat(only(request).execType()).isEqualTo(ExecType.CANCELED);
    assertThat(only(request).ordStatus()).isEqualTo(OrdStatus.CANCELED);
    assertThat(only(request).venueOrderId()).isEqualTo(only(id).venueOrderId());
    assertThat(connector().snapshot().openOrders()).isEmpty();
    quote(ACME, "98.00", "98.10");
    settle();
    assertThat(reports.of(ExecType.TRADE)).isEmpty();
  }

  @Test
  void whatIsFilledOrUnknownCannotBeCancelled() throws Exception {
    quote(ACME, "99.90", "100.10");
    ClOrdId id = send(limit(Side.BUY, 10, "100.20", TimeInForce.DAY));
    settle();
    ClOrdId late = cancel(id, Side.BUY);
    ClOrdId lost = cancel(new ClOrdId("N9", 1, 1), Side.BUY);
    settle();

    assertThat(only(late).execType()).isEqualTo(ExecType.CANCEL_REJECTED);
    assertThat(only(lost).execType()).isEqualTo(ExecType.CANCEL_REJECTED);
    assertThat(position()).isEqualTo(10 * Fixed.ONE);
  }

  @Test
  void aReplaceTakesOverUnderItsOwnClOrdId() throws Exception {
    quote(ACME, "99.90", "100.10");
    ClOrdId id = send(limit(Side.BUY, 10, "99.50", TimeInForce.GTC));
    settle();
    ClOrdId next = replace(id, limit(Side.BUY, 25, "99.60", TimeInForce.GTC));
    settle();

    assertThat(only(next).execType()).isEqualTo(ExecType.REPLACED);
    assertThat(only(next).venueOrderId()).isEqualTo(only(id).venueOrderId());
    assertThat(connector().snapshot().openOrders()).containsOnlyKeys(next);
    assertThat(connector().snapshot().openOrders()).containsEntry(next, 25 * Fixed.ONE);
    ClOrdId request = cancel(next, Side.BUY);
    settle();
    assertThat(only(request).execType()).isEqualTo(ExecType.CANCELED);
  }

  @Test
  void aReplaceKeepsWhatIsFilledAndCannotGoBelowIt() throws Exception {
    quote(ACME, "99.90", "100.10", 4 * Fixed.ONE);
    ClOrdId id = send(limit(Side.BUY, 10, "100.10", TimeInForce.GTC));
    settle();
    String venueOrderId = reports.of(id).get(0).venueOrderId();
    long done = filled(venueOrderId);
    assertThat(done).isBetween(Fixed.ONE, 9 * Fixed.ONE);

    ClOrdId below = replace(id, limit(Side.BUY, done / Fixed.ONE - 1, "99", TimeInForce.GTC));
    settle();
    assertThat(only(below).execType()).isEqualTo(ExecType.CANCEL_REJECTED);

    ClOrdId next = replace(id, limit(Side.BUY, 20, "99.00", TimeInForce.GTC));
    settle();
    assertThat(only(next).execType()).isEqualTo(ExecType.REPLACED);
    assertThat(only(next).cumQty()).isEqualTo(done);
    assertThat(connector().snapshot().openOrders()).containsEntry(next, 20 * Fixed.ONE - done);
  }

  @Test
  void aClOrdIdServesOnce() throws Exception {
    quote(ACME, "99.90", "100.10");
    NewOrder order = limit(Side.BUY, 10, "99.50", TimeInForce.GTC);
    ClOrdId id = send(order);
    settle();
    VenueSnapshot before = connector().snapshot();

    connector().send(new OrderCommand.Send(id, connector().name(), order));
    settle();

    assertThat(reports.last().execType()).isEqualTo(ExecType.REJECTED);
    assertThat(connector().snapshot()).isEqualTo(before);
  }

  @Test
  void statusOfWhatItNeverSaw() {
    ClOrdId id = new ClOrdId("N1", 1, 77);

    connector().requestStatus(id, ACME.id(), Side.BUY);
    settle();

    ExecutionReport report = only(id);
    assertThat(report.execType()).isEqualTo(ExecType.ORDER_STATUS);
    assertThat(report.ordStatus()).isEqualTo(OrdStatus.REJECTED);
    assertThat(report.cumQty()).isZero();
    assertThat(reports.all()).hasSize(1);
  }

  @Test
  void statusBringsEveryTradeAgainAndThenTheTruth() throws Exception {
    quote(ACME, "99.90", "100.10", 4 * Fixed.ONE);
    ClOrdId id = send(limit(Side.BUY, 10, "100.10", TimeInForce.GTC));
    settle();
    List<ExecutionReport> trades = reports.of(ExecType.TRADE);
    reports.clear();

    connector().requestStatus(id, ACME.id(), Side.BUY);
    settle();

    List<ExecutionReport> answer = reports.all();
    assertThat(answer.subList(0, answer.size() - 1))
        .extracting(ExecutionReport::tradeId, ExecutionReport::lastQty, ExecutionReport::lastPx)
        .isEqualTo(
            trades.stream()
                .map(t -> org.assertj.core.groups.Tuple.tuple(t.tradeId(), t.lastQty(), t.lastPx()))
                .toList());
    ExecutionReport status = reports.last();
    assertThat(status.execType()).isEqualTo(ExecType.ORDER_STATUS);
    assertThat(status.ordStatus()).isEqualTo(OrdStatus.PARTIALLY_FILLED);
    assertThat(status.cumQty()).isEqualTo(trades.get(trades.size() - 1).cumQty());
  }

  @Test
  void statusNamesTheLatestClOrdIdThatTheVenueHasAccepted() throws Exception {
    quote(ACME, "99.90", "100.10");
    ClOrdId first = send(limit(Side.BUY, 10, "99.50", TimeInForce.GTC));
    settle();
    ClOrdId taken = replace(first, limit(Side.BUY, 25, "99.60", TimeInForce.GTC));
    settle();
    ClOrdId refused = replace(taken, limit(Side.BUY, 30, "99.60", TimeInForce.GTC));
    settle();
    ClOrdId latest = only(refused).execType() == ExecType.REPLACED ? refused : taken;
    for (ClOrdId asked : List.of(first, taken, latest)) {
      reports.clear();

      connector().requestStatus(asked, ACME.id(), Side.BUY);
      settle();

      assertThat(reports.all()).as("asked about %s", asked).hasSize(1);
      assertThat(reports.last().execType()).isEqualTo(ExecType.ORDER_STATUS);
      assertThat(reports.last().clOrdId()).isEqualTo(latest);
      assertThat(reports.last().ordStatus()).isEqualTo(OrdStatus.NEW);
      assertThat(connector().snapshot().openOrders()).containsOnlyKeys(latest);
    }
  }

  @Test
  void aRefusedReplaceIsNotTheLatest() throws Exception {
    quote(ACME, "99.90", "100.10", 4 * Fixed.ONE);
    ClOrdId id = send(limit(Side.BUY, 10, "100.10", TimeInForce.GTC));
    settle();
    ClOrdId refused = replace(id, limit(Side.BUY, 1, "99", TimeInForce.GTC));
    settle();
    assertThat(only(refused).execType()).isEqualTo(ExecType.CANCEL_REJECTED);
    reports.clear();

    connector().requestStatus(id, ACME.id(), Side.BUY);
    settle();

    assertThat(reports.last().execType()).isEqualTo(ExecType.ORDER_STATUS);
    assertThat(reports.last().clOrdId()).isEqualTo(id);
  }

  @Test
  void tradeKeysAreNeverUsedTwice() throws Exception {
    for (int i = 0; i < 30; i++) {
      quote(ACME, "99.90", "100.10");
      send(limit(i % 2 == 0 ? Side.BUY : Side.SELL, 5, "100.00", TimeInForce.IOC));
      send(limit(i % 2 == 0 ? Side.SELL : Side.BUY, 5, "100.10", TimeInForce.IOC));
      settle();
    }

    List<ExecutionReport> trades = reports.of(ExecType.TRADE);
    Set<ExecutionReport.TradeId> ids =
        trades.stream().map(ExecutionReport::tradeId).collect(Collectors.toSet());
    assertThat(trades).isNotEmpty().hasSameSizeAs(ids);
  }

  @Test
  void immediateOrCancelLeavesNothingBehind() throws Exception {
    quote(ACME, "99.90", "100.10", 4 * Fixed.ONE);
    ClOrdId id = send(limit(Side.BUY, 10, "100.10", TimeInForce.IOC));
    settle();

    ExecutionReport last = reports.last();
    assertThat(last.clOrdId()).isEqualTo(id);
    assertThat(last.ordStatus()).isIn(OrdStatus.CANCELED, OrdStatus.EXPIRED);
    assertThat(last.cumQty()).isEqualTo(filled(last.venueOrderId())).isLessThan(10 * Fixed.ONE);
    assertThat(connector().snapshot().openOrders()).isEmpty();
  }

  @Test
  void fillOrKillIsAllOrNothing() throws Exception {
    quote(ACME, "99.90", "100.10", 4 * Fixed.ONE);
    ClOrdId killed = send(limit(Side.BUY, 10, "100.10", TimeInForce.FOK));
    settle();
    assertThat(reports.of(ExecType.TRADE)).isEmpty();
    assertThat(reports.of(killed))
        .last()
        .matches(report -> report.ordStatus().isTerminal() && report.cumQty() == 0);

    quote(ACME, "99.90", "100.10", 40 * Fixed.ONE);
    ClOrdId filled = send(limit(Side.BUY, 10, "100.10", TimeInForce.FOK));
    settle();
    assertThat(reports.of(filled)).last().matches(r -> r.ordStatus() == OrdStatus.FILLED);
    assertThat(position()).isEqualTo(10 * Fixed.ONE);
  }

  @Test
  void anInstrumentThatNobodyKnowsIsRefused() throws Exception {
    NewOrder order =
        NewOrder.limit(
            Originator.strategy("ACC1", "s1"),
            InstrumentId.parse("NOSUCH.SIM"),
            Side.BUY,
            Fixed.ONE,
            Fixed.ONE,
            TimeInForce.DAY);
    try {
      ClOrdId id = send(order);
      settle();
      assertThat(only(id).execType()).isEqualTo(ExecType.REJECTED);
      assertThat(only(id).text()).isNotBlank();
    } catch (NotSentException e) {
      assertThat(e).hasMessageContaining("NOSUCH");
    }
    assertThat(connector().snapshot().openOrders()).isEmpty();
  }

  @Test
  void aReportThatCouldNotBeKeptIsSentAgain() throws Exception {
    quote(ACME, "99.90", "100.10");
    reports.refuse(true);
    ClOrdId id = send(limit(Side.BUY, 10, "100.20", TimeInForce.DAY));
    settle();
    assertThat(reports.all()).isEmpty();

    reports.refuse(false);
    for (int i = 0; i < 10; i++) {
      settle();
    }

    assertThat(reports.of(id)).anyMatch(report -> report.execType() == ExecType.NEW);
    assertThat(filled(reports.last().venueOrderId())).isEqualTo(10 * Fixed.ONE);
  }

  @Test
  void theSnapshotCanBeTakenOnAnyThread() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    BrokerConnector connector = connector();
    CompletableFuture<Long> reading =
        CompletableFuture.supplyAsync(
            () -> {
              long taken = 0;
              while (!done.get()) {
                VenueSnapshot snapshot = connector.snapshot();
                assertThat(snapshot.openOrders().values()).allMatch(leaves -> leaves > 0);
                assertThat(snapshot.positions().values()).allMatch(quantity -> quantity != 0);
                taken++;
              }
              return taken;
            });
    try {
      for (int i = 0; i < 300; i++) {
        quote(ACME, "99.90", "100.10");
        send(limit(i % 3 == 0 ? Side.SELL : Side.BUY, 5, "100.00", TimeInForce.GTC));
        settle();
      }
    } finally {
      done.set(true);
    }

    assertThat(reading.get(30, TimeUnit.SECONDS)).isPositive();
  }

  @Test
  void afterStopItSaysNothing() throws Exception {
    quote(ACME, "99.90", "100.10");
    send(limit(Side.BUY, 10, "100.20", TimeInForce.DAY));

    connector().stop();
    int before = reports.all().size();
    settle();

    assertThat(reports.all()).hasSize(before);
    started = null;
  }

  @Test
  void marketOrdersDoNotRest() throws Exception {
    quote(ACME, "99.90", "100.10", 4 * Fixed.ONE);
    NewOrder order =
        NewOrder.market(Originator.strategy("ACC1", "s1"), ACME.id(), Side.BUY, 10 * Fixed.ONE);
    assertThat(order.type()).isEqualTo(OrdType.MARKET);
    send(order);
    settle();

    assertThat(connector().snapshot().openOrders()).isEmpty();
    assertThat(position()).isEqualTo(filled(reports.last().venueOrderId()));
  }
}
