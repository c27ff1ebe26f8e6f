package io.headgate.brokers.paper.internal;

import io.headgate.model.execution.ExecType;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.instrument.Instrument;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.instrument.TradingCalendar;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.Side;
import io.headgate.spi.broker.BrokerContext;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Writes execution reports, and sends those again that could not be made durable. */
final class Reporter {

  private static final long CHECK_NANOS = Duration.ofMillis(200).toNanos();

  private final String broker;
  private final BrokerContext context;
  private final Queue<ExecutionReport> refused = new ConcurrentLinkedQueue<>();
  private final AtomicLong outstanding = new AtomicLong();
  private boolean checking;
  private boolean stopped;

  Reporter(String broker, BrokerContext context) {
    this.broker = broker;
    this.context = context;
  }

  /** A trade; also when it is told again. */
  void trade(PaperOrder order, VenueEvent.Filled fill, long cumQty) {
    Instrument instrument = context.reference().instrument(order.terms().instrument());
    String currency = fill.fee() == 0 || instrument == null ? "" : instrument.currency();
    boolean whole = cumQty >= order.terms().quantity();
    send(
        new ExecutionReport(
            broker,
            ExecType.TRADE,
            order.latest(),
            order.venueOrderId(),
            order.terms().instrument(),
            order.side(),
            whole ? OrdStatus.FILLED : OrdStatus.PARTIALLY_FILLED,
            fill.tradeKey(),
            fill.tradingDate(),
            fill.quantity(),
            fill.price(),
            cumQty,
            fill.fee(),
            currency,
            fill.time(),
            ""));
  }

  /** The state of an order, as the answer to a request or on the venue's own account. */
  void state(ExecType type, ClOrdId request, PaperOrder order, String text) {
    InstrumentId instrument = order.terms().instrument();
    long now = context.clock().epochNanos();
    send(
        new ExecutionReport(
            broker,
            type,
            request,
            order.venueOrderId(),
            instrument,
            order.side(),
            order.status(),
            "",
            tradingDate(instrument, now),
            0,
            0,
            order.cumQty(),
            0,
            "",
            now,
            text));
  }

  /** A refusal of something that the venue holds no order for. */
  void refusal(ExecType type, ClOrdId request, InstrumentId instrument, Side side, String text) {
    long now = context.clock().epochNanos();
    send(
        new ExecutionReport(
            broker,
            type,
            request,
            "",
            instrument,
            side,
            OrdStatus.REJECTED,
            "",
            tradingDate(instrument, now),
            0,
            0,
            0,
            0,
            "",
            now,
            text));
  }

  /** Trading date of an instrument; an unknown one has that of UTC. */
  LocalDate tradingDate(InstrumentId id, long epochNanos) {
    Instrument instrument = context.reference().instrument(id);
    TradingCalendar calendar = instrument == null ? TradingCalendar.ALWAYS : instrument.calendar();
    return calendar.tradingDate(epochNanos);
  }

  private void send(ExecutionReport report) {
    deliver(report);
    if (!checking && unsettled()) {
      checking = true;
      context.timers().schedule(context.clock().epochNanos() + CHECK_NANOS, this::check);
    }
  }

  private void deliver(ExecutionReport report) {
    outstanding.incrementAndGet();
    try {
      context
          .executions()
          .accept(report)
          .whenComplete(
              (done, failure) -> {
                if (failure != null) {
                  refused.add(report);
                }
                outstanding.decrementAndGet();
              });
    } catch (RuntimeException e) {
      refused.add(report);
      outstanding.decrementAndGet();
    }
  }

  private boolean unsettled() {
    return outstanding.get() > 0 || !refused.isEmpty();
  }

  private void check() {
    checking = false;
    if (stopped) {
      return;
    }
    for (int left = refused.size(); left > 0; left--) {
      ExecutionReport again = refused.poll();
      if (again != null) {
        deliver(again);
      }
    }
    if (unsettled()) {
      checking = true;
      context.timers().schedule(context.clock().epochNanos() + CHECK_NANOS, this::check);
    }
  }

  /** Says nothing more. */
  void stop() {
    stopped = true;
  }
}
