package io.headgate.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.execution.ExecType;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.instrument.Instrument;
import io.headgate.model.market.MarketBatch;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrderCommand;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.spi.broker.BrokerConnector;
import io.headgate.spi.broker.NotSentException;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.time.FixedClock;
import io.headgate.testkit.time.ManualTimers;
import io.headgate.testkit.venue.FakeBrokerContext;
import io.headgate.testkit.venue.RecordingExecutions;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A connector under test, with a clock, timers, and everything that it has reported. The venue
 * behind it accepts orders in the instruments of {@link FakeReferenceData} and fills them against
 * {@link #quote}.
 */
public abstract class BrokerConnectorStage {

  /** What is traded unless said otherwise. */
  protected static final Instrument ACME = FakeReferenceData.ACME;

  /** Time; moves in {@link #settle} only. */
  protected final FixedClock clock = new FixedClock();

  /** Timers on {@link #clock}. */
  protected final ManualTimers timers = new ManualTimers(clock);

  /** What the connector has reported. */
  protected final RecordingExecutions reports = new RecordingExecutions();

  @Nullable BrokerConnector started;
  private long sequence;

  /** Makes a connector to a venue without any orders, which refuses nothing by chance. */
  protected abstract BrokerConnector create() throws Exception;

  /** Lets the venue answer what it has received. */
  protected void settle() {
    timers.advance(Duration.ofSeconds(1));
  }

  /** What the connector gets from the engine. */
  protected FakeBrokerContext context() {
    return new FakeBrokerContext(clock, timers, reports, new FakeReferenceData());
  }

  @BeforeEach
  void startConnector() throws Exception {
    started = create();
    connector().start(context());
  }

  @AfterEach
  void stopConnector() {
    if (started != null) {
      started.stop();
    }
  }

  /** The connector under test. */
  protected BrokerConnector connector() {
    if (started == null) {
      throw new IllegalStateException("not started");
    }
    return started;
  }

  /** Shows the venue a market of 500 by 500; nothing moves yet. */
  protected void quote(Instrument instrument, String bid, String ask) {
    quote(instrument, bid, ask, 500 * instrument.lotSize());
  }

  /** Shows the venue a market with a size on both sides. */
  protected void quote(Instrument instrument, String bid, String ask, long size) {
    long now = clock.epochNanos();
    MarketBatch batch =
        MarketBatch.builder("test")
            .quote(instrument.id(), now, now, Fixed.parse(bid), size, Fixed.parse(ask), size)
            .build();
    connector().onMarket(batch, 0, 1);
  }

  /** The next ClOrdID. */
  protected ClOrdId nextId() {
    return new ClOrdId("N1", 1, ++sequence);
  }

  /** A limit order of account ACC1 in {@link #ACME}. */
  protected static NewOrder limit(Side side, long units, String price, TimeInForce timeInForce) {
    Originator by = Originator.strategy("ACC1", "s1");
    return NewOrder.limit(by, ACME.id(), side, units * Fixed.ONE, Fixed.parse(price), timeInForce);
  }

  /** Sends an order; returns its ClOrdID. */
  protected ClOrdId send(NewOrder order) throws NotSentException {
    ClOrdId id = nextId();
    connector().send(new OrderCommand.Send(id, connector().name(), order));
    return id;
  }

  /** Sends a cancel; returns its ClOrdID. */
  protected ClOrdId cancel(ClOrdId order, Side side) throws NotSentException {
    ClOrdId id = nextId();
    connector().send(new OrderCommand.Cancel(id, order, connector().name(), ACME.id(), side));
    return id;
  }

  /** Sends a replace; returns its ClOrdID. */
  protected ClOrdId replace(ClOrdId order, NewOrder terms) throws NotSentException {
    ClOrdId id = nextId();
    connector().send(new OrderCommand.Replace(id, order, connector().name(), terms));
    return id;
  }

  /** The only report under a ClOrdID. */
  protected ExecutionReport only(ClOrdId id) {
    List<ExecutionReport> found = reports.of(id);
    assertThat(found).as("reports of %s among %s", id, reports.all()).hasSize(1);
    return found.get(0);
  }

  /** Trades among all reports, of one order chain. */
  protected long filled(String venueOrderId) {
    return reports.of(ExecType.TRADE).stream()
        .filter(report -> report.venueOrderId().equals(venueOrderId))
        .mapToLong(ExecutionReport::lastQty)
        .sum();
  }
}
