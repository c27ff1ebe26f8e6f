package io.headgate.testkit.contract;

import io.headgate.model.decision.Severity;
import io.headgate.model.order.Originator;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.LimitRow;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.limits.Limits;
import io.headgate.spi.limits.ResolvedLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

class LimitsContractTest extends LimitsContract {

  @Override
  protected Limits create(List<LimitRow> rows) {
    Plain limits = new Plain();
    limits.set(rows);
    return limits;
  }

  @Override
  protected Limits unreadable() {
    return new Plain();
  }

  @Override
  protected List<String> replace(Limits limits, List<LimitRow> rows) {
    ((Plain) limits).set(rows);
    return limits.reload();
  }

  /** Scans its rows for every question. */
  private static final class Plain implements Limits {
    private @Nullable List<LimitRow> rows;
    private long version;

    void set(List<LimitRow> newRows) {
      List<LimitRow> numbered = new ArrayList<>();
      for (LimitRow r : newRows) {
        String source = "rows:" + (numbered.size() + 1);
        numbered.add(
            new LimitRow(
                r.who(),
                r.what(),
                r.kind(),
                r.value(),
                r.severity(),
                r.effectiveFrom(),
                r.effectiveTo(),
                r.owner(),
                r.basis(),
                source));
      }
      rows = numbered;
      version++;
    }

    @Override
    public long version() {
      return version;
    }

    @Override
    public @Nullable ResolvedLimits resolve(LimitSubject subject, long at) {
      if (rows == null) {
        return null;
      }
      long validUntil = Long.MAX_VALUE;
      List<LimitRow> inForce = new ArrayList<>();
      for (LimitRow row : rows) {
        if (at < row.effectiveFrom()) {
          validUntil = Math.min(validUntil, row.effectiveFrom());
        } else if (at < row.effectiveTo()) {
          validUntil = Math.min(validUntil, row.effectiveTo());
          inForce.add(row);
        }
      }
      ResolvedLimits.Builder builder = ResolvedLimits.builder(validUntil);
      for (LimitKind kind : LimitKind.values()) {
        for (Severity severity : List.of(Severity.WARN, Severity.BLOCK)) {
          pick(builder, inForce, subject, kind, severity);
        }
      }
      return builder.build();
    }

    private static void pick(
        ResolvedLimits.Builder builder,
        List<LimitRow> inForce,
        LimitSubject subject,
        LimitKind kind,
        Severity severity) {
      LimitRow best = null;
      for (LimitRow row : inForce) {
        if (row.kind() != kind
            || row.severity() != severity
            || !applies(row, subject)
            || isWidened(row, inForce, subject)) {
          continue;
        }
        boolean tighter =
            best == null
                || (kind.isWindow() ? row.value() > best.value() : row.value() < best.value());
        best = tighter ? row : best;
      }
      if (best != null && severity == Severity.BLOCK) {
        builder.block(kind, best.value(), best.source());
      } else if (best != null) {
        builder.warn(kind, best.value(), best.source());
      }
    }

    private static boolean isWidened(LimitRow row, List<LimitRow> inForce, LimitSubject subject) {
      return row.kind().isPermission()
          && inForce.stream()
              .anyMatch(
                  other ->
                      other.kind() == row.kind()
                          && other.severity() == row.severity()
                          && other.who().equals(row.who())
                          && applies(other, subject)
                          && other.value() > row.value());
    }

    private static boolean applies(LimitRow row, LimitSubject subject) {
      Originator by = subject.originator();
      return Set.of(
                  "firm",
                  "account=" + by.account(),
                  "trader=" + by.trader(),
                  "strategy=" + by.strategy())
              .contains(row.who())
          && Set.of(
                  "*",
                  "instrument=" + subject.instrument().id(),
                  "sector=" + subject.instrument().sector())
              .contains(row.what());
    }

    @Override
    public List<LimitRow> rows() {
      return rows == null ? List.of() : List.copyOf(rows);
    }

    @Override
    public List<String> failures() {
      return rows == null ? List.of("rows:1: nothing to read") : List.of();
    }

    @Override
    public String hash() {
      return "%064x".formatted(version);
    }

    @Override
    public List<String> reload() {
      return List.of();
    }
  }
}
