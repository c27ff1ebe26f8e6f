package io.headgate.spi.override;

import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import java.util.List;

/**
 * One override.
 *
 * @param order ClOrdID of the denied order
 * @param terms what may be asked for again
 * @param reasons reason codes of the rules that denied it; no other is overridden
 * @param who login of the person who granted it
 * @param why reason given
 * @param granted when, UTC nanoseconds since 1970
 * @param expires from when on it counts no more, UTC nanoseconds since 1970
 * @param state what became of it
 * @param ended when it was used, revoked or expired, UTC nanoseconds since 1970; 0 while it stands
 * @param by who ended it: the login of who revoked it; empty otherwise
 */
public record OverrideGrant(
    ClOrdId order,
    NewOrder terms,
    List<String> reasons,
    String who,
    String why,
    long granted,
    long expires,
    State state,
    long ended,
    String by) {

  public OverrideGrant {
    reasons = List.copyOf(reasons);
  }

  /** What became of it. */
  public enum State {
    /** It stands: the order may come. */
    STANDING,
    /** The order came and was let through. */
    USED,
    /** The order did not come in time. */
    EXPIRED,
    /** It was taken back. */
    REVOKED
  }

  /** The same grant after it ended. */
  public OverrideGrant ended(State how, long when, String whom) {
    return new OverrideGrant(order, terms, reasons, who, why, granted, expires, how, when, whom);
  }
}
