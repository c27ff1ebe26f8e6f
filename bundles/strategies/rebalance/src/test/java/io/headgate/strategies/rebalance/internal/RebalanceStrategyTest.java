package io.headgate.strategies.rebalance.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headgate.model.instrument.Instrument;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.Side;
import io.headgate.spi.optimiser.PortfolioProblem;
import io.headgate.spi.plugin.Health;
import io.headgate.strategies.rebalance.internal.RebalanceSettings.OrderStyle;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.strategy.Outcome;
import io.headgate.testkit.strategy.StrategyStage;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RebalanceStrategyTest {

  private static final Instrument ACME = FakeReferenceData.ACME;
  private static final Instrument BOLT = FakeReferenceData.BOLT;
  private static final Instrument CORP = FakeReferenceData.CORP;

  private final ScriptedOptimiser optimiser = new ScriptedOptimiser();
  private final RebalanceStrategy strategy = new RebalanceStrategy(Sample.settings());
  private final StrategyStage stage = new StrategyStage(strategy).outcome(Outcome.FILL);
  private long wobble;

  /** Quotes of all three at about 100, 50 and 200 dollars, every 50 ms. */
  private void trade(Duration time) {
    for (long left = time.toMillis(); left > 0; left -= 50) {
      wobble++;
      stage.advance(Duration.ofMillis(50));
      quotes();
    }
  }

  private void quotes() {
    stage.quote(ACME, cents(10_000 + wobble % 3), cents(10_002 + wobble % 3));
    stage.quote(BOLT, cents(5_000 + wobble % 5), cents(5_002 + wobble % 5));
    stage.quote(CORP, cents(20_000 + wobble % 7), cents(20_002 + wobble % 7));
  }

  private static long cents(long cents) {
    return cents * ACME.tickSize();
  }

  private void start() {
    stage.advice().with(optimiser);
    stage.start();
    quotes();
  }

  private double value(Instrument instrument) {
    double price = instrument.equals(ACME) ? 100 : instrument.equals(BOLT) ? 50 : 200;
    return Fixed.toDouble(stage.position(instrument.id()).quantity()) * price;
  }

  @Test
  void itAsksWhenItHasSeenEnoughAndBuysTheTargets() {
    start();
    trade(Duration.ofMillis(900));
    assertThat(optimiser.asked()).isEmpty();
    assertThat(stage.intents()).isEmpty();

    trade(Duration.ofMillis(200));

    PortfolioProblem problem = optimiser.asked().get(0);
    assertThat(problem.assets())
        .extracting(PortfolioProblem.Asset::instrument)
        .containsExactly(ACME.id(), BOLT.id(), CORP.id());
    assertThat(problem.assets()).allMatch(a -> a.minWeight() == 0 && a.maxWeight() == 0.6);
    assertThat(problem.returns()).hasSize(10);
    for (Instrument instrument : List.of(ACME, BOLT, CORP)) {
      assertThat(value(instrument)).isCloseTo(33_333, within(250.0));
    }
    assertThat(stage.newOrders()).hasSize(3).allMatch(order -> order.side() == Side.BUY);
    assertThat(strategy.health()).isEqualTo(Health.UP);
  }

  @Test
  void theReturnsAreThoseOfThePrices() {
    start();
    stage.advance(Duration.ofMillis(50));
    for (int i = 1; i <= 25; i++) {
      stage.quote(ACME, cents(10_000 + 100L * i), cents(10_000 + 100L * i));
      stage.quote(BOLT, cents(5_000), cents(5_000));
      stage.advance(Duration.ofMillis(50));
    }

    List<List<Double>> returns = optimiser.asked().get(0).returns();

    double last = returns.get(9).get(0);
    double before = returns.get(8).get(0);
    assertThat(1 / last).as("one dollar of a price").isCloseTo(1 / before + 1, within(1e-6));
    assertThat(returns.get(9).get(1)).isZero();
    assertThat(optimiser.asked().get(0).assets().get(0).expectedReturn())
        .isCloseTo(
            returns.stream().mapToDouble(row -> row.get(0)).average().orElseThrow(), within(1e-12));
  }

  @Test
  void smallDifferencesAreLeftAlone() {
    start();
    trade(Duration.ofMillis(1_100));
    int orders = stage.newOrders().size();
    optimiser.with(ACME.id(), 0.339).with(BOLT.id(), 0.328).with(CORP.id(), 0.333);

    trade(Duration.ofSeconds(3));

    assertThat(optimiser.asked().size()).isGreaterThan(2);
    assertThat(stage.newOrders()).hasSize(orders);
  }

  @Test
  void itSellsBeforeItBuysAndSellsAllOfWhatIsWantedNoMore() {
    start();
    trade(Duration.ofMillis(1_100));
    int orders = stage.newOrders().size();
    optimiser.with(ACME.id(), 0.0).with(BOLT.id(), 0.5).with(CORP.id(), 0.5);

    trade(Duration.ofSeconds(1));

    List<NewOrder> turned = stage.newOrders().subList(orders, stage.newOrders().size());
    assertThat(turned).extracting(NewOrder::side).containsExactly(Side.SELL, Side.BUY, Side.BUY);
    assertThat(value(ACME)).isZero();
    assertThat(value(BOLT)).isCloseTo(50_000, within(250.0));
  }

  @Test
  void buysWaitWhileASaleRests() {
    start();
    trade(Duration.ofMillis(1_100));
    stage.outcome(Outcome.REST);
    optimiser.with(ACME.id(), 0.0).with(BOLT.id(), 0.5).with(CORP.id(), 0.5);

    trade(Duration.ofSeconds(1));
    assertThat(stage.openOrders()).hasSize(1);
    assertThat(stage.openOrders().get(0).request().side()).isEqualTo(Side.SELL);

    stage.outcome(Outcome.FILL);
    long left = stage.openOrders().get(0).leavesQty();
    stage.fill(stage.openOrders().get(0).id(), left);
    trade(Duration.ofMillis(100));
    assertThat(value(BOLT)).isCloseTo(50_000, within(250.0));
  }

  @Test
  void neverBeyondHeadroom() {
    stage.headroom(
        (id, side) ->
            id.equals(ACME.id()) ? 7 * Fixed.ONE : id.equals(BOLT.id()) ? 0 : Long.MAX_VALUE);
    start();
    trade(Duration.ofMillis(1_100));

    assertThat(stage.newOrders())
        .filteredOn(order -> order.instrument().equals(ACME.id()))
        .isNotEmpty()
        .allMatch(order -> order.quantity() <= 7 * Fixed.ONE);
    assertThat(stage.newOrders()).noneMatch(order -> order.instrument().equals(BOLT.id()));
    assertThat(value(CORP)).isCloseTo(33_333, within(250.0));
  }

  @Test
  void whatHasNoSolutionLeavesThePortfolioAndShows() {
    start();
    trade(Duration.ofMillis(1_100));
    int orders = stage.newOrders().size();
    optimiser.failing("the maxWeights add up to 0.8, less than 1");

    trade(Duration.ofSeconds(2));

    assertThat(stage.newOrders()).hasSize(orders);
    assertThat(value(ACME)).isCloseTo(33_333, within(250.0));
    assertThat(strategy.health().state()).isEqualTo(Health.State.DEGRADED);
    assertThat(strategy.health().reason()).contains("scripted").contains("add up to 0.8");

    optimiser.failing("");
    trade(Duration.ofSeconds(1));
    assertThat(strategy.health()).isEqualTo(Health.UP);
  }

  @Test
  void anAnswerThatIsLateLeavesThePortfolioAndShows() {
    start();
    stage.advice().taking(Duration.ofMillis(501));

    trade(Duration.ofSeconds(3));

    assertThat(stage.advice().targets()).isNotEmpty();
    assertThat(stage.intents()).isEmpty();
    assertThat(strategy.health().state()).isEqualTo(Health.State.DEGRADED);
    assertThat(strategy.health().reason()).contains("STALE");
    stage.advice().taking(Duration.ofMillis(499));
    trade(Duration.ofSeconds(2));
    assertThat(stage.newOrders()).hasSize(3);
  }

  @Test
  void anOptimiserThatIsNotThereShows() {
    stage.start();
    quotes();
    trade(Duration.ofSeconds(2));

    assertThat(stage.intents()).isEmpty();
    assertThat(strategy.health().state()).isEqualTo(Health.State.DEGRADED);
    assertThat(strategy.health().reason()).contains("UNAVAILABLE").contains("NOT_INSTALLED");
  }

  @Test
  void weightsThatBreakWhatWasAskedAreNotActedOn() {
    start();
    InstrumentId other = FakeReferenceData.EURUSD.id();
    for (ScriptedOptimiser wrong :
        List.of(
            new ScriptedOptimiser().with(ACME.id(), 0.7).with(BOLT.id(), 0.3),
            new ScriptedOptimiser().with(ACME.id(), -0.1).with(BOLT.id(), 0.5),
            new ScriptedOptimiser().with(ACME.id(), 0.6).with(BOLT.id(), 0.6),
            new ScriptedOptimiser().with(ACME.id(), Double.NaN).with(BOLT.id(), 0.5),
            new ScriptedOptimiser().with(ACME.id(), 0.0),
            new ScriptedOptimiser().with(other, 0.5).with(BOLT.id(), 0.5))) {
      stage.advice().with(wrong);
      trade(Duration.ofMillis(1_500));
      assertThat(wrong.asked()).isNotEmpty();
      assertThat(stage.intents()).isEmpty();
      assertThat(strategy.health().state()).isEqualTo(Health.State.DEGRADED);
    }
  }

  @Test
  void aGoalThatIsDeniedIsLeftUntilTheNextAnswer() {
    stage.denying(
        intent ->
            intent instanceof NewOrder order && order.instrument().equals(ACME.id())
                ? "POSITION_LONG"
                : null);
    start();
    trade(Duration.ofMillis(1_950));

    assertThat(stage.newOrders())
        .filteredOn(order -> order.instrument().equals(ACME.id()))
        .hasSize(3);
    assertThat(value(BOLT)).isCloseTo(33_333, within(250.0));
    trade(Duration.ofSeconds(1));
    assertThat(stage.newOrders())
        .filteredOn(order -> order.instrument().equals(ACME.id()))
        .hasSizeGreaterThan(3);
  }

  @Test
  void nothingIsSampledWhileNothingTicks() {
    start();
    trade(Duration.ofMillis(300));
    stage.advance(Duration.ofSeconds(10));

    assertThat(optimiser.asked()).isEmpty();
    assertThat(strategy.health()).isEqualTo(Health.UP);
  }

  @Test
  void whatHasNoPriceIsNamed() {
    stage.advice().with(optimiser);
    stage.start();
    for (int i = 0; i < 40; i++) {
      stage.advance(Duration.ofMillis(50));
      stage.quote(ACME, cents(10_000), cents(10_002));
    }

    assertThat(strategy.health().reason()).contains("BOLT.SIM").contains("CORP.SIM");
  }

  @Test
  void anInstrumentInAnotherCurrencyIsRefused() {
    RebalanceSettings s = Sample.settings();
    RebalanceStrategy mixed =
        new RebalanceStrategy(
            new RebalanceSettings(
                s.name(),
                s.account(),
                Set.of(ACME.id(), FakeReferenceData.RHEIN.id()),
                s.capital(),
                s.question(),
                s.bounds(),
                s.orders()));

    assertThatThrownBy(() -> new StrategyStage(mixed).start())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("RHEIN.XETR is priced in EUR, expected USD");
  }

  @Test
  void joiningRestsAtTheOwnSideAndComesAgain() {
    RebalanceStrategy joining = new RebalanceStrategy(Sample.settings(OrderStyle.JOIN));
    StrategyStage quiet = new StrategyStage(joining).outcome(Outcome.REST);
    quiet.advice().with(optimiser);
    quiet.start();
    for (int i = 0; i < 90; i++) {
      quiet.advance(Duration.ofMillis(50));
      quiet.quote(ACME, cents(10_000 + i % 2), cents(10_005));
      quiet.quote(BOLT, cents(5_000), cents(5_005));
      quiet.quote(CORP, cents(20_000), cents(20_005));
    }

    assertThat(quiet.newOrders().get(0).limitPrice()).isBetween(cents(10_000), cents(10_001));
    assertThat(quiet.newOrders())
        .as("old ones were cancelled and asked for again")
        .hasSizeGreaterThan(3);
    assertThat(quiet.openOrders()).hasSizeLessThanOrEqualTo(3);
  }
}
