package io.headgate.limits.internal.rights;

import io.headgate.model.decision.Severity;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.LimitRow;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.limits.Limits;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.node.NodeInfo;
import io.headgate.testkit.fake.FakeNodeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Limits that can be changed, and rights that follow them. */
final class ChangingLimits implements Limits {

  private List<LimitRow> rows = List.of();
  private long version;
  boolean loaded = true;

  void set(List<LimitRow> newRows) {
    rows = List.copyOf(newRows);
    version++;
  }

  @Override
  public long version() {
    return version;
  }

  @Override
  public @Nullable ResolvedLimits resolve(LimitSubject subject, long epochNanos) {
    return loaded ? ResolvedLimits.none() : null;
  }

  @Override
  public List<LimitRow> rows() {
    return rows;
  }

  @Override
  public List<String> failures() {
    return List.of();
  }

  @Override
  public String hash() {
    return "";
  }

  @Override
  public List<String> reload() {
    return List.of();
  }

  /** Rights of one of so many nodes. */
  DividedRights rights(int nodes) {
    return new DividedRights(this, new FakeNodeInfo("N1", nodes, NodeInfo.Mode.LIVE, "1", 1));
  }

  static LimitRow row(String who, LimitKind kind, long value, int line) {
    return row(who, "*", kind, value, line);
  }

  static LimitRow row(String who, String what, LimitKind kind, long value, int line) {
    return new LimitRow(
        who,
        what,
        kind,
        value,
        Severity.BLOCK,
        Long.MIN_VALUE,
        Long.MAX_VALUE,
        "",
        "",
        "limits/a.csv:" + line);
  }
}
