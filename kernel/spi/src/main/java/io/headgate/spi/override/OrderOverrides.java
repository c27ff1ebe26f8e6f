package io.headgate.spi.override;

import io.headgate.model.order.ClOrdId;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Overrides of rules for single orders, as Commission Delegated Regulation (EU) 2017/589 (RTS 6),
 * Article 15(6), allows them: temporarily, for a specific order, by designated staff.
 *
 * <p>A granted override lets the same order (same originator, instrument, side, type, quantity,
 * price, time in force and broker) through once when it is asked for again before the grant
 * expires, although the rules block it for the reasons for which they denied it. What denies for
 * another reason still denies, and so do kills, restrictions, rights, missing prices and every
 * other check of the path.
 *
 * <p>Grants are kept in memory: a restart ends them all. Safe from every thread.
 */
@ProviderType
public interface OrderOverrides {

  /** Longest time that a grant may last, minutes. */
  int MOST_MINUTES = 60;

  /** The latest grants, newest first. */
  List<OverrideGrant> grants();

  /**
   * Grants an override; in force when this returns.
   *
   * @param order ClOrdID of the denied order
   * @param who login of the person who grants it
   * @param why reason, not blank
   * @param minutes how long it lasts, 1 to {@link #MOST_MINUTES}
   * @throws IllegalArgumentException if there is no such decision in memory, if it was no new order
   *     that rules alone denied, if {@code who} asked for the order, or if a value is out of range
   * @throws IllegalStateException if a grant for the order stands already
   */
  OverrideGrant grant(ClOrdId order, String who, String why, int minutes);

  /**
   * Takes a grant back that was not used.
   *
   * @param order ClOrdID of the denied order
   * @param who login of the person who takes it back
   * @throws IllegalArgumentException if no grant for the order stands
   */
  OverrideGrant revoke(ClOrdId order, String who);
}
