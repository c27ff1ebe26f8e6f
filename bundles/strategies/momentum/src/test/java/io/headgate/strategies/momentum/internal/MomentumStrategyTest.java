package io.headgate.strategies.momentum.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.instrument.Instrument;
import io.headgate.model.market.Bar;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.CancelOrder;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdType;
import io.headgate.model.order.Order;
import io.headgate.model.order.OrderIntent;
import io.headgate.model.order.Side;
import io.headgate.strategies.momentum.internal.MomentumSettings.OrderStyle;
import io.headgate.strategies.momentum.internal.MomentumSettings.Sizing;
import io.headgate.strategies.momentum.internal.MomentumSettings.Timing;
import io.headgate.strategies.momentum.internal.MomentumSettings.Trend;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.strategy.Outcome;
import io.headgate.testkit.strategy.StrategyStage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MomentumStrategyTest {

  private static final Instrument ACME = FakeReferenceData.ACME;
  private static final Instrument EURUSD = FakeReferenceData.EURUSD;
  private static final long TTL_MILLIS = 2_000;

  private static Sizing sizing(OrderStyle style) {
    return new Sizing(100 * Fixed.ONE, 150 * Fixed.ONE, style, true);
  }

  private static MomentumStrategy strategy(Sizing sizing) {
    return strategy(ACME, sizing);
  }

  private static MomentumStrategy strategy(Instrument instrument, Sizing sizing) {
    return new MomentumStrategy(
        new MomentumSettings(
            "momentum",
            "ACC1",
            Set.of(instrument.id()),
            new Trend(3, 10, 1),
            sizing,
            new Timing(Duration.ofMillis(TTL_MILLIS).toNanos(), Duration.ofSeconds(1).toNanos())));
  }

  private static StrategyStage stage(OrderStyle style, Outcome outcome) {
    return new StrategyStage(strategy(sizing(style))).outcome(outcome).start();
  }

  /** Mid prices in cents, one every 10 ms, with a spread of two cents. */
  private static void cents(StrategyStage stage, int... mids) {
    for (int mid : mids) {
      stage.advance(Duration.ofMillis(10));
      stage.quote(ACME, (mid - 1) * ACME.tickSize(), (mid + 1) * ACME.tickSize());
    }
  }

  private static void flat(StrategyStage stage, int mid) {
    for (int i = 0; i < 12; i++) {
      cents(stage, mid);
    }
  }

  private static long held(StrategyStage stage) {
    return stage.position(ACME.id()).quantity();
  }

  @Test
  void aFlatMarketAsksForNothing() {
    StrategyStage stage = stage(OrderStyle.TAKE, Outcome.FILL);

    for (int i = 0; i < 20; i++) {
      flat(stage, 10_000);
    }

    assertThat(stage.intents()).isEmpty();
  }

  @Test
  void itIsSilentUntilTheSlowAverageIsFull() {
    StrategyStage stage = stage(OrderStyle.TAKE, Outcome.FILL);

    cents(stage, 10_000, 10_100, 10_200, 10_300, 10_400, 10_500, 10_600, 10_700, 10_800, 10_900);
    assertThat(stage.intents()).isEmpty();

    cents(stage, 11_000);
    assertThat(stage.newOrders()).hasSize(1);
  }

  @Test
  void aRiseIsBoughtAtTheAskOnceAndAFallTurnsThePosition() {
    StrategyStage stage = stage(OrderStyle.TAKE, Outcome.FILL);
    flat(stage, 10_000);

    cents(stage, 10_050, 10_060, 10_070, 10_080);

    assertThat(stage.newOrders()).hasSize(1);
    NewOrder entry = stage.newOrders().get(0);
    assertThat(entry.side()).isEqualTo(Side.BUY);
    assertThat(entry.quantity()).isEqualTo(100 * Fixed.ONE);
    assertThat(entry.limitPrice()).isEqualTo(10_051 * ACME.tickSize());
    assertThat(held(stage)).isEqualTo(100 * Fixed.ONE);

    cents(stage, 9_900, 9_890, 9_880);

    assertThat(stage.newOrders()).hasSize(2);
    NewOrder exit = stage.newOrders().get(1);
    assertThat(exit.side()).isEqualTo(Side.SELL);
    assertThat(exit.quantity()).isEqualTo(200 * Fixed.ONE);
    assertThat(held(stage)).isEqualTo(-100 * Fixed.ONE);
  }

  @Test
  void joiningRestsAtTheOwnSideAndMarketHasNoPrice() {
    StrategyStage joining = stage(OrderStyle.JOIN, Outcome.REST);
    flat(joining, 10_000);
    cents(joining, 10_050);
    assertThat(joining.newOrders().get(0).limitPrice()).isEqualTo(10_049 * ACME.tickSize());

    StrategyStage market = stage(OrderStyle.MARKET, Outcome.FILL);
    flat(market, 10_000);
    cents(market, 10_050);
    assertThat(market.newOrders().get(0).type()).isEqualTo(OrdType.MARKET);
    assertThat(held(market)).isEqualTo(100 * Fixed.ONE);
  }

  @Test
  void aDistanceBelowTheMinimumIsNoCross() {
    StrategyStage stage = stage(OrderStyle.TAKE, Outcome.FILL);
    flat(stage, 100_000);

    cents(stage, 100_010, 100_011);

    assertThat(stage.intents()).isEmpty();
  }

  @Test
  void headroomAndMaxPositionBoundAnEntry() {
    StrategyStage stage =
        new StrategyStage(strategy(sizing(OrderStyle.TAKE)))
            .outcome(Outcome.FILL)
            .headroom((instrument, side) -> 30 * Fixed.ONE + 1)
            .start();
    flat(stage, 10_000);

    cents(stage, 10_050);

    assertThat(stage.newOrders().get(0).quantity()).isEqualTo(30 * Fixed.ONE);

    Sizing bold = new Sizing(400 * Fixed.ONE, 150 * Fixed.ONE, OrderStyle.TAKE, false);
    StrategyStage bounded =
        new StrategyStage(strategy(bold))
            .outcome(Outcome.FILL)
            .headroom((instrument, side) -> 0)
            .start();
    flat(bounded, 10_000);
    cents(bounded, 10_050);
    assertThat(bounded.newOrders().get(0).quantity())
        .as("headroom is not respected, maxPosition is")
        .isEqualTo(150 * Fixed.ONE);
  }

  @Test
  void noHeadroomMeansNoOrder() {
    StrategyStage stage =
        new StrategyStage(strategy(sizing(OrderStyle.TAKE)))
            .headroom((instrument, side) -> 0)
            .start();
    flat(stage, 10_000);

    cents(stage, 10_050, 10_060, 10_070);

    assertThat(stage.intents()).isEmpty();
  }

  @Test
  void aSmallQuantityIsStillOneLot() {
    StrategyStage stage =
        new StrategyStage(
                strategy(
                    EURUSD,
                    new Sizing(100 * Fixed.ONE, 100_000 * Fixed.ONE, OrderStyle.TAKE, true)))
            .start();
    for (int i = 0; i < 14; i++) {
      stage.advance(Duration.ofMillis(10));
      long bid = (110_000 + (i > 11 ? 500 : 0)) * EURUSD.tickSize();
      stage.quote(EURUSD, bid, bid + EURUSD.tickSize());
    }

    assertThat(stage.newOrders().get(0).quantity()).isEqualTo(EURUSD.lotSize());
  }

  @Test
  void anOldOrderIsCancelledOnce() {
    StrategyStage stage = stage(OrderStyle.JOIN, Outcome.REST);
    flat(stage, 10_000);
    cents(stage, 10_050, 10_060);
    Order open = stage.openOrders().get(0);

    stage.advance(Duration.ofMillis(TTL_MILLIS - 20));
    assertThat(stage.openOrders()).hasSize(1);
    stage.advance(Duration.ofMillis(20));

    assertThat(stage.openOrders()).isEmpty();
    stage.advance(Duration.ofMillis(10 * TTL_MILLIS));
    assertThat(cancels(stage)).extracting(CancelOrder::origClOrdId).containsExactly(open.id());
    assertThat(stage.pendingTimers()).isZero();
  }

  private static List<CancelOrder> cancels(StrategyStage stage) {
    List<CancelOrder> cancels = new ArrayList<>();
    for (OrderIntent intent : stage.intents()) {
      if (intent instanceof CancelOrder cancel) {
        cancels.add(cancel);
      }
    }
    return cancels;
  }

  @Test
  void aCrossAgainstAnOpenOrderCancelsItBeforeItTurns() {
    StrategyStage stage = stage(OrderStyle.JOIN, Outcome.REST);
    flat(stage, 10_000);
    cents(stage, 10_050);
    stage.fill(stage.openOrders().get(0).id(), 40 * Fixed.ONE);

    cents(stage, 9_900, 9_890);

    assertThat(stage.intents()).hasSize(3);
    assertThat(stage.intents().get(1)).isInstanceOf(CancelOrder.class);
    NewOrder turn = stage.newOrders().get(1);
    assertThat(turn.side()).isEqualTo(Side.SELL);
    assertThat(turn.quantity()).as("40 to close, 100 to open").isEqualTo(140 * Fixed.ONE);
  }

  @Test
  void deniedItPausesLongerEachTimeAndGivesUp() {
    StrategyStage stage =
        new StrategyStage(strategy(sizing(OrderStyle.TAKE)))
            .outcome(Outcome.FILL)
            .denying(intent -> null)
            .start();
    flat(stage, 10_000);
    cents(stage, 10_050);
    assertThat(held(stage)).isEqualTo(100 * Fixed.ONE);
    stage.denying(intent -> "QTY_MAX");

    List<Long> askedAt = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      int before = stage.newOrders().size();
      cents(stage, 9_900);
      if (stage.newOrders().size() > before) {
        askedAt.add(stage.clock().epochNanos());
      }
    }

    assertThat(askedAt).hasSize(3);
    assertThat(askedAt.get(1) - askedAt.get(0)).isEqualTo(Duration.ofSeconds(1).toNanos());
    assertThat(askedAt.get(2) - askedAt.get(1)).isEqualTo(Duration.ofSeconds(2).toNanos());
    assertThat(stage.newOrders().get(2).quantity())
        .as("the second try only closes")
        .isEqualTo(100 * Fixed.ONE);
  }

  @Test
  void afterADenialOfAnEntryThereIsNothingToClose() {
    StrategyStage stage =
        new StrategyStage(strategy(sizing(OrderStyle.TAKE))).denying(intent -> "QTY_MAX").start();
    flat(stage, 10_000);

    for (int i = 0; i < 1_000; i++) {
      cents(stage, 10_050);
    }

    assertThat(stage.intents()).hasSize(1);
  }

  @Test
  void barsCountWhereThereAreNoQuotes() {
    StrategyStage stage = stage(OrderStyle.TAKE, Outcome.FILL);

    for (int i = 0; i < 15; i++) {
      stage.advance(Duration.ofMinutes(1));
      long now = stage.clock().epochNanos();
      long close = (10_000 + (i < 12 ? 0 : 100)) * ACME.tickSize();
      stage.play(new Bar(ACME.id(), now, now, close, close, close, close, Fixed.ONE));
    }

    assertThat(stage.newOrders()).hasSize(1);
    assertThat(stage.newOrders().get(0).limitPrice()).isEqualTo(10_100 * ACME.tickSize());
  }

  @Test
  void barsDoNotCountBesideQuotes() {
    StrategyStage stage = stage(OrderStyle.TAKE, Outcome.FILL);
    flat(stage, 10_000);

    for (int i = 0; i < 15; i++) {
      long now = stage.clock().epochNanos();
      long close = 20_000 * ACME.tickSize();
      stage.play(new Bar(ACME.id(), now, now, close, close, close, close, Fixed.ONE));
    }

    assertThat(stage.intents()).isEmpty();
  }

  @Test
  void ordersFromBeforeTheStartAreAdopted() {
    MomentumStrategy strategy = strategy(sizing(OrderStyle.JOIN));
    StrategyStage stage = new StrategyStage(strategy).outcome(Outcome.REST).start();
    flat(stage, 10_000);
    cents(stage, 10_050);
    strategy.stop();
    assertThat(stage.pendingTimers()).isZero();

    stage.start();
    stage.advance(Duration.ofMillis(TTL_MILLIS));

    assertThat(stage.openOrders()).isEmpty();
  }
}
