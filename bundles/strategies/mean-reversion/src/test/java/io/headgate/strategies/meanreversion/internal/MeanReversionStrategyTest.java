package io.headgate.strategies.meanreversion.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.instrument.Instrument;
import io.headgate.model.market.Bar;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdType;
import io.headgate.model.order.Side;
import io.headgate.strategies.meanreversion.internal.MeanReversionSettings.OrderStyle;
import io.headgate.strategies.meanreversion.internal.MeanReversionSettings.Signal;
import io.headgate.strategies.meanreversion.internal.MeanReversionSettings.Sizing;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.strategy.Outcome;
import io.headgate.testkit.strategy.StrategyStage;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MeanReversionStrategyTest {

  private static final Instrument ACME = FakeReferenceData.ACME;

  private static MeanReversionSettings settings(OrderStyle style, boolean respectHeadroom) {
    return new MeanReversionSettings(
        "meanreversion",
        "ACC1",
        Set.of(ACME.id()),
        new Signal(20, 2, 0.5, 6, 0),
        new Sizing(100 * Fixed.ONE, style, respectHeadroom),
        Duration.ofSeconds(2).toNanos(),
        Duration.ofSeconds(1).toNanos());
  }

  private static StrategyStage stage(OrderStyle style, Outcome outcome) {
    return new StrategyStage(new MeanReversionStrategy(settings(style, true)))
        .outcome(outcome)
        .start();
  }

  /** Mid prices in cents, one every 10 ms, with a spread of two cents. */
  private static void cents(StrategyStage stage, int... mids) {
    for (int mid : mids) {
      stage.advance(Duration.ofMillis(10));
      stage.quote(ACME, (mid - 1) * ACME.tickSize(), (mid + 1) * ACME.tickSize());
    }
  }

  /** A window of prices around 100 with a deviation of ten cents. */
  private static void window(StrategyStage stage) {
    for (int i = 0; i < 20; i++) {
      cents(stage, i % 2 == 0 ? 9_990 : 10_010);
    }
  }

  private static long held(StrategyStage stage) {
    return stage.position(ACME.id()).quantity();
  }

  @Test
  void itIsSilentUntilTheWindowIsFull() {
    StrategyStage stage = stage(OrderStyle.TAKE, Outcome.FILL);
    cents(stage, 10_000, 10_001, 10_000, 10_001, 11_000, 9_000);

    assertThat(stage.intents()).isEmpty();
  }

  @Test
  void itSellsTheRiseAndBuysBackAtTheMean() {
    StrategyStage stage = stage(OrderStyle.TAKE, Outcome.FILL);
    window(stage);

    cents(stage, 10_025);

    NewOrder entry = stage.newOrders().get(0);
    assertThat(entry.side()).isEqualTo(Side.SELL);
    assertThat(entry.quantity()).isEqualTo(100 * Fixed.ONE);
    assertThat(entry.limitPrice()).isEqualTo(10_024 * ACME.tickSize());
    assertThat(held(stage)).isEqualTo(-100 * Fixed.ONE);

    cents(stage, 10_022, 10_002);

    assertThat(stage.newOrders()).hasSize(2);
    assertThat(stage.newOrders().get(1).side()).isEqualTo(Side.BUY);
    assertThat(held(stage)).isZero();
  }

  @Test
  void itBuysTheFallAndGivesUpAtTheStop() {
    StrategyStage stage = stage(OrderStyle.TAKE, Outcome.FILL);
    window(stage);

    cents(stage, 9_970);
    assertThat(held(stage)).isEqualTo(100 * Fixed.ONE);
    cents(stage, 9_000);
    assertThat(held(stage)).as("stopped").isZero();
    cents(stage, 9_000, 9_000, 9_000);

    assertThat(stage.newOrders()).as("and waits").hasSize(2);
  }

  @Test
  void joiningRestsAtTheOwnSideAndIsCancelledWhenItIsWantedNoMore() {
    StrategyStage stage = stage(OrderStyle.JOIN, Outcome.REST);
    window(stage);

    cents(stage, 10_025);
    assertThat(stage.openOrders()).hasSize(1);
    assertThat(stage.newOrders().get(0).limitPrice()).isEqualTo(10_026 * ACME.tickSize());
    cents(stage, 10_000);

    assertThat(stage.openOrders()).isEmpty();
    assertThat(stage.newOrders()).hasSize(1);
  }

  @Test
  void marketOrdersHaveNoPrice() {
    StrategyStage stage = stage(OrderStyle.MARKET, Outcome.FILL);
    window(stage);

    cents(stage, 10_025);

    assertThat(stage.newOrders().get(0).type()).isEqualTo(OrdType.MARKET);
  }

  @Test
  void headroomBoundsAnEntryIfItIsRespected() {
    for (boolean respect : new boolean[] {true, false}) {
      StrategyStage stage =
          new StrategyStage(new MeanReversionStrategy(settings(OrderStyle.TAKE, respect)))
              .outcome(Outcome.FILL)
              .headroom((instrument, side) -> 30 * Fixed.ONE + 1)
              .start();
      window(stage);
      cents(stage, 10_025);

      assertThat(stage.newOrders().get(0).quantity()).isEqualTo((respect ? 30 : 100) * Fixed.ONE);
    }
  }

  @Test
  void aDeniedEntryIsGivenUpUntilThePriceHasBeenBack() {
    StrategyStage stage = stage(OrderStyle.TAKE, Outcome.FILL).denying(intent -> "QTY_MAX");
    window(stage);
    for (int i = 0; i < 5; i++) {
      stage.advance(Duration.ofSeconds(70));
      cents(stage, 10_030);
    }
    assertThat(stage.newOrders()).hasSize(1);
  }

  @Test
  void aDeniedExitIsAskedForAgainAfterThePause() {
    StrategyStage stage = stage(OrderStyle.TAKE, Outcome.FILL);
    window(stage);
    cents(stage, 10_025);
    stage.denying(intent -> "STALE_MARKET");
    cents(stage, 10_000, 10_000, 10_000);
    assertThat(stage.newOrders()).hasSize(2);

    stage.denying(intent -> null);
    stage.advance(Duration.ofSeconds(1));
    cents(stage, 10_000);

    assertThat(held(stage)).isZero();
  }

  @Test
  void aPositionFromBeforeTheStartIsTakenOver() {
    MeanReversionStrategy strategy = new MeanReversionStrategy(settings(OrderStyle.TAKE, true));
    StrategyStage stage = new StrategyStage(strategy).outcome(Outcome.FILL).start();
    window(stage);
    cents(stage, 10_025);
    assertThat(held(stage)).isEqualTo(-100 * Fixed.ONE);
    strategy.stop();

    stage.start();
    window(stage);
    cents(stage, 10_025);
    assertThat(held(stage)).as("still short").isEqualTo(-100 * Fixed.ONE);
    cents(stage, 10_000);

    assertThat(held(stage)).isZero();
  }

  @Test
  void barsCountWhereThereAreNoQuotes() {
    StrategyStage stage = stage(OrderStyle.TAKE, Outcome.FILL);
    for (int i = 0; i < 21; i++) {
      stage.advance(Duration.ofMinutes(1));
      long now = stage.clock().epochNanos();
      long close = (i < 20 ? i % 2 == 0 ? 9_990 : 10_010 : 10_030) * ACME.tickSize();
      stage.play(new Bar(ACME.id(), now, now, close, close, close, close, Fixed.ONE));
    }

    assertThat(stage.newOrders()).hasSize(1);
    assertThat(stage.newOrders().get(0).side()).isEqualTo(Side.SELL);
  }
}
