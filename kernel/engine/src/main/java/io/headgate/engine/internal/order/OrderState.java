package io.headgate.engine.internal.order;

import io.headgate.model.number.Fixed;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.Order;
import io.headgate.model.order.Side;
import io.headgate.spi.limits.LimitSubject;
import org.jspecify.annotations.Nullable;

/**
 * One order, as the loop keeps it. What the venue has confirmed ({@code base}) and what is under
 * way (a replace, a cancel, a doubt) are kept apart; {@link #status} puts them together.
 */
public final class OrderState {

  /**
   * A replace that the venue has not answered.
   *
   * @param clOrdId its ClOrdID
   * @param terms the terms asked for
   * @param added rights reserved for it on top of the order's own
   */
  public record PendingReplace(ClOrdId clOrdId, NewOrder terms, long added) {}

  /** Place of an order that does not rest. */
  static final int NOWHERE = -1;

  private final ClOrdId id;
  private final LimitSubject subject;
  private final String broker;
  private final long created;
  private ClOrdId latest;
  private NewOrder terms;
  private OrdStatus base;
  private long cumQty;
  private long avgPx;
  private long reserved;
  private boolean inDoubt;
  private @Nullable PendingReplace pendingReplace;
  private @Nullable ClOrdId pendingCancel;
  private String venueOrderId = "";
  private String text = "";
  private long updated;
  private OpenInterest.@Nullable Tally tally;
  private long counted;
  private boolean inFlight;
  private int place = NOWHERE;

  /**
   * @param status PENDING_NEW or DENIED
   */
  public OrderState(
      ClOrdId id, NewOrder terms, LimitSubject subject, String broker, OrdStatus status, long now) {
    this.id = id;
    this.latest = id;
    this.terms = terms;
    this.subject = subject;
    this.broker = broker;
    this.base = status;
    this.created = now;
    this.updated = now;
  }

  /** Where it counts among the open orders; null where it does not. */
  OpenInterest.@Nullable Tally tally() {
    return tally;
  }

  /** How much of it counts there. */
  long counted() {
    return counted;
  }

  void count(OpenInterest.@Nullable Tally where, long quantity) {
    tally = where;
    counted = quantity;
  }

  /** Where it stands among the resting orders of its side; {@link #NOWHERE} where it does not. */
  int place() {
    return place;
  }

  void rest(int where) {
    place = where;
  }

  /** Whether it counts among those that no venue has answered. */
  boolean countedInFlight() {
    return inFlight;
  }

  void countInFlight(boolean counts) {
    inFlight = counts;
  }

  /** First ClOrdID. */
  public ClOrdId id() {
    return id;
  }

  /** Latest ClOrdID that the venue has accepted, or the first. */
  public ClOrdId latest() {
    return latest;
  }

  /** Terms in force. */
  public NewOrder terms() {
    return terms;
  }

  /** Whose, in what. */
  public LimitSubject subject() {
    return subject;
  }

  /** Connector that holds it. */
  public String broker() {
    return broker;
  }

  /** Filled so far. */
  public long cumQty() {
    return cumQty;
  }

  /** Rights that it holds now, those of a pending replace included. */
  public long reserved() {
    return reserved;
  }

  /** Changes the rights that it holds. */
  public void reserve(long delta) {
    reserved = Math.addExact(reserved, delta);
  }

  /** The replace under way, or null. */
  public @Nullable PendingReplace pendingReplace() {
    return pendingReplace;
  }

  /** Where it is. */
  public OrdStatus status() {
    if (base.isTerminal()) {
      return base;
    }
    if (inDoubt) {
      return OrdStatus.UNKNOWN;
    }
    if (pendingCancel != null) {
      return OrdStatus.PENDING_CANCEL;
    }
    return pendingReplace != null ? OrdStatus.PENDING_REPLACE : base;
  }

  /** Whether nothing more is expected. */
  public boolean isTerminal() {
    return base.isTerminal();
  }

  /** Whether the venue must be asked what became of it or of its latest request. */
  public boolean inDoubt() {
    return inDoubt && !base.isTerminal();
  }

  /** When it was decided, UTC nanoseconds since 1970. */
  public long created() {
    return created;
  }

  /** When it last changed, UTC nanoseconds since 1970. */
  public long updated() {
    return updated;
  }

