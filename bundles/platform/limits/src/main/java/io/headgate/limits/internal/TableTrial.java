package io.headgate.limits.internal;

import io.headgate.spi.limits.LimitRow;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.limits.LimitTrial;
import io.headgate.spi.limits.ResolvedLimits;
import java.util.List;

/**
 * Limits that do not serve.
 *
 * @param table answers
 */
record TableTrial(LimitTable table) implements LimitTrial {

  @Override
  public ResolvedLimits resolve(LimitSubject subject, long epochNanos) {
    return table.resolve(subject, epochNanos);
  }

  @Override
  public List<LimitRow> rows() {
    return table.rows();
  }

  @Override
  public String hash() {
    return table.hash();
  }
}
