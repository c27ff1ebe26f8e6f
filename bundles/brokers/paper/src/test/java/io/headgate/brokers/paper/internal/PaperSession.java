package io.headgate.brokers.paper.internal;

import io.headgate.model.instrument.Instrument;
import io.headgate.model.market.Bar;
import io.headgate.model.market.MarketBatch;
import io.headgate.model.market.MarketEvent;
import io.headgate.model.market.Quote;
import io.headgate.model.market.Trade;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdType;
import io.headgate.model.order.OrderCommand;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.spi.broker.NotSentException;
import io.headgate.spi.broker.VenueSnapshot;
import io.headgate.spi.node.NodeInfo;
import io.headgate.testkit.fake.FakeNodeInfo;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.time.FixedClock;
import io.headgate.testkit.time.ManualTimers;
import io.headgate.testkit.venue.FakeBrokerContext;
import io.headgate.testkit.venue.RecordingExecutions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/** A node's session with the paper venue, which can be killed and come back. */
final class PaperSession {

  static final Instrument ACME = FakeReferenceData.ACME;
  static final Duration LATENCY = Duration.ofMillis(5);

  final FixedClock clock = new FixedClock();
  final RecordingExecutions reports = new RecordingExecutions();
  ManualTimers timers = new ManualTimers(clock);
  PaperBroker broker;
  private final PaperSettings settings;
  private final NodeInfo node;
  private long sequence;

  PaperSession(PaperSettings settings) {
    this(settings, FakeNodeInfo.live());
  }

  PaperSession(PaperSettings settings, NodeInfo node) {
    this.settings = settings;
    this.node = node;
    this.broker = new PaperBroker(settings, node);
    broker.start(context());
  }

  static PaperSettings settings(Path folder, int partialPercent, int rejectPercent, long seed) {
    return new PaperSettings(
        Set.of(),
        LATENCY.toNanos(),
        partialPercent,
        rejectPercent,
        Fixed.parse("0.2"),
        seed,
        folder);
  }

  private FakeBrokerContext context() {
    return new FakeBrokerContext(clock, timers, reports, new FakeReferenceData());
  }

  /** Ends the process without a word, and starts another. */
  void killAndRestart() {
    kill();
    restart();
  }

  /** The lock and the handle go with the process; timers and the wire too. */
  void kill() {
    broker.deactivate();
    timers = new ManualTimers(clock);
  }

  void restart() {
    broker = new PaperBroker(settings, node);
    broker.start(context());
  }

  void settle() {
    timers.advance(LATENCY);
  }

  ClOrdId nextId() {
    return new ClOrdId("N1", 1, ++sequence);
  }

  static NewOrder order(
      Instrument instrument, Side side, long units, String price, TimeInForce timeInForce) {
    Originator by = Originator.strategy("ACC1", "s1");
    return NewOrder.limit(
        by, instrument.id(), side, units * instrument.lotSize(), Fixed.parse(price), timeInForce);
  }

  static NewOrder limit(Side side, long units, String price, TimeInForce timeInForce) {
    return order(ACME, side, units, price, timeInForce);
  }

  /** Buys 5 at 90, until a moment. */
  static NewOrder until(long epochNanos) {
    return new NewOrder(
        Originator.strategy("ACC1", "s1"),
        "",
        ACME.id(),
        Side.BUY,
        OrdType.LIMIT,
        5 * Fixed.ONE,
        90 * Fixed.ONE,
        TimeInForce.GTD,
        epochNanos,
        "");
  }

  ClOrdId send(NewOrder order) {
    return command(new OrderCommand.Send(nextId(), "paper", order));
  }

  ClOrdId buy(long units, String price, TimeInForce timeInForce) {
    return send(limit(Side.BUY, units, price, timeInForce));
  }

  ClOrdId sell(long units, String price, TimeInForce timeInForce) {
    return send(limit(Side.SELL, units, price, timeInForce));
  }

  ClOrdId replace(ClOrdId order, NewOrder terms) {
    return command(new OrderCommand.Replace(nextId(), order, "paper", terms));
  }

  ClOrdId cancel(ClOrdId order, NewOrder terms) {
    return command(
        new OrderCommand.Cancel(nextId(), order, "paper", terms.instrument(), terms.side()));
  }

  ClOrdId command(OrderCommand command) {
    try {
      broker.send(command);
    } catch (NotSentException e) {
      throw new AssertionError("not sent: " + command, e);
    }
    return command.clOrdId();
  }

  void market(MarketEvent event) {
    broker.onMarket(MarketBatch.of("test", event), 0, 1);
  }

  void quote(String bid, long bidUnits, String ask, long askUnits) {
    long now = clock.epochNanos();
    market(
        new Quote(
            ACME.id(),
            now,
            now,
            Fixed.parse(bid),
            bidUnits * Fixed.ONE,
            Fixed.parse(ask),
            askUnits * Fixed.ONE));
  }

  void trade(String price, long units) {
    long now = clock.epochNanos();
    market(new Trade(ACME.id(), now, now, Fixed.parse(price), units * Fixed.ONE));
  }

  void bar(String open, String high, String low, String close, long units) {
    long now = clock.epochNanos();
    market(
        new Bar(
            ACME.id(),
            now,
            now,
            Fixed.parse(open),
            Fixed.parse(high),
            Fixed.parse(low),
            Fixed.parse(close),
            units * Fixed.ONE));
  }

  VenueSnapshot snapshot() {
    return broker.snapshot();
  }
}
