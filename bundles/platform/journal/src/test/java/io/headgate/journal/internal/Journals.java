package io.headgate.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.journal.internal.Settings.Durability;
import io.headgate.journal.internal.Settings.Pace;
import io.headgate.journal.internal.Settings.Sizes;
import io.headgate.journal.internal.file.Storage;
import io.headgate.model.decision.Decision;
import io.headgate.spi.journal.Journal;
import io.headgate.spi.journal.JournalException;
import io.headgate.spi.journal.JournalRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Small journals for tests. */
final class Journals {

  static final int SEGMENT = 16 * 1024;
  static final int RESERVE = 8 * 1024;

  private Journals() {}

  static Settings settings(Durability durability) {
    return new Settings(
        Path.of("unused"),
        new Sizes(SEGMENT, RESERVE, 64 * 1024),
        new Pace(durability, 0, 1 << 20, 2_000_000_000L));
  }

  static SegmentedJournal open(Storage storage) throws IOException, JournalException {
    return open(storage, Durability.FORCED);
  }

  static SegmentedJournal open(Storage storage, Durability durability)
      throws IOException, JournalException {
    return open(storage, durability, new Trouble());
  }

  static SegmentedJournal open(Storage storage, Durability durability, Watch watch)
      throws IOException, JournalException {
    return SegmentedJournal.open(settings(durability), storage, System::nanoTime, watch);
  }

  /** Records of a seed, numbered as the journal gives them back. */
  static List<JournalRecord> records(long seed, int count) {
    RandomRecords random = new RandomRecords(seed);
    List<JournalRecord> records = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      records.add(numbered(random.next(), i));
    }
    return records;
  }

  static JournalRecord numbered(JournalRecord record, long sequence) {
    if (!(record instanceof JournalRecord.Decided decided)) {
      return record;
    }
    Decision d = decided.decision();
    return new JournalRecord.Decided(
        decided.timestamp(),
        new Decision(
            d.clOrdId(),
            sequence,
            d.tsDecided(),
            d.intent(),
            d.accepted(),
            d.verdicts(),
            d.ruleSet(),
            d.broker()),
        decided.command(),
        decided.context());
  }

  static List<JournalRecord> read(Journal journal, long from) throws JournalException {
    List<JournalRecord> read = new ArrayList<>();
    journal.read(
        from,
        (sequence, record) -> {
          assertThat(sequence).isEqualTo(from + read.size());
          return read.add(record);
        });
    return read;
  }

  /** Keeps what it was told. */
  static final class Trouble implements Watch {
    volatile String failure = "";
    volatile String starvation = "";

    @Override
    public void failed(String message) {
      failure = message;
    }

    @Override
    public void starved(String message) {
      starvation = message;
    }

    @Override
    public void fed() {
      starvation = "";
    }
  }
}
