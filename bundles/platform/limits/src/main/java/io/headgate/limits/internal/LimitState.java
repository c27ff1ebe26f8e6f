package io.headgate.limits.internal;

import io.headgate.model.decision.Severity;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.LimitRow;
import io.headgate.spi.plugin.Health;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What serves and what is wrong; replaced as a whole.
 *
 * @param version counts the changes of what answers
 * @param base the last set without a fault; null if there never was one
 * @param table what answers: that set, or the same with nothing but closing orders, while it is not
 *     known which instruments are restricted
 * @param files names of the files in force
 * @param failures why the files as they are now do not serve, one line each
 */
record LimitState(
    long version,
    @Nullable LimitTable base,
    @Nullable LimitTable table,
    List<String> files,
    List<String> failures) {

  /** Before anything was read. */
  static final LimitState EMPTY = new LimitState(0, null, null, List.of(), List.of());

  /** A set without a fault serves from now on. */
  LimitState serving(LimitSet set, LimitTable made) {
    return next(made, made, set.files(), List.of());
  }

  /**
   * The last good set stays; but if a list of restricted instruments is at fault, any instrument
   * could stand in it, so that only closing orders pass until it can be read (invariant I4).
   */
  LimitState keeping(LimitSet set, Function<List<LimitRow>, LimitTable> maker) {
    String unknown = set.restrictionsUnknown();
    LimitTable kept = base;
    if (kept != null && unknown != null) {
      List<LimitRow> rows = new ArrayList<>(kept.rows());
      rows.add(closingOnly(unknown));
      kept = maker.apply(rows);
    }
    return next(base, kept, files, set.faults());
  }

  private static LimitRow closingOnly(String why) {
    return new LimitRow(
        "firm",
        "*",
        LimitKind.RESTRICTED_OPENING_QTY,
        0,
        Severity.BLOCK,
        Long.MIN_VALUE,
        Long.MAX_VALUE,
        "",
        "only closing orders pass until the list can be read",
        why);
  }

  /** The same rows are no new version, and keep the answers that were found. */
  private LimitState next(
      @Nullable LimitTable newBase,
      @Nullable LimitTable answering,
      List<String> newFiles,
      List<String> newFailures) {
    boolean same =
        answering == null ? table == null : table != null && table.hash().equals(answering.hash());
    LimitTable serving = same ? table : answering;
    return new LimitState(
        same ? version : version + 1,
        answering == newBase ? serving : newBase,
        serving,
        newFiles,
        newFailures);
  }

  /** Whether orders are denied because something cannot be read. */
  boolean isClosed() {
    return table == null || table != base;
  }

  /** What is wrong for those who look at the node's health; null if nothing is. */
  @Nullable Health trouble() {
    String why = LoadAlarm.shown(failures);
    if (table == null) {
      return Health.down("no limits could be read, every order is denied: " + why);
    }
    if (isClosed()) {
      return Health.degraded("only closing orders pass: " + why);
    }
    return failures.isEmpty()
        ? null
        : Health.degraded("the limits before the last change serve on: " + why);
  }

  /** Hash of what answers; empty if nothing does. */
  String hash() {
    return table == null ? "" : table.hash();
  }
}
