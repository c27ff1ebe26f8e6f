package io.headgate.rules.drools.internal.candidate;

import io.headgate.model.decision.Verdict;
import io.headgate.spi.journal.Journal;
import io.headgate.spi.journal.JournalRecord;
import io.headgate.spi.journal.JournalRecord.Decided;
import io.headgate.spi.rules.ContextImage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes decisions out of the journal and judges them once more. One thread only. */
final class Study implements Journal.Reader {

  private final TrialSet with;
  private final @Nullable TrialSet against;
  private final Changes changes;
  private final @Nullable LimitUse use;
  private final Extent extent;

  /**
   * Whether rules are the same on both sides, so that an order with the same limits is judged once.
   */
  private final boolean twins;

  private volatile long lastSequence;

  /**
   * Which records are looked at.
   *
   * @param from decisions from then on, UTC nanoseconds since 1970
   * @param to decisions before then
   * @param end last sequence number
   * @param cancelled asked before every record
   */
  record Extent(long from, long to, long end, java.util.function.BooleanSupplier cancelled) {}

  /**
   * @param with set that is tried
   * @param against set that it is compared with; null for the verdicts that were recorded
   * @param changes what is found
   * @param use how near orders come to limits; null where nobody asks
   * @param extent which records
   */
  Study(
      TrialSet with,
      @Nullable TrialSet against,
      Changes changes,
      @Nullable LimitUse use,
      Extent extent) {
    this.with = with;
    this.against = against;
    this.changes = changes;
    this.use = use;
    this.extent = extent;
    this.twins = against != null && use == null && with.hasRulesOf(against);
  }

  /** Sequence number of the last record that was read. */
  long lastSequence() {
    return lastSequence;
  }

  @Override
  public boolean wants(Class<? extends JournalRecord> kind) {
    return kind == Decided.class;
  }

  @Override
  public boolean record(long sequence, JournalRecord record) {
    if (sequence > extent.end() || extent.cancelled().getAsBoolean()) {
      return false;
    }
    if (record instanceof Decided decided) {
      ContextImage image = decided.context();
      long time = decided.decision().tsDecided();
      if (image != null && time >= extent.from() && time < extent.to()) {
        judge(sequence, decided, image, time);
      }
    }
    lastSequence = sequence;
    return true;
  }

  private void judge(long sequence, Decided decided, ContextImage image, long time) {
    TrialSet base = against;
    List<Verdict> before =
        base == null ? recorded(decided.decision().verdicts()) : base.judge(image, time);
    boolean same = base != null && twins && with.hasLimitsOf(base, image, time);
    List<Verdict> after = same ? before : with.judge(image, time);
    changes.add(sequence, decided, image, before, after);
    if (use != null) {
      use.add(with.context(), after);
    }
  }

  /** What rules said; rights are not theirs. */
  private static List<Verdict> recorded(List<Verdict> verdicts) {
    for (Verdict verdict : verdicts) {
      if (verdict.rule().equals("rights")) {
        return verdicts.stream().filter(one -> !one.rule().equals("rights")).toList();
      }
    }
    return verdicts;
  }
}
