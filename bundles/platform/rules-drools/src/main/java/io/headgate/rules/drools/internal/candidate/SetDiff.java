package io.headgate.rules.drools.internal.candidate;

import io.headgate.rules.drools.internal.load.LoadException;
import io.headgate.rules.drools.internal.load.SetFiles;
import io.headgate.rules.drools.internal.text.PlacedRule;
import io.headgate.rules.drools.internal.text.RuleTree;
import io.headgate.spi.candidate.RuleDifference;
import io.headgate.spi.limits.LimitRow;
import io.headgate.spi.limits.LimitTrial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares two sets by what their rules and limits mean, not by how they are written. */
final class SetDiff {

  private static final int MAX_LINES = 40;

  private SetDiff() {}

  /** The differences: rules first, then limits, by name. */
  static List<RuleDifference> between(NamedSet from, NamedSet to) {
    List<RuleDifference> found = new ArrayList<>();
    compare(
        "rule",
        rules(from),
        rules(to),
        (one, other) -> meaning(one.tree()).equals(meaning(other.tree())),
        rule -> shown(from.files(), rule),
        rule -> shown(to.files(), rule),
        found);
    LimitTrial before = from.limits();
    LimitTrial after = to.limits();
    // Where neither brings limits of its own, the same serve with both.
    if (before != null && after != null) {
      compare(
          "limit",
          limits(before),
          limits(after),
          (one, other) -> meaning(one).equals(meaning(other)),
          SetDiff::shown,
          SetDiff::shown,
          found);
    }
    return found;
  }

  private static <T> void compare(
      String kind,
      Map<String, T> from,
      Map<String, T> to,
      BiPredicate<T, T> same,
      Function<T, String> showFrom,
      Function<T, String> showTo,
      List<RuleDifference> found) {
    TreeSet<String> names = new TreeSet<>(from.keySet());
    names.addAll(to.keySet());
    for (String name : names) {
      @Nullable T before = from.get(name);
      @Nullable T after = to.get(name);
      if (before == null || after == null) {
        found.add(
            new RuleDifference(
                kind,
                name,
                before == null ? "ADDED" : "REMOVED",
                before == null ? "" : showFrom.apply(before),
                after == null ? "" : showTo.apply(after)));
      } else if (!same.test(before, after)) {
        found.add(
            new RuleDifference(kind, name, "CHANGED", showFrom.apply(before), showTo.apply(after)));
      }
    }
  }

  private static Map<String, PlacedRule> rules(NamedSet set) {
    Map<String, PlacedRule> rules = new LinkedHashMap<>();
    try {
      set.files().rules().forEach(rule -> rules.put(rule.name(), rule));
    } catch (LoadException e) {
      throw Sets.refused(set.name(), e);
    }
    return rules;
  }

  private static List<Object> meaning(RuleTree rule) {
    return List.of(rule.salience(), rule.when(), rule.then());
  }

  private static String shown(SetFiles files, PlacedRule rule) {
    List<String> lines = files.text(rule.file()).lines().skip(rule.tree().line() - 1L).toList();
    StringBuilder text = new StringBuilder(rule.source()).append(':');
    for (String line : lines.subList(0, Math.min(MAX_LINES, lines.size()))) {
      text.append(' ').append(line.strip());
      if (rule.file().endsWith(".csv") || line.strip().equals("end")) {
        break;
      }
    }
    return text.toString();
  }

  private static Map<String, LimitRow> limits(LimitTrial trial) {
    Map<String, LimitRow> rows = new LinkedHashMap<>();
    for (LimitRow row : trial.rows()) {
      // The same limit for several times is told apart by when it begins.
      String name =
          "%s %s %s %s%s"
              .formatted(
                  row.who(),
                  row.what(),
                  row.kind().word(),
                  row.severity(),
                  moment(" from ", row.effectiveFrom()));
      // Only an instrument can be restricted twice, and the tighter row counts.
      rows.merge(name, row, (one, other) -> other.value() < one.value() ? other : one);
    }
    return rows;
  }

  private static List<Object> meaning(LimitRow row) {
    return List.of(row.value(), row.effectiveFrom(), row.effectiveTo());
  }

  private static String shown(LimitRow row) {
    return "%s: %s %s%s%s"
        .formatted(
            row.source(),
            row.kind().unit().format(row.value()),
            row.kind().unit().word(),
            moment(" from ", row.effectiveFrom()),
            moment(" until ", row.effectiveTo()));
  }

  /** Nothing for always. */
  private static String moment(String word, long epochNanos) {
    return epochNanos == Long.MIN_VALUE || epochNanos == Long.MAX_VALUE
        ? ""
        : word + Instant.ofEpochSecond(0, epochNanos);
  }
}
