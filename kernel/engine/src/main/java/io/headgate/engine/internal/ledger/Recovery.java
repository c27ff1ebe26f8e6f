package io.headgate.engine.internal.ledger;

import io.headgate.engine.internal.control.KillLatch;
import io.headgate.engine.internal.order.OrderState;
import io.headgate.model.decision.Decision;
import io.headgate.model.order.OrderCommand;
import io.headgate.spi.control.ControlScope;
import io.headgate.spi.control.Restriction;
import io.headgate.spi.control.TradingState;
import io.headgate.spi.journal.Journal;
import io.headgate.spi.journal.JournalException;
import io.headgate.spi.journal.JournalRecord;
import io.headgate.spi.rules.ContextImage;
import io.headgate.spi.rules.ContextNumber;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings the state back from the journal: the same fold as live, without sending anything. Every
 * order that is open at the end is in doubt until its venue has spoken (invariant I2).
 */
public final class Recovery {

  private final EngineState state;
  private final OrderLedger orders;
  private final ExecutionLedger executions;
  private final int rearmsNeeded;
  private int epoch;
  private long records;

  /** Works on an empty state. */
  public Recovery(
      EngineState state, OrderLedger orders, ExecutionLedger executions, int rearmsNeeded) {
    this.state = state;
    this.orders = orders;
    this.executions = executions;
    this.rearmsNeeded = rearmsNeeded;
  }

  /**
   * Reads the whole journal.
   *
   * @throws JournalException if it is damaged
   * @throws IllegalStateException if it names an instrument that the node does not know
   */
  public void run(Journal journal, long now) throws JournalException {
    journal.read(
        1,
        (sequence, entry) -> {
          apply(sequence, entry);
          records++;
          return true;
        });
    doubtEverything(now);
    state.counters().restart();
  }

  private void doubtEverything(long now) {
    for (OrderState order : List.copyOf(state.orders().open())) {
      order.doubt("the node was restarted", now);
      state.changed(order);
    }
  }

  /** Highest epoch found; 0 for an empty journal. */
  public int epoch() {
    return epoch;
  }

  /** Records read. */
  public long records() {
    return records;
  }

  private void apply(long sequence, JournalRecord entry) {
    if (entry instanceof JournalRecord.Decided decided) {
      Decision decision = decided.decision().withSequence(sequence);
      orders.recover(decision, decided.command());
      seen(decided);
    } else if (entry instanceof JournalRecord.Executed executed) {
      executions.executed(executed.report(), executed.timestamp());
    } else if (entry instanceof JournalRecord.NotSent notSent) {
      orders.notSent(notSent.clOrdId(), notSent.reason(), notSent.timestamp());
    } else if (entry instanceof JournalRecord.InDoubt doubt) {
      orders.inDoubt(doubt.clOrdId(), doubt.reason(), doubt.timestamp());
    } else if (entry instanceof JournalRecord.Controlled controlled) {
      control(controlled);
    } else if (entry instanceof JournalRecord.Rolled rolled) {
      executions.rolled(rolled.tradingDate());
    } else if (entry instanceof JournalRecord.Started started) {
      epoch = Math.max(epoch, started.epoch());
      doubtEverything(started.timestamp());
    }
  }

  /** What the rules saw brings back what cannot be counted again without the market. */
  private void seen(JournalRecord.Decided decided) {
    ContextImage context = decided.context();
    if (context == null) {
      return;
    }
    state.exposure().restore(context);
    OrderCommand command = decided.command();
    if (command != null) {
      state.asked(context);
      state.market().remember(command.instrument(), context.number(ContextNumber.REFERENCE_PRICE));
    }
  }

  private void control(JournalRecord.Controlled entry) {
    KillLatch latch = state.latch();
    ControlScope scope = entry.scope();
    if (entry.state() != TradingState.ACTIVE) {
      latch.restrict(
          new Restriction(
              scope,
              entry.state(),
              entry.who(),
              entry.why(),
              entry.timestamp(),
              List.of(),
              rearmsNeeded));
      return;
    }
    Restriction restriction = latch.find(scope);
    if (restriction == null) {
      return;
    }
    if (entry.lifts()) {
      latch.lift(restriction);
    } else {
      List<String> approvals = new ArrayList<>(restriction.rearmApprovals());
      approvals.add(entry.who());
      latch.approve(restriction, approvals);
    }
  }
}
