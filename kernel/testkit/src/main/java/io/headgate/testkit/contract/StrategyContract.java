package io.headgate.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.instrument.Instrument;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.Bar;
import io.headgate.model.market.MarketBatch;
import io.headgate.model.market.Quote;
import io.headgate.model.market.Trade;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.CancelOrder;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdType;
import io.headgate.model.order.OrderIntent;
import io.headgate.model.order.Originator;
import io.headgate.model.order.ReplaceOrder;
import io.headgate.spi.strategy.Strategy;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.market.SeededMarket;
import io.headgate.testkit.strategy.Outcome;
import io.headgate.testkit.strategy.StrategyStage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@link Strategy} promises, over the instruments of {@link FakeReferenceData}. */
public abstract class StrategyContract {

  private static final int BATCHES = 40;
  private static final int ROWS = 50;
  private static final long STEP_NANOS = Duration.ofMillis(20).toNanos();

  /**
   * Makes a strategy that trades at least one instrument of {@link FakeReferenceData} for account
   * ACC1 and asks for something within 2,000 random ticks.
   */
  protected abstract Strategy create() throws Exception;

  /** Adds to a stage what the strategy asks: scorers, optimisers, features. By default nothing. */
  protected StrategyStage prepare(StrategyStage stage) throws Exception {
    return stage;
  }

  private StrategyStage stage(Strategy strategy) throws Exception {
    return prepare(new StrategyStage(strategy));
  }

  private static SeededMarket market(StrategyStage stage, Strategy strategy, long seed) {
    FakeReferenceData reference = new FakeReferenceData();
    List<Instrument> instruments = new ArrayList<>();
    for (InstrumentId id : new TreeSet<>(strategy.subscriptions())) {
      instruments.add(stage.instrument(id));
    }
    assertThat(reference.instruments()).containsAll(instruments);
    return new SeededMarket(seed, instruments, stage.clock().epochNanos() + 1, STEP_NANOS);
  }

  private StrategyStage play(Strategy strategy, long seed, Outcome outcome) throws Exception {
    StrategyStage stage = stage(strategy).outcome(outcome).start();
    SeededMarket market = market(stage, strategy, seed);
    for (int i = 0; i < BATCHES; i++) {
      stage.play(market.next(ROWS));
    }
    return stage;
  }

