package io.headgate.routes.camel.internal.endpoint;

import io.headgate.model.decision.Decision;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.order.NewOrder;
import io.headgate.spi.event.EventStream;
import io.headgate.spi.event.NodeEvent;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code headgate:executions} and {@code headgate:decisions}: one exchange for each event, on the
 * subscription's own thread. Buffer: the subscription's queue of {@code capacity} events; when it
 * is full (a slow or suspended route) its oldest event is dropped and counted. The stream is a
 * view: the journal has everything.
 */
final class EventConsumer extends ServiceConsumer<EventStream> {

  private static final Logger LOG = LoggerFactory.getLogger(EventConsumer.class);

  private final EventKind kind;
  private final EventFormat format;
  private final int capacity;
  private volatile Gate gate = new Gate();
  private volatile EventStream.@Nullable Subscription subscription;
  private final AtomicLong droppedBefore = new AtomicLong();

  EventConsumer(
      HeadgateEndpoint endpoint,
      Processor processor,
      EventKind kind,
      EventFormat format,
      int capacity) {
    super(endpoint, processor, endpoint.room().services().events());
    this.kind = kind;
    this.format = format;
    this.capacity = capacity;
  }

  @Override
  AutoCloseable attach(EventStream stream) {
    Gate fresh = new Gate();
    gate = fresh;
    if (isSuspended()) {
      fresh.hold();
    }
    EventStream.Subscription taken =
        stream.subscribe("route " + getRouteId(), capacity, event -> take(fresh, event));
    subscription = taken;
    return () -> {
      fresh.close();
      subscription = null;
      droppedBefore.addAndGet(taken.dropped());
      taken.close();
    };
  }

  @Override
  long dropped() {
    EventStream.Subscription current = subscription;
    return droppedBefore.get() + (current == null ? 0 : current.dropped());
  }

  @Override
  protected void doSuspend() {
    gate.hold();
  }

  @Override
  protected void doResume() {
    gate.open();
  }

  private void take(Gate passage, NodeEvent event) {
    if (!kind.matches(event) || !passage.pass()) {
      return;
    }
    Exchange exchange = createExchange(false);
    try {
      exchange.getIn().setBody(format.body(event));
      fill(exchange.getIn(), event);
      getProcessor().process(exchange);
    } catch (Exception e) {
      exchange.setException(e);
      LOG.debug("Route {} lost an event", getRouteId(), e);
    } finally {
      releaseExchange(exchange, false);
    }
  }

  private static void fill(Message message, NodeEvent event) {
    if (event instanceof NodeEvent.Executed executed) {
      ExecutionReport report = executed.report();
      fill(message, report.instrument());
      message.setHeader(Headers.BROKER, report.broker());
      message.setHeader(Headers.ACCOUNT, executed.order().request().originator().account());
      message.setHeader(Headers.EXEC_TYPE, report.execType().name());
      message.setHeader(Headers.DATE, report.tradingDate().toString());
    } else if (event instanceof NodeEvent.Decided decided) {
      Decision decision = decided.decision();
      if (decision.intent() instanceof NewOrder order) {
        fill(message, order.instrument());
      }
      message.setHeader(Headers.BROKER, decision.broker());
      message.setHeader(Headers.ACCOUNT, decision.intent().originator().account());
      message.setHeader(Headers.ACCEPTED, decision.accepted());
      message.setHeader(Headers.REASON, decision.reason());
      message.setHeader(
          Headers.DATE,
          EventFields.instant(decision.tsDecided())
              .atOffset(ZoneOffset.UTC)
              .toLocalDate()
              .toString());
    }
  }

  private static void fill(Message message, InstrumentId instrument) {
    message.setHeader(Headers.INSTRUMENT, instrument.toString());
    message.setHeader(Headers.VENUE, instrument.venue());
  }
}
