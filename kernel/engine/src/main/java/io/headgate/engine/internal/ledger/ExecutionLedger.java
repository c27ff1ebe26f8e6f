package io.headgate.engine.internal.ledger;

import io.headgate.engine.internal.order.OrderState;
import io.headgate.engine.internal.order.OrderState.PendingReplace;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.position.Account;
import io.headgate.model.position.PositionKey;
import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.limits.Rights;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Applies the venue's reports to orders, rights and positions, in whatever order and however often
 * they come (invariant I3).
 */
public final class ExecutionLedger {

  private final EngineState state;
  private final OrderLedger orders;
  private final Rights rights;
  private final Consumer<PositionKey> onPosition;

  /**
   * @param onPosition told of every position that a trade has changed
   */
  public ExecutionLedger(
      EngineState state, OrderLedger orders, Rights rights, Consumer<PositionKey> onPosition) {
    this.state = state;
    this.orders = orders;
    this.rights = rights;
    this.onPosition = onPosition;
  }

  /**
   * Applies a report.
   *
   * @return the order after it; null if this node does not know the order, or if it changed nothing
   */
  public @Nullable OrderState executed(ExecutionReport report, long now) {
    OrderState order = state.orders().find(report.clOrdId());
    if (order == null) {
      state
          .alarms()
          .raise(
              "execution.orphan",
              Alarm.Level.CRITICAL,
              "%s reports %s for %s, which this node does not know; compare with the venue by hand"
                  .formatted(report.broker(), report.execType(), report.clOrdId()));
      return null;
    }
    order.name(report.venueOrderId());
    boolean applied =
        switch (report.execType()) {
          case NEW -> accepted(order, report, now);
          case TRADE -> trade(order, report, now);
          case TRADE_CANCEL -> bust(order, report, now);
          case REPLACED -> replaced(order, report, now);
          case CANCELED -> ended(order, report, OrdStatus.CANCELED, now);
          case EXPIRED -> ended(order, report, OrdStatus.EXPIRED, now);
          case REJECTED -> rejected(order, report, now);
          case CANCEL_REJECTED -> requestRefused(order, report, now);
          case ORDER_STATUS -> status(order, report, now);
        };
    if (!applied) {
      return null;
    }
    state.hash().add(report);
    orders.changed(order);
    return order;
  }

  private static boolean accepted(OrderState order, ExecutionReport report, long now) {
    if (order.isTerminal()) {
      return false;
    }
    order.clearDoubt();
    order.accept(report.venueOrderId(), now);
    return true;
  }

  private boolean trade(OrderState order, ExecutionReport report, long now) {
    if (!state.trades().addTrade(report)) {
      state.counters().duplicate();
      return false;
    }
    long quantity = report.lastQty();
    long used = Math.min(order.reserved(), quantity);
    rights.fill(order.subject(), order.terms().side(), used, quantity);
    order.reserve(-used);
    order.trade(quantity, report.lastPx(), now);
    if (used < quantity) {
      state
          .alarms()
          .raise(
              "execution.overfill",
              Alarm.Level.CRITICAL,
              "%s filled %s beyond what it had left (%s); call the venue"
                  .formatted(report.broker(), order.id(), report.tradeKey()));
    }
    if (order.status() == OrdStatus.FILLED) {
      orders.release(order, order.reserved());
    }
    move(order, report, quantity);
    state
        .day()
        .traded(
            new PositionKey(
                order.terms().originator().account(), order.subject().instrument().id()));
    state.counters().filled();
    return true;
  }

  private boolean bust(OrderState order, ExecutionReport report, long now) {
    if (!state.trades().addBust(report)) {
      state.counters().duplicate();
      return false;
    }
    long quantity = report.lastQty();
    rights.fill(order.subject(), order.terms().side(), 0, -quantity);
    boolean open = !order.isTerminal();
    order.trade(-quantity, report.lastPx(), now);
    if (open) {
      rights.restore(order.subject(), order.terms().side(), quantity);
      order.reserve(quantity);
    }
    move(order, report, -quantity);
    state
        .alarms()
        .raise(
            "execution.bust",
            Alarm.Level.WARNING,
            "%s took back trade %s of %s"
                .formatted(report.broker(), report.tradeKey(), order.id()));
    return true;
  }

