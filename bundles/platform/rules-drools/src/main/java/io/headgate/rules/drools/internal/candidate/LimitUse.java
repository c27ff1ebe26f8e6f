package io.headgate.rules.drools.internal.candidate;

import io.headgate.model.decision.Severity;
import io.headgate.model.decision.Unit;
import io.headgate.model.decision.Verdict;
import io.headgate.rules.drools.internal.text.PlacedRule;
import io.headgate.rules.drools.internal.text.VerdictCall;
import io.headgate.spi.candidate.Tightness;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.LimitRow;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.rules.OrderContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How near orders come to each limit; one thread adds, any may look. */
final class LimitUse {

  private static final double WHOLE = 100;

  private final List<LimitCheck> checks;
  private final Map<String, RuleNumber> numbers = new LinkedHashMap<>();
  private final Map<String, LimitKind> kinds = new LinkedHashMap<>();
  private final List<LimitRow> rows;
  private final int nearPercent;
  private final Map<Key, Use> uses = new LinkedHashMap<>();
  private long orders;

  /** A number in a file: a limit of a kind, or one that stands in a rule. */
  private record Key(@Nullable LimitKind kind, String source) {}

  private static final class Use {
    private final long limit;
    private long orders;
    private long caught;
    private long warned;
    private long near;
    private double highest;

    private Use(long limit) {
      this.limit = limit;
    }
  }

  /**
   * @param rules of the set that judges
   * @param rows of the limit files, to find those that nothing is held against
   * @param nearPercent share from which an order is a near miss
   */
  LimitUse(List<PlacedRule> rules, List<LimitRow> rows, int nearPercent) {
    this.checks = LimitCheck.of(rules);
    this.rows = List.copyOf(rows);
    this.nearPercent = nearPercent;
    for (PlacedRule rule : rules) {
      RuleNumber number = RuleNumber.of(rule);
      if (number != null) {
        numbers.put(rule.name(), number);
      }
      for (VerdictCall call : rule.tree().then()) {
        if (call.kind() != null) {
          kinds.put(said(rule.name(), call.severity(), call.reason()), call.kind());
        }
      }
    }
  }

  private static String said(String rule, Severity severity, String reason) {
    return severity + " " + reason + " " + rule;
  }

  /** One order that was judged; what the set said of it. */
  synchronized void add(OrderContext context, List<Verdict> verdicts) {
    orders++;
    ResolvedLimits limits = context.limits();
    for (LimitCheck check : checks) {
      LimitKind kind = check.kind();
      add(check, context, limits.block(kind), limits.source(kind));
      if (!limits.warnSource(kind).equals(limits.source(kind))) {
        add(check, context, limits.warn(kind), limits.warnSource(kind));
      }
    }
    numbers.values().forEach(number -> add(number, context));
    for (Verdict verdict : verdicts) {
      Use use = use(verdict);
      if (use != null && verdict.severity() == Severity.BLOCK) {
        use.caught++;
      } else if (use != null) {
        use.warned++;
      }
    }
  }

  private void add(LimitCheck check, OrderContext context, long limit, String source) {
    if (limit == check.kind().absent()) {
      return;
    }
    double share;
    try {
      if (!check.looksAt(context)) {
        return;
      }
      share = check.share(context, limit);
    } catch (ArithmeticException e) {
      // The rule fails on this order, which is counted there; no share can be told.
      return;
    }
    Use use = uses.computeIfAbsent(new Key(check.kind(), source), key -> new Use(limit));
    use.orders++;
    use.highest = Math.max(use.highest, share);
    if (share >= nearPercent && share <= WHOLE) {
      use.near++;
    }
  }

  private void add(RuleNumber number, OrderContext context) {
    try {
      if (!number.looksAt(context)) {
        return;
      }
      double share = number.share(context);
      Use use = use(number, number.number());
      use.orders++;
      use.highest = Math.max(use.highest, share);
      if (share >= nearPercent && !number.catches(context)) {
        use.near++;
      }
    } catch (ArithmeticException e) {
      // The rule fails on this order, which is counted there; no share can be told.
    }
  }

  private Use use(RuleNumber number, long value) {
    return uses.computeIfAbsent(new Key(null, number.rule().source()), key -> new Use(value));
  }

  private @Nullable Use use(Verdict verdict) {
    LimitKind kind = kinds.get(said(verdict.rule(), verdict.severity(), verdict.reason()));
    if (kind != null) {
      return uses.get(new Key(kind, verdict.source()));
    }
    RuleNumber number = numbers.get(verdict.rule());
    return number == null ? null : use(number, verdict.limit());
  }

  /** Every limit; those that bite first, those that nothing was held against last. */
  synchronized List<Tightness> tightness() {
    Map<String, LimitRow> bySource = new LinkedHashMap<>();
    rows.forEach(row -> bySource.putIfAbsent(row.kind() + row.source(), row));
    List<Tightness> found = new ArrayList<>();
    uses.forEach(
        (key, use) -> {
          LimitKind kind = key.kind();
          if (kind != null) {
            LimitRow row = bySource.remove(kind + key.source());
            found.add(line(kind, key.source(), row, use));
          }
        });
    for (LimitRow row : bySource.values()) {
      found.add(line(row.kind(), row.source(), row, new Use(row.value())));
    }
    numbers.values().forEach(number -> found.add(line(number)));
    List<String> order = List.of("BITES", "NEAR", "NEVER", "UNMEASURED", "UNUSED");
    found.sort(
        Comparator.comparingInt((Tightness line) -> order.indexOf(line.finding()))
            .thenComparingDouble(line -> -line.highest())
            .thenComparing(line -> file(line.source()))
            .thenComparingInt(line -> row(line.source())));
    return found;
  }

  private static String file(String source) {
    return source.substring(0, Math.max(0, source.lastIndexOf(':')));
  }

  /** The line, as a number: 3 stands before 10. */
  private static int row(String source) {
    String row = source.substring(source.lastIndexOf(':') + 1);
    return row.matches("[0-9]{1,9}") ? Integer.parseInt(row) : 0;
  }

  private Tightness line(LimitKind kind, String source, @Nullable LimitRow row, Use use) {
    return new Tightness(
        kind.word(),
        source,
        row == null ? "" : row.who() + " " + row.what(),
        kind.unit().format(row == null ? use.limit : row.value()),
        kind.unit().word(),
        use.orders,
        use.caught,
        use.warned,
        use.near,
        rounded(use.highest),
        finding(use));
  }

  private static String finding(Use use) {
    if (use.caught > 0) {
      return "BITES";
    }
    if (use.near > 0 || use.warned > 0) {
      return "NEAR";
    }
    return use.orders > 0 ? "NEVER" : "UNUSED";
  }

  private Tightness line(RuleNumber number) {
    PlacedRule rule = number.rule();
    Use use = uses.getOrDefault(new Key(null, rule.source()), new Use(number.number()));
    boolean measured = number.isMeasured();
    boolean known = measured || use.caught + use.warned > 0;
    Unit unit = number.call().value().unit();
    return new Tightness(
        rule.name(),
        rule.source(),
        "",
        known ? unit.format(use.limit) : "",
        unit.word(),
        measured ? use.orders : orders,
        use.caught,
        use.warned,
        use.near,
        rounded(use.highest),
        !known && orders > 0 ? "UNMEASURED" : finding(use));
  }

  private static double rounded(double percent) {
    return Math.rint(percent * 10) / 10;
  }
}