  @Test
  void nameAccountAndSubscriptionsAreGiven() throws Exception {
    Strategy strategy = create();
    StrategyStage stage = stage(strategy).start();

    assertThat(strategy.name()).matches("[a-z0-9-]{1,32}");
    assertThat(strategy.account()).isEqualTo("ACC1");
    Set<InstrumentId> subscriptions = strategy.subscriptions();
    assertThat(subscriptions).isNotEmpty().isEqualTo(strategy.subscriptions());
    assertThat(strategy.health()).isNotNull();
    assertThat(stage.intents()).as("intents before any event").isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theSameInputGivesTheSameIntents(long seed) throws Exception {
    StrategyStage first = play(create(), seed, Outcome.seeded(seed));
    StrategyStage second = play(create(), seed, Outcome.seeded(seed));

    assertThat(second.intents()).isEqualTo(first.intents());
  }

  @Test
  void itAsksForSomething() throws Exception {
    long intents = 0;
    for (long seed = 1; seed <= 5; seed++) {
      intents += play(create(), seed, Outcome.FILL).intents().size();
    }

    assertThat(intents).isPositive();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void ordersAreItsOwnAndFitTicksAndLots(long seed) throws Exception {
    Strategy strategy = create();
    StrategyStage stage = play(strategy, seed, Outcome.seeded(seed));
    Originator self = Originator.strategy(strategy.account(), strategy.name());

    for (OrderIntent intent : stage.intents()) {
      assertThat(intent.originator()).isEqualTo(self);
    }
    for (NewOrder order : stage.newOrders()) {
      Instrument instrument = stage.instrument(order.instrument());
      assertThat(strategy.subscriptions()).contains(order.instrument());
      assertThat(order.quantity() % instrument.lotSize()).as("%s", order).isZero();
      assertThat(order.limitPrice() % instrument.tickSize()).as("%s", order).isZero();
      assertThat(order.type() == OrdType.LIMIT).as("%s", order).isEqualTo(order.limitPrice() > 0);
    }
  }

  @Test
  void itChangesOnlyOrdersThatItHas() throws Exception {
    StrategyStage stage = play(create(), 3, Outcome.REST);
    Set<Object> known = new TreeSet<>();
    stage.decisions().forEach(decision -> known.add(decision.clOrdId()));

    for (OrderIntent intent : stage.intents()) {
      if (intent instanceof CancelOrder cancel) {
        assertThat(known).contains(cancel.origClOrdId());
      } else if (intent instanceof ReplaceOrder replace) {
        assertThat(known).contains(replace.origClOrdId());
      }
    }
  }

  @Test
  void denialsDoNotMakeItInsist() throws Exception {
    Strategy strategy = create();
    StrategyStage stage = stage(strategy).denying(intent -> "QTY_EXCEEDED").start();
    SeededMarket market = market(stage, strategy, 4);

    for (int i = 0; i < BATCHES; i++) {
      stage.play(market.next(ROWS));
    }

    assertThat(stage.intents().size()).isLessThan(BATCHES * ROWS / 4);
  }

  @Test
  void whileNothingIsDecidedItDoesNotInsistAndAfterwardsItGoesOn() throws Exception {
    long afterwards = 0;
    for (long seed = 1; seed <= 5; seed++) {
      Strategy strategy = create();
      StrategyStage stage = stage(strategy).outcome(Outcome.FILL).notDeciding(i -> "disk").start();
      SeededMarket market = market(stage, strategy, seed);
      for (int i = 0; i < BATCHES; i++) {
        stage.play(market.next(ROWS));
      }
      int asked = stage.newOrders().size();
      assertThat(asked).isLessThan(BATCHES * ROWS / 4);

      stage.notDeciding(intent -> null).advance(Duration.ofDays(1));
      for (int i = 0; i < 2 * BATCHES; i++) {
        stage.play(market.next(ROWS));
      }
      afterwards += asked == 0 ? 0 : stage.newOrders().size() - asked;
    }
    assertThat(afterwards).as("orders after a time without decisions").isPositive();
  }

  @Test
  void whatWasNotSentIsForgottenAndNotInsistedOn() throws Exception {
    Strategy strategy = create();
    StrategyStage stage = new StrategyStage(strategy).notSending(i -> "BROKER_DOWN").start();
    SeededMarket market = market(stage, strategy, 4);

    for (int i = 0; i < BATCHES; i++) {
      stage.play(market.next(ROWS));
    }
    stage.advance(Duration.ofDays(1));

    assertThat(stage.newOrders().size()).isLessThan(BATCHES * ROWS / 4);
    assertThat(stage.intents())
        .as("changes of orders that it was told have never been sent")
        .allMatch(NewOrder.class::isInstance);
  }

  @Test
  void oneSidedEmptyAndLateMarketsDoNoHarm() throws Exception {
    Strategy strategy = create();
    StrategyStage stage = stage(strategy).outcome(Outcome.FILL).start();
    for (InstrumentId id : new TreeSet<>(strategy.subscriptions())) {
      for (int i = 0; i < 50; i++) {
        long now = stage.clock().epochNanos();
        stage.play(new Quote(id, now, now, 0, 0, 0, 0));
        stage.play(new Quote(id, now, now, 100 * Fixed.ONE, 0, 0, 0));
        stage.play(new Quote(id, now - 1_000_000, now, 0, 0, 100 * Fixed.ONE, 5 * Fixed.ONE));
        stage.play(new Trade(id, now, now, 100 * Fixed.ONE, Fixed.ONE));
        stage.play(new Bar(id, now, now, 0, 0, 0, 0, 0));
        stage.advance(Duration.ofMillis(10));
      }
    }

    assertThat(stage.newOrders()).allMatch(order -> order.quantity() > 0);
  }

  @Test
  void extremePricesDoNotBreakIt() throws Exception {
    Strategy strategy = create();
    StrategyStage stage = stage(strategy).outcome(Outcome.FILL).start();
    InstrumentId id = new TreeSet<>(strategy.subscriptions()).first();
    Instrument instrument = stage.instrument(id);
    long high = instrument.roundToTick(4_000_000_000L * Fixed.ONE, true);

    for (int i = 0; i < 200; i++) {
      long bid = i % 50 < 25 ? high : instrument.tickSize();
      stage.advance(Duration.ofMillis(10));
      stage.quote(instrument, bid, bid + instrument.tickSize());
    }

    assertThat(stage.intents().size()).isLessThan(200);
  }

  @Test
  void afterStopItsTimersAskForNothing() throws Exception {
    StrategyStage stage = play(create(), 5, Outcome.REST);
    stage.stop();
    int before = stage.intents().size();

    stage.advance(Duration.ofDays(1));
    stage.play(MarketBatch.builder("none").build());

    assertThat(stage.intents()).hasSize(before);
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 10);
  }
}
