package io.headgate.testkit.fake;

import io.headgate.model.decision.Severity;
import io.headgate.model.decision.Unit;
import io.headgate.model.decision.Verdict;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.LimitRow;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.limits.Rights;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rights of the contract in their plainest form: exact big-integer sums, no caches; each limit
 * divided by the number of nodes. What faster ones are checked against.
 */
public final class SimpleRights implements Rights {

  private static final BigInteger NO_LIMIT = BigInteger.ONE.shiftLeft(80);

  private final List<LimitRow> rows;
  private final int nodes;
  private final Map<Scope, Usage> usage = new HashMap<>();

  /**
   * @param rows limits; only blocking rows of additive kinds count
   * @param nodes nodes that share them, at least 1
   */
  public SimpleRights(List<LimitRow> rows, int nodes) {
    this.rows = List.copyOf(rows);
    this.nodes = nodes;
  }

  @Override
  public @Nullable Verdict reserve(
      LimitSubject subject, Side side, long quantity, long epochNanos) {
    for (Scope scope : scopes(subject)) {
      for (LimitRow row : rows) {
        if (!applies(row, scope, subject, side, epochNanos)) {
          continue;
        }
        BigInteger worst = worst(scope, side).add(BigInteger.valueOf(quantity));
        if (worst.compareTo(part(row)) > 0) {
          return new Verdict(
              "rights",
              Severity.BLOCK,
              "RIGHTS_EXHAUSTED",
              worst.min(BigInteger.valueOf(Long.MAX_VALUE)).longValue(),
              part(row).longValue(),
              Unit.QTY,
              row.source());
        }
      }
    }
    restore(subject, side, quantity);
    return null;
  }

  @Override
  public void release(LimitSubject subject, Side side, long quantity) {
    restore(subject, side, -quantity);
  }

  @Override
  public void fill(LimitSubject subject, Side side, long reserved, long filled) {
    restore(subject, side, -reserved);
    for (Scope scope : scopes(subject)) {
      Usage used = usage.computeIfAbsent(scope, s -> new Usage());
      used.share = used.share.add(BigInteger.valueOf(filled * side.sign()));
    }
  }

  @Override
  public void restore(LimitSubject subject, Side side, long quantity) {
    for (Scope scope : scopes(subject)) {
      Usage used = usage.computeIfAbsent(scope, s -> new Usage());
      if (side == Side.BUY) {
        used.openBuys = used.openBuys.add(BigInteger.valueOf(quantity));
      } else {
        used.openSells = used.openSells.add(BigInteger.valueOf(quantity));
      }
    }
  }

  @Override
  public long headroom(LimitSubject subject, Side side, long epochNanos) {
    BigInteger least = NO_LIMIT;
    for (Scope scope : scopes(subject)) {
      for (LimitRow row : rows) {
        if (applies(row, scope, subject, side, epochNanos)) {
          least = least.min(part(row).subtract(worst(scope, side)));
        }
      }
    }
    return least.max(BigInteger.ZERO).min(BigInteger.valueOf(Long.MAX_VALUE)).longValue();
  }

  private BigInteger worst(Scope scope, Side side) {
    Usage used = usage.computeIfAbsent(scope, s -> new Usage());
    return side == Side.BUY ? used.share.add(used.openBuys) : used.openSells.subtract(used.share);
  }

  private BigInteger part(LimitRow row) {
    return BigInteger.valueOf(row.value() / nodes);
  }

  private static boolean applies(
      LimitRow row, Scope scope, LimitSubject subject, Side side, long epochNanos) {
    LimitKind wanted =
        side == Side.BUY ? LimitKind.MAX_LONG_POSITION : LimitKind.MAX_SHORT_POSITION;
    boolean what =
        row.what().equals("*")
            || row.what().equals("instrument=" + subject.instrument().id())
            || row.what().equals("sector=" + subject.instrument().sector());
    return row.kind() == wanted
        && row.severity() == Severity.BLOCK
        && row.who().equals(scope.who())
        && what
        && row.effectiveFrom() <= epochNanos
        && epochNanos < row.effectiveTo();
  }

  private static List<Scope> scopes(LimitSubject subject) {
    Originator by = subject.originator();
    InstrumentId what = subject.instrument().id();
    return List.of(
        new Scope("firm", what),
        new Scope("account=" + by.account(), what),
        new Scope("trader=" + by.trader(), what),
        new Scope("strategy=" + by.strategy(), what));
  }

  private record Scope(String who, InstrumentId what) {}

  private static final class Usage {
    private BigInteger share = BigInteger.ZERO;
    private BigInteger openBuys = BigInteger.ZERO;
    private BigInteger openSells = BigInteger.ZERO;
  }
}
