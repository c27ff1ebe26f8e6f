package io.headgate.engine.internal.ledger;

import io.headgate.engine.internal.order.OrderState;
import io.headgate.engine.internal.order.OrderState.PendingReplace;
import io.headgate.model.decision.Decision;
import io.headgate.model.instrument.Instrument;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.order.CancelOrder;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.OrderCommand;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.limits.Rights;
import org.jspecify.annotations.Nullable;

/** Applies decisions and what became of their sending to the orders and their rights. */
public final class OrderLedger {

  private final EngineState state;
  private final Rights rights;

  /** Works on the engine's state. */
  public OrderLedger(EngineState state, Rights rights) {
    this.state = state;
    this.rights = rights;
  }

  /**
   * A decision was journalled; its rights are taken already.
   *
   * @param command what is sent; null when denied
   * @return the order that it concerns; null if there is none
   */
  public @Nullable OrderState decided(Decision decision, @Nullable OrderCommand command) {
    state.counters().decided(decision);
    state.hash().add(decision);
    state.decisions().add(decision);
    state.keys().remember(decision);
    long now = decision.tsDecided();
    OrderState order = null;
    if (command != null) {
      state.sent(decision.intent().originator(), command, now);
    } else if (!(decision.intent() instanceof CancelOrder)) {
      state.pace().denied(decision.intent().originator(), now);
    }
    if (command instanceof OrderCommand.Send send) {
      order = open(send, now);
    } else if (command instanceof OrderCommand.Replace replace) {
      order = replacing(replace, now);
    } else if (command instanceof OrderCommand.Cancel cancel) {
      order = state.orders().find(cancel.origClOrdId());
      if (order != null) {
        state.orders().alias(cancel.clOrdId(), order);
        order.canceling(cancel.clOrdId(), now);
      }
    } else if (decision.intent() instanceof NewOrder denied) {
      order = denied(decision, denied, now);
    }
    if (order != null) {
      changed(order);
    }
    return order;
  }

  /** As {@link #decided}, from the journal: the rights are taken here, without a check. */
  public void recover(Decision decision, @Nullable OrderCommand command) {
    long now = decision.tsDecided();
    state.countRequest(decision.intent().originator().account(), now);
    OrderState order = decided(decision, command);
    if (order == null || command == null) {
      return;
    }
    if (command instanceof OrderCommand.Send send) {
      rights.restore(order.subject(), send.order().side(), send.order().quantity());
      if (decision.intent() instanceof NewOrder asked) {
        state.recentOrders().accepted(asked, now);
      }
      return;
    }
    PendingReplace replace = order.pendingReplace();
    if (command instanceof OrderCommand.Replace && replace != null && replace.added() > 0) {
      rights.restore(order.subject(), order.terms().side(), replace.added());
    }
  }

  private OrderState open(OrderCommand.Send send, long now) {
    NewOrder terms = send.order();
    OrderState order =
        new OrderState(
            send.clOrdId(), terms, subject(terms), send.broker(), OrdStatus.PENDING_NEW, now);
    order.reserve(terms.quantity());
    state.orders().add(order);
    return order;
  }

  private OrderState replacing(OrderCommand.Replace replace, long now) {
    OrderState order = state.orders().find(replace.origClOrdId());
    if (order == null) {
      throw new IllegalStateException(
          "replace %s names %s, which is not known".formatted(replace, replace.origClOrdId()));
    }
    state.orders().alias(replace.clOrdId(), order);
    long added = addedBy(order, replace.order().quantity());
    order.reserve(added);
    order.replacing(new PendingReplace(replace.clOrdId(), replace.order(), added), now);
    return order;
  }

  /** What a replace to a new total adds to what the order may still fill. */
  public static long addedBy(OrderState order, long newQuantity) {
    return Math.max(0, newQuantity - order.terms().quantity());
  }

  private @Nullable OrderState denied(Decision decision, NewOrder terms, long now) {
    Instrument instrument = state.reference().instrument(terms.instrument());
    if (instrument == null) {
      return null;
    }
    OrderState order =
        new OrderState(
            decision.clOrdId(),
            terms,
            new LimitSubject(terms.originator(), instrument),
            decision.broker(),
            OrdStatus.PENDING_NEW,
            now);
    order.end(OrdStatus.DENIED, decision.reason(), now);
    state.orders().add(order);
    return order;
  }

  /**
   * Whose order in what.
   *
   * @throws IllegalStateException if the node does not know the instrument (any more)
   */
  public LimitSubject subject(NewOrder terms) {
    return new LimitSubject(terms.originator(), instrument(terms.instrument()));
  }

  private Instrument instrument(InstrumentId id) {
    Instrument instrument = state.reference().instrument(id);
    if (instrument == null) {
      throw new IllegalStateException(
          "the journal holds orders in %s, which is not in etc/reference/instruments.csv; add it there"
              .formatted(id));
    }
    return instrument;
  }

  /** A cancel goes out without a record; a restart would ask the venue about its order. */
  public void cancelUnjournalled(OrderState order, ClOrdId clOrdId, long now) {
    state.recentOrders().sent(order.terms().originator(), now);
    state.orders().alias(clOrdId, order);
    order.canceling(clOrdId, now);
    changed(order);
  }

  /** A command certainly did not reach the venue. */
  public @Nullable OrderState notSent(ClOrdId clOrdId, String reason, long now) {
    OrderState order = state.orders().find(clOrdId);
    if (order == null) {
      return null;
    }
    PendingReplace replace = order.pendingReplace();
    if (order.id().equals(clOrdId)) {
      release(order, order.reserved());
      order.end(OrdStatus.DENIED, reason, now);
    } else if (replace != null && replace.clOrdId().equals(clOrdId)) {
      release(order, Math.min(replace.added(), order.reserved()));
      order.replaceFailed(reason, now);
    } else {
      order.cancelFailed(reason, now);
    }
    changed(order);
    return order;
  }

  /** Nobody knows whether a command reached the venue. */
  public @Nullable OrderState inDoubt(ClOrdId clOrdId, String reason, long now) {
    OrderState order = state.orders().find(clOrdId);
    if (order != null && !order.isTerminal()) {
      order.doubt(reason, now);
      changed(order);
    }
    return order;
  }

  void release(OrderState order, long quantity) {
    if (quantity > 0) {
      rights.release(order.subject(), order.terms().side(), quantity);
      order.reserve(-quantity);
    }
  }

  void changed(OrderState order) {
    state.changed(order);
  }
}