  /** What can still fill at the terms in force. */
  public long leavesQty() {
    return base.isTerminal() ? 0 : Math.max(0, terms.quantity() - cumQty);
  }

  /** Nobody knows what became of it or of its latest request. */
  public void doubt(String why, long now) {
    inDoubt = true;
    touch(why, now);
  }

  /** The venue has spoken. */
  public void clearDoubt() {
    inDoubt = false;
  }

  /** The venue works it. */
  public void accept(String orderId, long now) {
    if (base == OrdStatus.PENDING_NEW) {
      base = OrdStatus.NEW;
    }
    name(orderId);
    touch("", now);
  }

  /** Keeps the venue's OrderID, once it is known. */
  public void name(String orderId) {
    if (!orderId.isEmpty()) {
      venueOrderId = orderId;
    }
  }

  /** Adds a trade; a bust has a negative quantity. */
  public void trade(long quantity, long price, long now) {
    long before = cumQty;
    cumQty = Math.addExact(cumQty, quantity);
    if (cumQty <= 0) {
      avgPx = 0;
    } else if (quantity > 0) {
      // Incremental mean: exact to one unit of the ninth decimal for each trade.
      avgPx = Math.addExact(avgPx, Fixed.mulDivFloor(price - avgPx, quantity, before + quantity));
    }
    if (base.isTerminal()) {
      touch(text, now);
      return;
    }
    base = cumQty > 0 ? OrdStatus.PARTIALLY_FILLED : OrdStatus.NEW;
    settle();
    touch("", now);
  }

  /** Filled is final only when no replace can still raise the quantity. */
  private void settle() {
    if (!base.isTerminal() && pendingReplace == null && cumQty >= terms.quantity()) {
      base = OrdStatus.FILLED;
      inDoubt = false;
      pendingCancel = null;
    }
  }

  /**
   * Whether other terms have a price at which more would trade than at that of the ones in force.
   */
  public boolean isOutreachedBy(NewOrder asked) {
    return terms.side() == Side.BUY
        ? asked.limitPrice() > terms.limitPrice()
        : asked.limitPrice() < terms.limitPrice();
  }

  /** What can trade under other terms that could not under the ones in force, nine decimals. */
  public long atStake(NewOrder asked) {
    return isOutreachedBy(asked)
        ? Math.max(0, asked.quantity() - cumQty)
        : Math.max(0, asked.quantity() - terms.quantity());
  }

  /** A replace goes out. */
  public void replacing(PendingReplace replace, long now) {
    pendingReplace = replace;
    touch("", now);
  }

  /** The venue has taken the replace. */
  public void replaced(long now) {
    PendingReplace replace = pendingReplace;
    if (replace != null) {
      terms = replace.terms();
      latest = replace.clOrdId();
      pendingReplace = null;
      settle();
    }
    touch("", now);
  }

  /** The replace has come to nothing. */
  public void replaceFailed(String why, long now) {
    pendingReplace = null;
    settle();
    touch(why, now);
  }

  /** A cancel goes out. */
  public void canceling(ClOrdId clOrdId, long now) {
    pendingCancel = clOrdId;
    touch("", now);
  }

  /** The cancel under way, or null. */
  public @Nullable ClOrdId pendingCancel() {
    return pendingCancel;
  }

  /** Whether the venue owes an answer to its latest request. */
  public boolean awaitsAnswer() {
    OrdStatus status = status();
    return status == OrdStatus.PENDING_NEW
        || status == OrdStatus.PENDING_REPLACE
        || status == OrdStatus.PENDING_CANCEL;
  }

  /** ClOrdID of the request that the venue has not answered yet; the latest where there is none. */
  public ClOrdId awaited() {
    if (pendingCancel != null) {
      return pendingCancel;
    }
    return pendingReplace != null ? pendingReplace.clOrdId() : latest;
  }

  /** The cancel has come to nothing. */
  public void cancelFailed(String why, long now) {
    pendingCancel = null;
    touch(why, now);
  }

  /** It has ended. */
  public void end(OrdStatus terminal, String why, long now) {
    base = terminal;
    inDoubt = false;
    pendingReplace = null;
    pendingCancel = null;
    touch(why, now);
  }

  private void touch(String why, long now) {
    text = why;
    updated = now;
  }

  /** A copy for others. */
  public Order snapshot() {
    return new Order(
        id, latest, terms, broker, status(), cumQty, avgPx, venueOrderId, created, updated, text);
  }
}
