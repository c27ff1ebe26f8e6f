package io.headgate.testkit.fake;

import io.headgate.model.decision.Verdict;
import io.headgate.model.order.Side;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.limits.Rights;
import org.jspecify.annotations.Nullable;

/** Grants everything; counts what is still reserved, so that a leak shows. */
public final class UnlimitedRights implements Rights {

  private long reserved;

  @Override
  public @Nullable Verdict reserve(
      LimitSubject subject, Side side, long quantity, long epochNanos) {
    reserved += quantity;
    return null;
  }

  @Override
  public void release(LimitSubject subject, Side side, long quantity) {
    reserved -= quantity;
  }

  @Override
  public void fill(LimitSubject subject, Side side, long reservedQuantity, long filled) {
    reserved -= reservedQuantity;
  }

  @Override
  public void restore(LimitSubject subject, Side side, long quantity) {
    reserved += quantity;
  }

  @Override
  public long headroom(LimitSubject subject, Side side, long epochNanos) {
    return Long.MAX_VALUE;
  }

  /** What open orders hold, both sides, all instruments; 0 once all are terminal. */
  public long reserved() {
    return reserved;
  }
}
