package io.headgate.limits.internal.rights;

import io.headgate.model.decision.Verdict;
import io.headgate.model.order.Side;
import io.headgate.spi.limits.LimitRow;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.limits.Limits;
import io.headgate.spi.limits.Rights;
import io.headgate.spi.limits.RightsUse;
import io.headgate.spi.node.NodeInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/**
 * Rights by static division: this node's part of a limit is the limit over the number of configured
 * nodes, rounded down. Usage is kept for every scope and instrument, whether a row limits it or
 * not, so that rows can come and go at run time. Grants allocate nothing.
 */
@Component(service = Rights.class, scope = ServiceScope.PROTOTYPE)
public final class DividedRights implements Rights {

  private final Limits limits;
  private final int nodes;
  private final SubjectTable subjects = new SubjectTable();
  private final Map<String, List<LimitRow>> rowsByWho = new HashMap<>();
  private final long[] opens = new long[SubjectTable.SCOPES];
  private final long[] shares = new long[SubjectTable.SCOPES];
  private long rowsVersion = Long.MIN_VALUE;

  @Activate
  public DividedRights(@Reference Limits limits, @Reference NodeInfo node) {
    this.limits = limits;
    this.nodes = node.configuredNodes();
  }

  @Override
  public @Nullable Verdict reserve(
      LimitSubject subject, Side side, long quantity, long epochNanos) {
    requirePositive(quantity);
    boolean buy = side == Side.BUY;
    Bucket[] buckets = fresh(subject, epochNanos);
    for (Bucket bucket : buckets) {
      if (!bucket.grants(buy, quantity)) {
        return bucket.shortage(buy, quantity);
      }
    }
    move(buckets, side, quantity, 0);
    return null;
  }

  @Override
  public void release(LimitSubject subject, Side side, long quantity) {
    requirePositive(quantity);
    move(subjects.find(subject).buckets(), side, -quantity, 0);
  }

  @Override
  public void fill(LimitSubject subject, Side side, long reserved, long filled) {
    if (reserved < 0) {
      throw new IllegalArgumentException("a fill can not use up " + reserved + " of rights");
    }
    move(subjects.find(subject).buckets(), side, -reserved, filled);
  }

  @Override
  public void restore(LimitSubject subject, Side side, long quantity) {
    requirePositive(quantity);
    move(subjects.find(subject).buckets(), side, quantity, 0);
  }

  @Override
  public long headroom(LimitSubject subject, Side side, long epochNanos) {
    boolean buy = side == Side.BUY;
    long least = Long.MAX_VALUE;
    for (Bucket bucket : fresh(subject, epochNanos)) {
      least = Math.min(least, bucket.headroom(buy));
    }
    return least;
  }

  @Override
  public List<RightsUse> uses() {
    List<RightsUse> uses = new ArrayList<>();
    subjects.all().forEach(bucket -> bucket.describe(uses));
    return uses;
  }

  /** Changes all scopes, or none if one of them cannot be changed so. */
  private void move(Bucket[] buckets, Side side, long opened, long filled) {
    for (int i = 0; i < SubjectTable.SCOPES; i++) {
      opens[i] = buckets[i].openAfter(side, opened);
      shares[i] = buckets[i].shareAfter(side, filled);
    }
    for (int i = 0; i < SubjectTable.SCOPES; i++) {
      buckets[i].set(side, opens[i], shares[i]);
    }
  }

  private static void requirePositive(long quantity) {
    if (quantity <= 0) {
      throw new IllegalArgumentException("quantity is " + quantity + ", expected more than 0");
    }
  }

  private Bucket[] fresh(LimitSubject subject, long epochNanos) {
    Bucket[] buckets = subjects.find(subject).buckets();
    long version = limits.version();
    for (Bucket bucket : buckets) {
      if (!bucket.isFresh(version, epochNanos)) {
        refresh(bucket, subject, version, epochNanos);
      }
    }
    return buckets;
  }

  private void refresh(Bucket bucket, LimitSubject subject, long version, long epochNanos) {
    if (rowsVersion != version) {
      readRows(version);
    }
    if (limits.resolve(subject, epochNanos) == null) {
      bucket.refuse(version, epochNanos);
    } else {
      List<LimitRow> rows = rowsByWho.getOrDefault(bucket.who(), List.of());
      bucket.refresh(rows, subject, nodes, version, epochNanos);
    }
  }

  private void readRows(long version) {
    rowsByWho.clear();
    for (LimitRow row : limits.governing()) {
      if (row.kind().additive()) {
        rowsByWho.computeIfAbsent(row.who(), who -> new ArrayList<>()).add(row);
      }
    }
    rowsVersion = version;
  }
}
