package io.headgate.spi.limits;

import io.headgate.model.decision.Verdict;
import io.headgate.model.order.Side;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What this node may spend of the additive limits, without asking anybody.
 *
 * <p>Called by the order loop alone, never concurrently; never blocks. For every scope (firm,
 * account, trader, strategy) and instrument it keeps this node's position share and its open buys
 * and sells. A buy is granted while share + open buys + quantity ≤ the node's part of every long
 * limit that applies; a sell likewise against the short limits. Σ of the parts ≤ the limit, so the
 * limit holds over all nodes whatever fails (invariant I1).
 *
 * <p>Offered as a prototype service: every engine that starts gets rights from which nothing has
 * been taken, and takes again what its journal says.
 */
@ProviderType
public interface Rights {

  /**
   * Takes rights in every scope that applies, all or none.
   *
   * @param quantity above 0, nine decimals
   * @return null if granted; else the verdict of the scope that is short, {@code RIGHTS_EXHAUSTED},
   *     with nothing taken
   */
  @Nullable Verdict reserve(LimitSubject subject, Side side, long quantity, long epochNanos);

  /** Gives back rights of an open order that will not fill. */
  void release(LimitSubject subject, Side side, long quantity);

  /**
   * Turns rights into position.
   *
   * @param reserved how much of the order's rights the fill uses up; below {@code filled} on an
   *     overfill or a fill after a cancel
   * @param filled filled quantity, nine decimals; below 0 takes a busted trade back
   */
  void fill(LimitSubject subject, Side side, long reserved, long filled);

  /** Takes rights without a check, for what was granted before a restart; may leave a debt. */
  void restore(LimitSubject subject, Side side, long quantity);

  /** Largest quantity that {@link #reserve} would grant; {@link Long#MAX_VALUE} without a limit. */
  long headroom(LimitSubject subject, Side side, long epochNanos);

  /**
   * What every scope uses of this node's part of a limit, where one limits it, as last looked at;
   * by scope and instrument. Called by the engine's thread.
   */
  default List<RightsUse> uses() {
    return List.of();
  }
}
