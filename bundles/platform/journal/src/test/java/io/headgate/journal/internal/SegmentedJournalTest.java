package io.headgate.journal.internal;

import static io.headgate.journal.internal.Journals.open;
import static io.headgate.journal.internal.Journals.read;
import static io.headgate.journal.internal.Journals.records;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.headgate.journal.internal.Settings.Durability;
import io.headgate.journal.internal.file.FolderStorage;
import io.headgate.model.order.ClOrdId;
import io.headgate.spi.journal.JournalException;
import io.headgate.spi.journal.JournalException.Reason;
import io.headgate.spi.journal.JournalRecord;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SegmentedJournalTest {

  private static final int MANY = 400;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Durability.class)
  void recordsAreReadAsAppendedBeforeAndAfterARestart(Durability durability) throws Exception {
    List<JournalRecord> records = records(1, MANY);
    try (SegmentedJournal journal = open(new FolderStorage(folder), durability)) {
      for (int i = 0; i < MANY; i++) {
        assertThat(journal.append(records.get(i))).isEqualTo(i + 1);
      }
      journal.awaitDurable(MANY);
      assertThat(read(journal, 1)).isEqualTo(records);
      assertThat(journal.status().segments()).isGreaterThan(5);
      assertThat(journal.status().records()).isEqualTo(MANY);
      assertThat(journal.status().durable()).isEqualTo(MANY);
    }
    try (SegmentedJournal journal = open(new FolderStorage(folder), durability)) {
      assertThat(journal.durableSequence()).isEqualTo(MANY);
      assertThat(journal.status().recoveredTornBytes()).isZero();
      assertThat(read(journal, 1)).isEqualTo(records);
      assertThat(journal.append(records.get(0))).isEqualTo(MANY + 1);
    }
  }

  @Test
  void readingBeginsAnywhereAndEndsWhenTheReaderSaysSo() throws Exception {
    List<JournalRecord> records = records(2, MANY);
    try (SegmentedJournal journal = filled(records)) {
      for (int from = 1; from <= MANY; from++) {
        assertThat(read(journal, from)).isEqualTo(records.subList(from - 1, MANY));
      }
      assertThat(read(journal, MANY + 1)).isEmpty();
      List<Long> seen = new ArrayList<>();
      journal.read(
          10,
          (sequence, record) -> {
            seen.add(sequence);
            return sequence < 12;
          });
      assertThat(seen).containsExactly(10L, 11L, 12L);
    }
  }

  private SegmentedJournal filled(List<JournalRecord> records) throws Exception {
    SegmentedJournal journal = open(new FolderStorage(folder));
    for (JournalRecord record : records) {
      journal.append(record);
    }
    journal.awaitDurable(records.size());
    return journal;
  }

  @Test
  void readingGoesOnBesideAppending() throws Exception {
    List<JournalRecord> records = records(3, 20_000);
    try (SegmentedJournal journal = open(new FolderStorage(folder), Durability.WRITTEN)) {
      AtomicBoolean done = new AtomicBoolean();
      CompletableFuture<Integer> reads =
          CompletableFuture.supplyAsync(
              () -> {
                int rounds = 0;
                while (!done.get()) {
                  rounds++;
                  assertPrefix(journal, records);
                }
                return rounds;
              });
      for (JournalRecord record : records) {
        journal.append(record);
      }
      done.set(true);
      assertThat(reads.get()).isPositive();
      journal.awaitDurable(records.size());
      assertThat(read(journal, 1)).isEqualTo(records);
    }
  }

  private static void assertPrefix(SegmentedJournal journal, List<JournalRecord> records) {
    try {
      long from = Math.max(1, journal.durableSequence() - 50);
      List<JournalRecord> part = read(journal, from);
      assertThat(part).isEqualTo(records.subList((int) from - 1, (int) from - 1 + part.size()));
    } catch (JournalException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theListenerIsToldInOrderAndOfWhatWasThereBefore() throws Exception {
    List<Long> told = new CopyOnWriteArrayList<>();
    List<JournalRecord> records = records(4, MANY);
    try (SegmentedJournal journal = filled(records)) {
      journal.onDurable(told::add);
      // The commit thread may be about to tell the same.
      assertThat(told).isNotEmpty().containsOnly((long) MANY);
      for (JournalRecord record : records) {
        journal.append(record);
      }
      journal.awaitDurable(2 * MANY);
      await().untilAsserted(() -> assertThat(told).endsWith(2L * MANY));
      assertThat(told).isSorted();
    }
  }

  @Test
  void aListenerThatFailsStopsNothing() throws Exception {
    try (SegmentedJournal journal = open(new FolderStorage(folder))) {
      journal.onDurable(
          upTo -> {
            throw new IllegalStateException("broken on purpose");
          });
      journal.append(new RandomRecords(1).next());
      journal.awaitDurable(1);
      journal.append(new RandomRecords(2).next());
      journal.awaitDurable(2);
    }
  }

  @Test
  void inAReplayARecordIsDurableBeforeAppendReturns() throws Exception {
    AtomicLong told = new AtomicLong();
    Thread here = Thread.currentThread();
    try (SegmentedJournal journal = open(new FolderStorage(folder), Durability.APPENDED)) {
      journal.onDurable(
          upTo -> {
            assertThat(Thread.currentThread()).isSameAs(here);
            told.set(upTo);
          });
      for (JournalRecord record : records(5, MANY)) {
        long sequence = journal.append(record);
        assertThat(told).hasValue(sequence);
        assertThat(journal.durableSequence()).isEqualTo(sequence);
        journal.awaitDurable(sequence);
      }
      assertThat(read(journal, 1)).isEqualTo(records(5, MANY));
    }
  }

  @Test
  void aFolderBelongsToOneJournal() throws Exception {
    FolderStorage storage = new FolderStorage(folder);
    try (SegmentedJournal journal = open(storage)) {
      assertThat(journal.status().folder()).isEqualTo(folder.toRealPath().toString());
      assertThatThrownBy(() -> open(new FolderStorage(folder)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(folder.toRealPath().toString())
          .hasMessageContaining("in use by this process")
          .hasMessageContaining("io.headgate.journal.cfg");
    }
    open(storage).close();
  }

  @Test
  void aClosedJournalTakesNothing() throws Exception {
    SegmentedJournal journal = open(new FolderStorage(folder));
    journal.append(new RandomRecords(1).next());
    journal.close();

    assertThat(journal.durableSequence()).isEqualTo(1);
    assertThatThrownBy(() -> journal.append(new RandomRecords(1).next()))
        .isInstanceOfSatisfying(
            JournalException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CLOSED));
  }

  @Test
  void waitingForARecordThatWasNeverAppendedIsAMistake() throws Exception {
    try (SegmentedJournal journal = open(new FolderStorage(folder))) {
      assertThatThrownBy(() -> journal.awaitDurable(1))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aRecordThatIsTooLargeIsRefusedAndTheNextIsTaken() throws Exception {
    try (SegmentedJournal journal = open(new FolderStorage(folder))) {
      JournalRecord huge = new JournalRecord.Rolled(1, "c".repeat(1 << 20), LocalDate.EPOCH);
      assertThatThrownBy(() -> journal.append(huge))
          .isInstanceOf(JournalException.class)
          .hasMessageContaining("does not fit");
      assertThat(journal.append(new RandomRecords(1).next())).isEqualTo(1);
      journal.awaitDurable(1);
    }
  }

  @Test
  void groupsShareOneSync() throws Exception {
    DyingDisk disk = new DyingDisk();
    List<JournalRecord> records = records(6, 2_000);
    try (SegmentedJournal journal = open(disk)) {
      int before = disk.forces();
      for (JournalRecord record : records) {
        journal.append(record);
      }
      journal.awaitDurable(records.size());
      assertThat(disk.forces() - before).isLessThan(records.size());
    }
  }

  @Test
  void appendingAllocatesNothing() throws Exception {
    JournalRecord[] records = new JournalRecord[64];
    for (int i = 0; i < records.length; i++) {
      records[i] = new JournalRecord.Sent(i, new ClOrdId("N1", 1, 1 + i));
    }
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    Settings settings =
        new Settings(
            folder,
            new Settings.Sizes(16 << 20, 1 << 20, 1 << 20),
            Journals.settings(Durability.WRITTEN).pace());
    try (SegmentedJournal journal =
        SegmentedJournal.open(
            settings, new FolderStorage(folder), System::nanoTime, new Journals.Trouble())) {
      long least = Long.MAX_VALUE;
      for (int round = 0; round < 20; round++) {
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 6_400; i++) {
          JournalRecord record = records[i & 63];
          journal.append(record);
        }
        least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
      }
      assertThat(least).as("bytes for 6,400 records").isLessThan(6_400);
    }
  }
}
