package io.headgate.engine.internal.path;

import io.headgate.engine.internal.ledger.EngineState;
import io.headgate.engine.internal.ledger.OrderLedger;
import io.headgate.engine.internal.order.ClOrdIds;
import io.headgate.engine.internal.order.OrderState;
import io.headgate.engine.internal.outbound.Lanes;
import io.headgate.engine.internal.outbound.Outbox;
import io.headgate.model.decision.Decision;
import io.headgate.model.order.CancelOrder;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrderCommand;
import io.headgate.model.order.OrderIntent;
import io.headgate.model.order.ReplaceOrder;
import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.journal.Journal;
import io.headgate.spi.journal.JournalException;
import io.headgate.spi.journal.JournalRecord;
import io.headgate.spi.order.OrderEntryException;
import io.headgate.spi.order.OrderEntryException.Reason;
import io.headgate.spi.rules.ContextImage;
import io.headgate.spi.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one way in: intent → decision → rights → journal → outbox. Confined to the loop. */
public final class OrderIntake {

  private static final Logger LOG = LoggerFactory.getLogger(OrderIntake.class);

  /** Where the outcome of an intent goes. */
  public interface Reply {

    /** Decided; in the journal, not yet durable. Called in the loop. */
    default void decided(Decision decision) {}

    /** The decision is durable. Called on the journal's thread; must be fast. */
    default void durable(Decision decision) {}

    /** The same request was decided before; that decision is durable. As {@link #durable}. */
    default void repeated(Decision prior) {
      durable(prior);
    }

    /** No decision could be taken; nothing was sent. */
    void failed(OrderEntryException failure);
  }

  private final EngineState state;
  private final Decider decider;
  private final RiskServices risk;
  private final OrderLedger ledger;
  private final Exit exit;
  private final Clock clock;
  private @Nullable ClOrdIds ids;

  /**
   * What a decision goes out through.
   *
   * @param journal first here
   * @param outbox then here
   * @param lanes finally here
   */
  public record Exit(Journal journal, Outbox outbox, Lanes lanes) {}

  /** Takes nothing before {@link #open}. */
  public OrderIntake(
      EngineState state,
      RiskServices risk,
      PathSettings settings,
      OrderLedger ledger,
      Exit exit,
      Clock clock) {
    this.state = state;
    this.decider = new Decider(state, risk, exit.lanes(), settings);
    this.risk = risk;
    this.ledger = ledger;
    this.exit = exit;
    this.clock = clock;
  }

  /** Takes changed settings; in the loop. */
  public void settings(PathSettings changed) {
    decider.settings(changed);
  }

  /** Begins to take intents: the epoch is durable. */
  public void open(ClOrdIds clOrdIds) {
    ids = clOrdIds;
  }

  /** Takes one intent, and answers it whatever happens. */
  public void take(OrderIntent intent, Reply reply) {
    try {
      decide(intent, reply);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      LOG.error("no decision on {}", intent, e);
      String message = "the order path failed on %s: %s; see the log and report it";
      state.alarms().raise("engine.path", Alarm.Level.CRITICAL, message.formatted("an intent", e));
      reply.failed(new OrderEntryException(Reason.FAILED, message.formatted("this request", e)));
    }
  }

  private void decide(OrderIntent intent, Reply reply) {
    if (ids == null) {
      reply.failed(
          new OrderEntryException(Reason.NOT_READY, "the node is starting; try again shortly"));
      return;
    }
    Decision prior = state.keys().find(intent);
    if (prior != null) {
      repeat(prior, intent, reply);
      return;
    }
    long started = clock.monotonicNanos();
    long now = clock.epochNanos();
    ClOrdId clOrdId = ids.next();
    if (intent instanceof NewOrder order) {
      Draft draft = decider.decide(order, now);
      state.counters().decisionTook(clock.monotonicNanos() - started);
      NewOrder terms = draft.terms();
      OrderCommand command =
          terms == null ? null : new OrderCommand.Send(clOrdId, draft.broker(), terms);
      commit(intent, draft, decision(clOrdId, intent, draft, now), command, reply);
    } else if (intent instanceof ReplaceOrder replace) {
      OrderState order = state.orders().find(replace.origClOrdId());
      Draft draft = decider.decide(replace, order, now);
      state.counters().decisionTook(clock.monotonicNanos() - started);
      NewOrder terms = draft.terms();
      OrderCommand command =
          terms == null || order == null
              ? null
              : new OrderCommand.Replace(clOrdId, order.latest(), draft.broker(), terms);
      commit(intent, draft, decision(clOrdId, intent, draft, now), command, reply);
    } else if (intent instanceof CancelOrder cancel) {
      cancel(cancel, clOrdId, now, reply);
    }
  }