  private void move(OrderState order, ExecutionReport report, long quantity) {
    String id = order.terms().originator().account();
    Account account = state.reference().account(id);
    if (account == null) {
      account = new Account(id, order.subject().instrument().currency());
    }
    long signed = Math.multiplyExact(quantity, order.terms().side().sign());
    onPosition.accept(
        state.positions().trade(account, order.subject().instrument(), signed, report));
  }

  private boolean replaced(OrderState order, ExecutionReport report, long now) {
    PendingReplace replace = order.pendingReplace();
    if (replace == null || !replace.clOrdId().equals(report.clOrdId()) || order.isTerminal()) {
      return false;
    }
    order.clearDoubt();
    order.replaced(now);
    if (order.isTerminal()) {
      orders.release(order, order.reserved());
    } else {
      orders.release(order, order.reserved() - order.leavesQty());
    }
    return true;
  }

  /** Gives back what cannot fill any more; what the venue has filled and not yet told, is kept. */
  private boolean ended(OrderState order, ExecutionReport report, OrdStatus terminal, long now) {
    if (order.isTerminal()) {
      return false;
    }
    long untold = Math.max(0, report.cumQty() - order.cumQty());
    orders.release(order, order.reserved() - Math.min(untold, order.reserved()));
    order.end(terminal, report.text(), now);
    return true;
  }

  private boolean rejected(OrderState order, ExecutionReport report, long now) {
    boolean ofTheOrder = report.clOrdId().equals(order.id());
    return ofTheOrder
        ? ended(order, report, OrdStatus.REJECTED, now)
        : requestRefused(order, report, now);
  }

  private boolean requestRefused(OrderState order, ExecutionReport report, long now) {
    if (order.isTerminal()) {
      return false;
    }
    PendingReplace replace = order.pendingReplace();
    if (replace != null && replace.clOrdId().equals(report.clOrdId())) {
      orders.release(order, Math.min(replace.added(), order.reserved()));
      order.replaceFailed(report.text(), now);
      if (order.isTerminal()) {
        orders.release(order, order.reserved());
      }
    } else if (report.clOrdId().equals(order.pendingCancel())) {
      order.cancelFailed(report.text(), now);
    } else {
      return false;
    }
    order.clearDoubt();
    return true;
  }

  private boolean status(OrderState order, ExecutionReport report, long now) {
    if (order.isTerminal()) {
      return false;
    }
    if (!order.inDoubt() && !report.ordStatus().isTerminal()) {
      // The answer to an older question: it knows nothing of what has been sent since.
      return false;
    }
    PendingReplace replace = order.pendingReplace();
    if (replace != null && replace.clOrdId().equals(report.clOrdId())) {
      replaced(order, report, now);
    } else if (replace != null) {
      orders.release(order, Math.min(replace.added(), order.reserved()));
      order.replaceFailed("the venue never saw the replace", now);
    }
    order.clearDoubt();
    if (order.isTerminal()) {
      // Filled all along: only the replace in doubt had kept it open.
      orders.release(order, order.reserved());
      return true;
    }
    if (report.ordStatus().isTerminal()) {
      return ended(order, report, report.ordStatus(), now);
    }
    if (order.pendingCancel() != null && report.ordStatus() != OrdStatus.PENDING_CANCEL) {
      order.cancelFailed("the venue never saw the cancel", now);
    }
    order.accept(report.venueOrderId(), now);
    return true;
  }

  /** A trading day began. */
  public void rolled(LocalDate tradingDate) {
    state.trades().rolled(tradingDate, id -> state.orders().find(id) != null);
    state.rolled(tradingDate);
  }
}
