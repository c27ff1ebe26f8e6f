package io.headgate.rules.drools.internal.candidate;

import io.headgate.spi.limits.LimitRow;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.limits.LimitTrial;
import io.headgate.spi.limits.Limits;
import io.headgate.spi.limits.ResolvedLimits;
import java.util.List;

/**
 * The limits that serve, to hold past orders against them.
 *
 * @param limits that serve
 */
record ServingLimits(Limits limits) implements LimitTrial {

  /**
   * @throws IllegalStateException if none serve
   */
  ServingLimits {
    if (limits.hash().isEmpty()) {
      throw new IllegalStateException("no limits serve; limit:reload says what is wrong");
    }
  }

  @Override
  public ResolvedLimits resolve(LimitSubject subject, long epochNanos) {
    ResolvedLimits resolved = limits.resolve(subject, epochNanos);
    if (resolved == null) {
      throw new IllegalStateException("the limits stopped to serve; try again");
    }
    return resolved;
  }

  @Override
  public List<LimitRow> rows() {
    return limits.rows();
  }

  @Override
  public String hash() {
    return limits.hash();
  }
}