  private void repeat(Decision prior, OrderIntent intent, Reply reply) {
    if (!prior.intent().equals(intent)) {
      reply.failed(
          new OrderEntryException(
              Reason.KEY_REUSED,
              "idempotency key '%s' was used for another request (%s); use a new key"
                  .formatted(intent.idempotencyKey(), prior.clOrdId())));
      return;
    }
    exit.outbox().add(prior.sequence(), null, () -> reply.repeated(prior));
  }

  private static Decision decision(ClOrdId clOrdId, OrderIntent intent, Draft draft, long now) {
    return new Decision(
        clOrdId,
        0,
        now,
        intent,
        draft.accepted(),
        draft.verdicts(),
        draft.ruleSet(),
        draft.broker());
  }

  private void commit(
      OrderIntent intent,
      Draft draft,
      Decision decision,
      @Nullable OrderCommand command,
      Reply reply) {
    long now = decision.tsDecided();
    try {
      long sequence = append(new JournalRecord.Decided(now, decision, command, draft.image()));
      Decision numbered = decision.withSequence(sequence);
      ledger.decided(numbered, command);
      if (command instanceof OrderCommand.Send && intent instanceof NewOrder asked) {
        state.recentOrders().accepted(asked, now);
      }
      ContextImage seen = draft.image();
      if (command != null && seen != null) {
        state.asked(seen);
      }
      reply.decided(numbered);
      exit.outbox().add(sequence, command, () -> reply.durable(numbered));
    } catch (JournalException e) {
      journalFailed(e);
      reply.failed(new OrderEntryException(Reason.JOURNAL_UNAVAILABLE, message(e)));
    }
  }

  /** Gives the rights back where no record was taken. */
  private long append(JournalRecord.Decided record) throws JournalException {
    boolean taken = false;
    try {
      long sequence = exit.journal().append(record);
      taken = true;
      return sequence;
    } finally {
      if (!taken) {
        giveBack(record.command());
      }
    }
  }

  private void giveBack(@Nullable OrderCommand command) {
    if (command instanceof OrderCommand.Send send) {
      risk.rights()
          .release(ledger.subject(send.order()), send.order().side(), send.order().quantity());
    } else if (command instanceof OrderCommand.Replace replace) {
      OrderState order = Objects.requireNonNull(state.orders().find(replace.origClOrdId()));
      long added = OrderLedger.addedBy(order, replace.order().quantity());
      if (added > 0) {
        risk.rights().release(order.subject(), order.terms().side(), added);
      }
    }
  }

  /** Never denied while the order is open; goes even if it cannot be journalled. */
  private void cancel(CancelOrder cancel, ClOrdId clOrdId, long now, Reply reply) {
    OrderState order = state.orders().find(cancel.origClOrdId());
    state.countRequest(cancel.originator().account(), now);
    Refusal refusal = null;
    if (order == null) {
      refusal = Refusal.ORDER_UNKNOWN;
    } else if (!order.terms().originator().account().equals(cancel.originator().account())) {
      refusal = Refusal.ORDER_FOREIGN;
    } else if (order.isTerminal()) {
      refusal = Refusal.ORDER_CLOSED;
    }
    if (order == null || refusal != null) {
      Draft denied =
          Draft.denied((refusal == null ? Refusal.ORDER_UNKNOWN : refusal).verdict(), "");
      commit(cancel, denied, decision(clOrdId, cancel, denied, now), null, reply);
      return;
    }
    OrderCommand.Cancel command =
        new OrderCommand.Cancel(
            clOrdId,
            order.latest(),
            order.broker(),
            order.subject().instrument().id(),
            order.terms().side());
    Decision decision = new Decision(clOrdId, 0, now, cancel, true, List.of(), "", order.broker());
    try {
      long sequence =
          exit.journal().append(new JournalRecord.Decided(now, decision, command, null));
      Decision numbered = decision.withSequence(sequence);
      ledger.decided(numbered, command);
      reply.decided(numbered);
      exit.outbox().add(sequence, command, () -> reply.durable(numbered));
    } catch (JournalException e) {
      journalFailed(e);
      ledger.cancelUnjournalled(order, clOrdId, now);
      exit.outbox().sendUnjournalled(command);
      reply.failed(
          new OrderEntryException(
              Reason.JOURNAL_UNAVAILABLE, "the cancel was sent all the same; " + message(e)));
    }
  }

  private void journalFailed(JournalException e) {
    LOG.error("the journal took no record: {}", e.getMessage());
    state.alarms().raise("journal.append", Alarm.Level.CRITICAL, message(e));
  }

  private static String message(JournalException e) {
    return e.reason() + ": " + e.getMessage();
  }
}
