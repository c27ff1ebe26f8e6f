package io.headgate.engine.internal.service;

import static org.awaitility.Awaitility.await;

import io.headgate.engine.internal.path.OrderIntake;
import io.headgate.engine.internal.path.PathSettings;
import io.headgate.engine.internal.path.RiskServices;
import io.headgate.engine.internal.strategy.StrategyHost;
import io.headgate.model.decision.Decision;
import io.headgate.model.instrument.Instrument;
import io.headgate.model.market.MarketBatch;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrderIntent;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.spi.journal.Journal;
import io.headgate.spi.limits.Rights;
import io.headgate.spi.node.NodeInfo;
import io.headgate.spi.order.OrderEntryException;
import io.headgate.spi.strategy.Strategy;
import io.headgate.testkit.fake.FakeLimits;
import io.headgate.testkit.fake.FakeNodeInfo;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.fake.FakeRuleGate;
import io.headgate.testkit.fake.InMemoryJournal;
import io.headgate.testkit.fake.RecordingAlarms;
import io.headgate.testkit.fake.RecordingEvents;
import io.headgate.testkit.fake.UnlimitedRights;
import io.headgate.testkit.time.FixedClock;
import io.headgate.testkit.venue.VenueSimulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** An engine that runs inline, on fakes, with a scripted venue. */
final class EngineFixture {

  static final Originator ME = Originator.trader("ACC1", "tom");
  static final long START = 1_700_000_000_000_000_000L;

  final FixedClock machine = new FixedClock(START);
  final FakeReferenceData reference = new FakeReferenceData();
  final RecordingAlarms alarms = new RecordingAlarms();
  final RecordingEvents events = new RecordingEvents();
  final FakeRuleGate rules = FakeRuleGate.passing();
  final FakeLimits limits = FakeLimits.none();
  final List<Decision> decided = new ArrayList<>();
  final List<Decision> durable = new ArrayList<>();
  final List<OrderEntryException> failures = new ArrayList<>();
  final Journal journal;
  final Rights rights;
  final VenueSimulator venue;
  final Engine engine;
  final OrderFace orders;
  final ControlFace control;

  /** What other nodes hold, of every account in every instrument; nine decimals. */
  long othersPosition;

  private long time = START;

  EngineFixture() {
    this(InMemoryJournal.durableAtOnce(), new UnlimitedRights(), new VenueSimulator("sim"));
  }

  EngineFixture(Journal journal, Rights rights, VenueSimulator venue) {
    this(journal, rights, venue, FakeNodeInfo.replay());
  }

  EngineFixture(Journal journal, Rights rights, VenueSimulator venue, NodeInfo node) {
    this.journal = journal;
    this.rights = rights;
    this.venue = venue;
    engine =
        new Engine(
            new Platform(node, machine, reference, journal, alarms, events, share -> {}),
            new RiskServices(rules::current, limits, rights, key -> othersPosition),
            new EngineSettings(PathSettings.DEFAULT, 8_192, 256, 8_192, 1_000, 1_000));
    orders = new OrderFace(engine);
    control = new ControlFace(engine);
  }

  /** Starts, connects the venue and gives every instrument a price. */
  EngineFixture started() {
    engine.start();
    engine.lanes().add(venue);
    quote(FakeReferenceData.ACME, "99.99", "100.01");
    quote(FakeReferenceData.BOLT, "49.99", "50.01");
    // On a live loop they come later, and whatever is added after this would see them.
    if (control.counters().ticks() < 2) {
      await().atMost(Duration.ofSeconds(60)).until(() -> control.counters().ticks() >= 2);
    }
    return this;
  }

  void add(Strategy strategy) {
    tell(host -> host.add(strategy));
  }

  void remove(Strategy strategy) {
    tell(host -> host.remove(strategy));
  }

  /** Its settings have changed. */
  void changed(Strategy strategy) {
    tell(host -> host.changed(strategy));
  }

  private void tell(Consumer<StrategyHost> news) {
    engine.withStrategies(
        host -> {
          news.accept(host);
          return true;
        });
  }

  void quote(Instrument instrument, String bid, String ask) {
    time += 1_000_000;
    engine.market(
        MarketBatch.builder("test")
            .quote(
                instrument.id(),
                time,
                time,
                Fixed.parse(bid),
                1_000 * Fixed.ONE,
                Fixed.parse(ask),
                1_000 * Fixed.ONE)
            .build());
  }

  /** Before the start: the machine's time and that of the quotes to come. */
  EngineFixture later(long millis) {
    machine.advanceMillis(millis);
    time += millis * 1_000_000;
    return this;
  }

  /** Lets event time pass; BOLT's quote comes with it. */
  void pass(long millis) {
    time += millis * 1_000_000;
    quote(FakeReferenceData.BOLT, "49.99", "50.01");
  }

  long time() {
    return time;
  }

  /** Submits and answers the decision. */
  Decision submit(OrderIntent intent) {
    int before = decided.size();
    offer(intent);
    return decided.get(before);
  }

  void offer(OrderIntent intent) {
    engine.submit(
        intent,
        new OrderIntake.Reply() {
          @Override
          public void decided(Decision decision) {
            decided.add(decision);
          }

          @Override
          public void durable(Decision decision) {
            durable.add(decision);
          }

          @Override
          public void repeated(Decision prior) {
            decided.add(prior);
          }

          @Override
          public void failed(OrderEntryException failure) {
            failures.add(failure);
          }
        });
  }

  static NewOrder buy(long quantity, String price) {
    return order(Side.BUY, quantity, price);
  }

  static NewOrder sell(long quantity, String price) {
    return order(Side.SELL, quantity, price);
  }

  static NewOrder order(Side side, long quantity, String price) {
    return NewOrder.limit(
        ME,
        FakeReferenceData.ACME.id(),
        side,
        quantity * Fixed.ONE,
        Fixed.parse(price),
        TimeInForce.GTC);
  }

  long position() {
    return orders.positions().stream()
        .filter(p -> p.key().instrument().equals(FakeReferenceData.ACME.id()))
        .mapToLong(p -> p.quantity() / Fixed.ONE)
        .sum();
  }

  io.headgate.model.order.Order order(ClOrdId id) {
    return java.util.Objects.requireNonNull(orders.order(id));
  }
}
