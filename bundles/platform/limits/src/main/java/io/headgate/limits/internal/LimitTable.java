package io.headgate.limits.internal;

import io.headgate.model.decision.Severity;
import io.headgate.model.instrument.Instrument;
import io.headgate.model.number.Fixed;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.LimitRow;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.limits.ResolvedLimits;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One set of rows, ready to be asked. Immutable, but for a cache of answers. */
public final class LimitTable {

  private static final LimitKind[] KINDS = LimitKind.values();
  private static final int HUNDRED = 100;
  private static final int MOST_SHARED = 4_096;

  private final List<LimitRow> rows;
  private final Map<String, List<LimitRow>> byWho = new HashMap<>();
  private final int warnAtPercent;
  private final int nodes;
  private final String hash;
  private final AnswerCache answers = new AnswerCache();

  /** Subjects for which the same rows count share one answer, which then stays near the core. */
  private final Map<ResolvedLimits, ResolvedLimits> shared = new ConcurrentHashMap<>();

  /**
   * @param rows in the order of files and lines, without overlaps
   * @param warnAtPercent share of a blocking limit from which is warned, where no row says so
   * @param nodes among which limits over all nodes are divided, rounded down
   */
  LimitTable(List<LimitRow> rows, int warnAtPercent, int nodes) {
    this.rows = List.copyOf(rows);
    this.warnAtPercent = warnAtPercent;
    this.nodes = nodes;
    this.hash = hash(rows);
    for (LimitRow row : rows) {
      byWho.computeIfAbsent(row.who(), who -> new ArrayList<>()).add(row);
    }
  }

  List<LimitRow> rows() {
    return rows;
  }

  /** SHA-256 over the rows, with their places. */
  String hash() {
    return hash;
  }

  private static String hash(List<LimitRow> rows) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (LimitRow row : rows) {
        digest.update((row + "\n").getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The tightest limits that apply at a moment. */
  ResolvedLimits resolve(LimitSubject subject, long epochNanos) {
    ResolvedLimits known = answers.find(subject, epochNanos);
    if (known != null) {
      return known;
    }
    Tightest tightest = new Tightest(subject, epochNanos);
    tightest.add(byWho.get("firm"));
    tightest.add(byWho.get("account=" + subject.originator().account()));
    tightest.add(byWho.get("trader=" + subject.originator().trader()));
    tightest.add(byWho.get("strategy=" + subject.originator().strategy()));
    ResolvedLimits answer = shared(tightest.answer(warnAtPercent, nodes));
    answers.keep(subject, tightest.since, answer);
    return answer;
  }

  private ResolvedLimits shared(ResolvedLimits answer) {
    if (shared.size() >= MOST_SHARED) {
      shared.clear();
    }
    ResolvedLimits first = shared.putIfAbsent(answer, answer);
    return first == null ? answer : first;
  }

  /** What the second column of a row may say of an instrument. */
  public record What(String instrument, String symbol, String sector) {

    public What(Instrument of) {
      this("instrument=" + of.id(), "symbol=" + of.id().symbol(), "sector=" + of.sector());
    }

    /** Whether a row is for the instrument. */
    public boolean isCoveredBy(LimitRow row) {
      String what = row.what();
      return what.equals("*")
          || what.equals(instrument)
          || what.equals(symbol)
          || what.equals(sector);
    }
  }

  /** Collects the rows that apply. */
  private static final class Tightest {
    private final What what;
    private final long now;
    private final @Nullable LimitRow[] block = new @Nullable LimitRow[KINDS.length];
    private final @Nullable LimitRow[] warn = new @Nullable LimitRow[KINDS.length];
    private long since = Long.MIN_VALUE;
    private long until = Long.MAX_VALUE;

    Tightest(LimitSubject subject, long now) {
      this.what = new What(subject.instrument());
      this.now = now;
    }

    void add(@Nullable List<LimitRow> candidates) {
      if (candidates == null) {
        return;
      }
      for (int i = 0; i < candidates.size(); i++) {
        LimitRow row = candidates.get(i);
        if (what.isCoveredBy(row)) {
          boundary(row.effectiveFrom());
          boundary(row.effectiveTo());
          if (isInForce(row) && !isWidened(row, candidates, i)) {
            @Nullable LimitRow[] best = row.severity() == Severity.BLOCK ? block : warn;
            int kind = row.kind().ordinal();
            best[kind] = tighter(best[kind], row);
          }
        }
      }
    }

    private boolean isInForce(LimitRow row) {
      return row.effectiveFrom() <= now && now < row.effectiveTo();
    }

    /** Whether another row for the same people permits more; of equal ones the first counts. */
    private boolean isWidened(LimitRow row, List<LimitRow> ofTheSame, int place) {
      if (!row.kind().isPermission()) {
        return false;
      }
      for (int i = 0; i < ofTheSame.size(); i++) {
        LimitRow other = ofTheSame.get(i);
        boolean comparable =
            i != place && other.kind() == row.kind() && other.severity() == row.severity();
        if (comparable && what.isCoveredBy(other) && isInForce(other)) {
          if (other.value() > row.value() || (other.value() == row.value() && i < place)) {
            return true;
          }
        }
      }
      return false;
    }

    private void boundary(long moment) {
      if (moment > now) {
        until = Math.min(until, moment);
      } else {
        since = Math.max(since, moment);
      }
    }

    private static LimitRow tighter(@Nullable LimitRow best, LimitRow row) {
      if (best == null) {
        return row;
      }
      return isTighter(row.kind(), row.value(), best.value()) ? row : best;
    }

    private static boolean isTighter(LimitKind kind, long value, long than) {
      return kind.isWindow() ? value > than : value < than;
    }

    ResolvedLimits answer(int warnAtPercent, int nodes) {
      ResolvedLimits.Builder answer = ResolvedLimits.builder(until);
      for (LimitKind kind : KINDS) {
        LimitRow blocking = block[kind.ordinal()];
        LimitRow warning = warn[kind.ordinal()];
        int parts = kind.divided() ? nodes : 1;
        if (blocking == null) {
          if (warning != null) {
            answer.warn(kind, warning.value() / parts, warning.source());
          }
          continue;
        }
        long most = blocking.value() / parts;
        answer.block(kind, most, blocking.source());
        // A warning that comes no sooner than the block warns of nothing: it never widens.
        if (warning != null && isTighter(kind, warning.value() / parts, most)) {
          answer.warn(kind, warning.value() / parts, warning.source());
        } else if (!kind.isWindow()) {
          answer.warn(kind, Fixed.mulDivFloor(most, warnAtPercent, HUNDRED));
        }
      }
      return answer.build();
    }
  }
}
