package io.headgate.testkit.fake;

import io.headgate.model.decision.Decision;
import io.headgate.spi.journal.Journal;
import io.headgate.spi.journal.JournalException;
import io.headgate.spi.journal.JournalException.Reason;
import io.headgate.spi.journal.JournalRecord;
import io.headgate.spi.journal.JournalStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A journal in memory. Records are durable at once, or when the test says so, on the thread that
 * says so; it can be full, fail, and lose what was not durable.
 */
public final class InMemoryJournal implements Journal {

  private final List<JournalRecord> records = new ArrayList<>();
  private final boolean durableAtOnce;
  private long durable;
  private @Nullable Reason refusal;
  private LongConsumer listener = sequence -> {};

  private InMemoryJournal(boolean durableAtOnce, List<JournalRecord> recovered) {
    this.durableAtOnce = durableAtOnce;
    this.records.addAll(recovered);
    this.durable = recovered.size();
  }

  /** Every record is durable before {@code append} returns. */
  public static InMemoryJournal durableAtOnce() {
    return new InMemoryJournal(true, List.of());
  }

  /** Records become durable on {@link #commit} only. */
  public static InMemoryJournal durableOnDemand() {
    return new InMemoryJournal(false, List.of());
  }

  /** What a restart finds after a crash: the durable records, and a journal that works. */
  public synchronized InMemoryJournal crashed() {
    return new InMemoryJournal(durableAtOnce, records.subList(0, (int) durable));
  }

  /** Makes everything appended so far durable. */
  public void commit() {
    LongConsumer told;
    long upTo;
    synchronized (this) {
      durable = records.size();
      upTo = durable;
      told = listener;
      notifyAll();
    }
    told.accept(upTo);
  }

  /** From now on only records that add no risk are taken. */
  public synchronized void fillUp() {
    refusal = Reason.FULL;
  }

  /** From now on nothing is taken and nothing becomes durable. */
  public synchronized void fail() {
    refusal = Reason.FAILED;
    notifyAll();
  }

  /** Takes nothing more. */
  public synchronized void close() {
    refusal = Reason.CLOSED;
    notifyAll();
  }

  @Override
  public long append(JournalRecord record) throws JournalException {
    long sequence;
    synchronized (this) {
      if (refusal != null && (refusal != Reason.FULL || addsRisk(record))) {
        throw new JournalException(refusal, "the journal in memory was told to refuse: " + refusal);
      }
      records.add(record);
      sequence = records.size();
    }
    if (durableAtOnce) {
      commit();
    }
    return sequence;
  }

  private static boolean addsRisk(JournalRecord record) {
    return record instanceof JournalRecord.Decided decided
        && decided.command() != null
        && decided.command().addsRisk();
  }

  @Override
  public void onDurable(LongConsumer newListener) {
    long upTo;
    synchronized (this) {
      listener = newListener;
      upTo = durable;
    }
    if (upTo > 0) {
      newListener.accept(upTo);
    }
  }

  @Override
  public synchronized long durableSequence() {
    return durable;
  }

  @Override
  public synchronized void awaitDurable(long sequence) throws JournalException {
    while (durable < sequence) {
      if (refusal == Reason.FAILED || refusal == Reason.CLOSED) {
        throw new JournalException(refusal, "record " + sequence + " can not become durable");
      }
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new JournalException(Reason.FAILED, "interrupted");
      }
    }
  }

  @Override
  public void read(long fromSequence, Reader reader) {
    List<JournalRecord> copy = records();
    for (long sequence = Math.max(1, fromSequence); sequence <= copy.size(); sequence++) {
      if (!reader.record(sequence, numbered(copy.get((int) sequence - 1), sequence))) {
        return;
      }
    }
  }

  private static JournalRecord numbered(JournalRecord record, long sequence) {
    if (!(record instanceof JournalRecord.Decided decided)) {
      return record;
    }
    Decision d = decided.decision();
    Decision numbered =
        new Decision(
            d.clOrdId(),
            sequence,
            d.tsDecided(),
            d.intent(),
            d.accepted(),
            d.verdicts(),
            d.ruleSet(),
            d.broker());
    return new JournalRecord.Decided(
        decided.timestamp(), numbered, decided.command(), decided.context());
  }

  /** The durable records, as they were appended. */
  public synchronized List<JournalRecord> records() {
    return List.copyOf(records.subList(0, (int) durable));
  }

  /** The durable records of one type, in order. */
  public <T extends JournalRecord> List<T> records(Class<T> type) {
    return records().stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Override
  public synchronized JournalStatus status() {
    String failure = refusal == null ? "" : refusal.name();
    return new JournalStatus("memory", records.size(), durable, 0, 0, 0, failure);
  }
}
