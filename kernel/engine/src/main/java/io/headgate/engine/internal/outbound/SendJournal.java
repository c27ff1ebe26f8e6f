package io.headgate.engine.internal.outbound;

import io.headgate.engine.internal.durable.Durability;
import io.headgate.engine.internal.ledger.EngineState;
import io.headgate.engine.internal.ledger.ExecutionLedger;
import io.headgate.engine.internal.ledger.OrderLedger;
import io.headgate.engine.internal.loop.EventLoop;
import io.headgate.engine.internal.monitor.PathStages;
import io.headgate.engine.internal.order.OrderState;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.order.ClOrdId;
import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.journal.Journal;
import io.headgate.spi.journal.JournalException;
import io.headgate.spi.journal.JournalRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings what the lanes tell into the loop: journal first, then state, then whoever listens. */
public final class SendJournal implements SendResults {

  private static final Logger LOG = LoggerFactory.getLogger(SendJournal.class);

  /** Who is told of what has been applied, in the loop. */
  public interface Listener {

    /** A report was applied. */
    void executed(OrderState order, ExecutionReport report);

    /** A command of an order was not sent. */
    void notSent(OrderState order, String reason);

    /** A connector is up: its orders in doubt can be asked about. */
    void connected(String broker);

    /** Whether an order has not reached its connector's lane yet. */
    boolean waitsForItsLane(ClOrdId clOrdId);
  }

  /**
   * Where state changes.
   *
   * @param state all of it
   * @param orders decisions and their sending
   * @param executions reports
   */
  public record Ledgers(EngineState state, OrderLedger orders, ExecutionLedger executions) {}

  private final EventLoop loop;
  private final Journal journal;
  private final Durability durability;
  private final Ledgers ledgers;
  private final Listener listener;
  private final PathStages stages;

  /** Everything is applied in the loop. */
  public SendJournal(
      EventLoop loop,
      Journal journal,
      Durability durability,
      Ledgers ledgers,
      Listener listener,
      PathStages stages) {
    this.loop = loop;
    this.journal = journal;
    this.durability = durability;
    this.ledgers = ledgers;
    this.listener = listener;
    this.stages = stages;
  }

  @Override
  public void sending(ClOrdId clOrdId) {
    stages.sending(clOrdId);
  }

  @Override
  public void sent(ClOrdId clOrdId) {
    loop.urgent(() -> keep(new JournalRecord.Sent(now(), clOrdId)));
  }

  @Override
  public void notSent(ClOrdId clOrdId, String reason) {
    loop.urgent(
        () -> {
          keep(new JournalRecord.NotSent(now(), clOrdId, reason));
          OrderState order = ledgers.orders().notSent(clOrdId, reason, now());
          if (order != null && (order.id().equals(clOrdId) || !order.isTerminal())) {
            listener.notSent(order, reason);
          }
        });
  }

  @Override
  public void inDoubt(ClOrdId clOrdId, String reason) {
    loop.urgent(() -> doubt(clOrdId, reason));
  }

  /** Marks an order in doubt; in the loop. */
  public void doubt(ClOrdId clOrdId, String reason) {
    keep(new JournalRecord.InDoubt(now(), clOrdId, reason));
    ledgers.orders().inDoubt(clOrdId, reason, now());
  }

  private void keep(JournalRecord entry) {
    try {
      journal.append(entry);
    } catch (JournalException e) {
      failed(entry, e);
    }
  }

  @Override
  public CompletionStage<Void> reported(ExecutionReport report) {
    CompletableFuture<Void> durable = new CompletableFuture<>();
    loop.urgent(() -> apply(report, durable));
    return durable;
  }

  private void apply(ExecutionReport report, CompletableFuture<Void> durable) {
    stages.answered(report.clOrdId());
    long now = now();
    long sequence;
    try {
      sequence = journal.append(new JournalRecord.Executed(now, report));
    } catch (JournalException e) {
      failed(new JournalRecord.Executed(now, report), e);
      durable.completeExceptionally(e);
      return;
    }
    OrderState order = ledgers.executions().executed(report, now);
    if (order != null) {
      listener.executed(order, report);
    }
    durability.after(sequence, () -> durable.complete(null));
  }

  private void failed(JournalRecord entry, JournalException e) {
    LOG.error("not journalled: {}: {}", entry, e.getMessage());
    ledgers
        .state()
        .alarms()
        .raise("journal.append", Alarm.Level.CRITICAL, e.reason() + ": " + e.getMessage());
  }

  @Override
  public void failed(String broker, Throwable failure) {
    LOG.error("broker connector {} could not be started", broker, failure);
    ledgers
        .state()
        .alarms()
        .raise(
            alarmKey(broker),
            Alarm.Level.CRITICAL,
            "broker connector %s could not be started: %s; mend its etc/*.cfg and save it, or restart its bundle"
                .formatted(broker, failure));
  }

  @Override
  public void misbehaved(String broker, String method, Throwable failure) {
    LOG.error("broker connector {} failed in {}", broker, method, failure);
    ledgers
        .state()
        .alarms()
        .raise(
            faultKey(broker),
            Alarm.Level.CRITICAL,
            "broker connector %s failed in %s: %s; it gets no order and no price while it does; see the log, mend the connector or stop its bundle"
                .formatted(broker, method, failure));
  }

  private static String faultKey(String broker) {
    return alarmKey(broker) + ".fault";
  }

  private static String alarmKey(String broker) {
    return "broker." + broker;
  }

  @Override
  public void connected(String broker) {
    ledgers.state().alarms().clear(alarmKey(broker));
    ledgers.state().alarms().clear(faultKey(broker));
    loop.urgent(() -> listener.connected(broker));
  }

  @Override
  public void disconnected(String broker) {
    loop.urgent(
        () -> {
          for (OrderState order : List.copyOf(ledgers.state().orders().open())) {
            boolean affected = order.broker().equals(broker) && !order.inDoubt();
            if (affected && !listener.waitsForItsLane(order.id())) {
              doubt(order.id(), "broker connector " + broker + " has gone");
            }
          }
        });
  }

  /** A trading day began; in the loop. */
  public void rolled(LocalDate tradingDate) {
    ledgers.executions().rolled(tradingDate);
  }

  private long now() {
    return loop.clock().epochNanos();
  }
}
