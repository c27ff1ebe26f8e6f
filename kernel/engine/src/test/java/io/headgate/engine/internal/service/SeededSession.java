package io.headgate.engine.internal.service;

import io.headgate.model.decision.Decision;
import io.headgate.model.decision.Severity;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.instrument.Instrument;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.Quote;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.CancelOrder;
import io.headgate.model.order.Order;
import io.headgate.model.order.Originator;
import io.headgate.model.order.ReplaceOrder;
import io.headgate.model.order.Side;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.LimitRow;
import io.headgate.spi.limits.Rights;
import io.headgate.spi.strategy.Strategy;
import io.headgate.spi.strategy.StrategyContext;
import io.headgate.testkit.fake.FakeFeatures;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.fake.InMemoryJournal;
import io.headgate.testkit.fake.SimpleRights;
import io.headgate.testkit.market.SeededMarket;
import io.headgate.testkit.venue.Reaction;
import io.headgate.testkit.venue.VenueSimulator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A session in which a seeded strategy does everything that a strategy may do. */
final class SeededSession {

  static final List<Instrument> INSTRUMENTS =
      List.of(FakeReferenceData.ACME, FakeReferenceData.BOLT, FakeReferenceData.EURUSD);

  /** Largest long and short position in any instrument. */
  static final long LIMIT = 40 * Fixed.ONE;

  final EngineFixture fixture;
  final ScoringTrader scoring = new ScoringTrader();

  SeededSession(long seed, InMemoryJournal journal) {
    fixture =
        new EngineFixture(
            journal, rights(), new VenueSimulator("sim").reacting(Reaction.seeded(seed)));
    fixture.engine.start();
    fixture.engine.lanes().add(fixture.venue);
    fixture.add(new RandomTrader(seed));
  }

  /** Adds a strategy that trades on what a scorer says, with features and the scorer. */
  SeededSession scoring(long seed) {
    fixture.engine.advice().add(new FakeFeatures());
    fixture.engine.advice().add(new ScoringTrader.Moody(seed));
    fixture.add(scoring);
    return this;
  }

  static Rights rights() {
    return new SimpleRights(
        List.of(row(LimitKind.MAX_LONG_POSITION), row(LimitKind.MAX_SHORT_POSITION)), 1);
  }

  private static LimitRow row(LimitKind kind) {
    return new LimitRow(
        "firm",
        "*",
        kind,
        LIMIT,
        Severity.BLOCK,
        Long.MIN_VALUE,
        Long.MAX_VALUE,
        "test",
        "test",
        "limits/test.csv:2");
  }

  SeededSession run(long seed, int batches) {
    SeededMarket market = new SeededMarket(seed, INSTRUMENTS, EngineFixture.START, 5_000_000);
    play(market, batches);
    fixture.engine.drain(1_000);
    return this;
  }

  void play(SeededMarket market, int batches) {
    for (int i = 0; i < batches; i++) {
      fixture.engine.market(market.next(16));
    }
  }

  String hash() {
    return fixture.control.stateHash();
  }

  /** Sends, replaces and cancels at random, with quantities that run into the limit. */
  static final class RandomTrader implements Strategy {
    private final Random random;
    private @Nullable StrategyContext context;

    RandomTrader(long seed) {
      random = new Random(seed);
    }

    @Override
    public String name() {
      return "random";
    }

    @Override
    public String account() {
      return "ACC1";
    }

    @Override
    public Set<InstrumentId> subscriptions() {
      return Set.of(
          FakeReferenceData.ACME.id(), FakeReferenceData.BOLT.id(), FakeReferenceData.EURUSD.id());
    }

    @Override
    public void start(StrategyContext newContext) {
      context = newContext;
    }

    @Override
    public void onQuote(Quote quote) {
      StrategyContext engine = java.util.Objects.requireNonNull(context);
      int dice = random.nextInt(12);
      Instrument instrument = engine.instrument(quote.instrument());
      long lots = (1L + random.nextInt(15)) * Fixed.ONE;
      long quantity = Math.max(instrument.lotSize(), instrument.roundToLot(lots));
      Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
      List<Order> open = engine.openOrders();
      if (dice < 3) {
        long price = side == Side.BUY ? quote.askPrice() : quote.bidPrice();
        engine.submit(engine.limitOrder(quote.instrument(), side, quantity, price));
      } else if (dice == 3) {
        engine.submit(engine.marketOrder(quote.instrument(), side, quantity));
      } else if (dice == 4 && !open.isEmpty()) {
        Order order = open.get(random.nextInt(open.size()));
        engine.submit(new CancelOrder(Originator.strategy("ACC1", "random"), "", order.id()));
      } else if (dice == 5 && !open.isEmpty()) {
        Order order = open.get(random.nextInt(open.size()));
        engine.submit(
            new ReplaceOrder(
                Originator.strategy("ACC1", "random"),
                "",
                order.clOrdId(),
                order.cumQty() + quantity,
                order.request().limitPrice()));
      } else if (dice == 6) {
        engine
            .timers()
            .schedule(
                engine.clock().epochNanos() + random.nextInt(50_000_000),
                () -> engine.submit(engine.marketOrder(quote.instrument(), side, quantity)));
      }
    }

    @Override
    public void onDecision(Decision decision) {
      if (!decision.accepted()) {
        random.nextInt();
      }
    }

    @Override
    public void onExecution(Order order, ExecutionReport report) {
      random.nextInt();
    }
  }
}
