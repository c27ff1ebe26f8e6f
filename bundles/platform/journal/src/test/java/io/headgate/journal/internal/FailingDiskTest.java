package io.headgate.journal.internal;

import static io.headgate.journal.internal.Journals.RESERVE;
import static io.headgate.journal.internal.Journals.SEGMENT;
import static io.headgate.journal.internal.Journals.open;
import static io.headgate.journal.internal.Journals.read;
import static io.headgate.journal.internal.Journals.records;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.headgate.journal.internal.Journals.Trouble;
import io.headgate.journal.internal.Settings.Durability;
import io.headgate.journal.internal.codec.RecordCodec;
import io.headgate.journal.internal.codec.RecordOutput;
import io.headgate.journal.internal.file.Frame;
import io.headgate.spi.journal.JournalException;
import io.headgate.spi.journal.JournalException.Reason;
import io.headgate.spi.journal.JournalRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Disks that fail, are full, or take less than they are given. */
class FailingDiskTest {

  private final Trouble trouble = new Trouble();
  private final DyingDisk disk = new DyingDisk();

  @Test
  void aSyncThatFailsEndsTheJournalForEver() throws Exception {
    List<Long> told = new CopyOnWriteArrayList<>();
    List<JournalRecord> records = records(1, 3);
    try (SegmentedJournal journal = open(disk, Durability.FORCED, trouble)) {
      journal.onDurable(told::add);
      journal.awaitDurable(journal.append(records.get(0)));
      disk.failForceAfter(0);
      long sequence = journal.append(records.get(1));

      JournalException failure =
          catchThrowableOfType(JournalException.class, () -> journal.awaitDurable(sequence));

      assertThat(failure.reason()).isEqualTo(Reason.FAILED);
      assertThat(failure).hasMessageContaining("Input/output error");
      // The disk would take the next sync; the journal does not ask again.
      assertThatThrownBy(() -> journal.append(records.get(2)))
          .isInstanceOfSatisfying(
              JournalException.class, e -> assertThat(e.reason()).isEqualTo(Reason.FAILED));
      await().untilAsserted(() -> assertThat(trouble.failure).contains("restart the node"));
      assertThat(told).containsExactly(1L);
      assertThat(journal.durableSequence()).isEqualTo(1);
      assertThat(journal.status().failure()).isEqualTo(trouble.failure);
      assertThat(read(journal, 1)).containsExactly(records.get(0));
    }
  }

  @Test
  void aWriteThatFailsEndsTheJournalInAReplayToo() throws Exception {
    try (SegmentedJournal journal = open(disk, Durability.APPENDED, trouble)) {
      disk.failWritesAfter(0);
      journal.append(records(2, 1).get(0));
      await().untilAsserted(() -> assertThat(trouble.failure).contains("No space left"));
      assertThatThrownBy(() -> journal.append(records(2, 1).get(0)))
          .isInstanceOf(JournalException.class);
    }
  }

  @Test
  void shortWritesAreGoneOnWith() throws Exception {
    disk.writeShort();
    List<JournalRecord> records = records(3, 200);
    try (SegmentedJournal journal = open(disk)) {
      for (JournalRecord record : records) {
        journal.append(record);
      }
    }
    try (SegmentedJournal journal = open(disk)) {
      assertThat(read(journal, 1)).isEqualTo(records);
    }
  }

  /** The disk has room for what was prepared and nothing else. */
  @Test
  void onAFullDiskOrdersAreRefusedAndFillsStillFit() throws Exception {
    List<JournalRecord> taken = new ArrayList<>();
    RandomRecords random = new RandomRecords(4);
    try (SegmentedJournal journal = open(disk, Durability.FORCED, trouble)) {
      await().untilAsserted(() -> assertThat(disk.names()).hasSize(3));
      disk.leave(SEGMENT - 1);

      Filled orders = appendUntilFull(journal, random::accepted, taken);
      long denials = appendUntilFull(journal, random::denied, taken).bytes();
      long needed = appendUntilFull(journal, () -> random.next(2), taken).bytes();

      assertThat(orders.bytes()).as("orders take all but the reserve").isGreaterThan(RESERVE);
      // And what the last order, too large for it, has left above the reserve.
      assertThat(denials)
          .as("denials take half of the reserve")
          .isBetween(1L, RESERVE / 2L + orders.refused());
      assertThat(needed).as("sends take all the rest").isGreaterThan(RESERVE / 2 - 1_000L);
      assertThat(trouble.starvation).contains("make room");
      assertThatThrownBy(() -> journal.append(random.accepted()))
          .isInstanceOf(JournalException.class)
          .hasMessageContaining("make room");
      journal.awaitDurable(taken.size());
      assertThat(read(journal, 1)).isEqualTo(taken);
      assertThat(disk.sizes().values()).allMatch(size -> size == SEGMENT);

      disk.leave(Long.MAX_VALUE);
      await().untilAsserted(() -> assertThat(trouble.starvation).isEmpty());
      JournalRecord more = random.accepted();
      taken.add(Journals.numbered(more, journal.append(more)));
    }
    try (SegmentedJournal journal = open(disk)) {
      assertThat(read(journal, 1)).isEqualTo(taken);
    }
  }

  @Test
  void cancelsAndFillsAreNeededOrdersAndDenialsAreNot() {
    RandomRecords random = new RandomRecords(5);
    assertThat(Space.claim(random.accepted())).isEqualTo(Space.Claim.RISK);
    assertThat(Space.claim(random.denied())).isEqualTo(Space.Claim.DENIAL);
    assertThat(Space.claim(random.cancel())).isEqualTo(Space.Claim.NEEDED);
    for (int kind : new int[] {0, 2, 3, 4, 5, 6, 7}) {
      assertThat(Space.claim(random.next(kind))).isEqualTo(Space.Claim.NEEDED);
    }
  }

  @Test
  void aFreshJournalWithoutSpaceSaysSo() {
    disk.leave(SEGMENT - 1);
    assertThatThrownBy(() -> open(disk))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("bytes are free");
  }

  @Test
  void aDiskThatHangsHoldsBackOrdersAndThenRefusesThem() throws Exception {
    AtomicLong now = new AtomicLong();
    Settings settings = Journals.settings(Durability.FORCED);
    List<JournalRecord> taken = new ArrayList<>();
    RandomRecords random = new RandomRecords(6);
    try (SegmentedJournal journal =
        SegmentedJournal.open(settings, disk, () -> now.addAndGet(100_000_000L), trouble)) {
      disk.hang();
      long orders = appendUntilFull(journal, random::accepted, taken).bytes();
      assertThat(orders).isLessThanOrEqualTo(settings.sizes().buffer());
      long needed = appendUntilFull(journal, () -> random.next(2), taken).bytes();
      assertThat(needed).as("a quarter of the buffer is kept").isGreaterThan(1_000L);
      disk.goOn();
      journal.awaitDurable(taken.size());
      assertThat(read(journal, 1)).isEqualTo(taken);
    }
  }

  /**
   * What fitted, and the first record that did not.
   *
   * @param bytes of all that fitted
   * @param refused bytes of the one that did not
   */
  private record Filled(long bytes, long refused) {}

  private static Filled appendUntilFull(
      SegmentedJournal journal,
      Supplier<? extends JournalRecord> records,
      List<JournalRecord> taken)
      throws JournalException {
    RecordOutput size = new RecordOutput();
    long bytes = 0;
    while (true) {
      JournalRecord record = records.get();
      size.begin(Frame.HEADER);
      RecordCodec.write(record, size);
      long needs = Frame.aligned(size.length());
      try {
        taken.add(Journals.numbered(record, journal.append(record)));
      } catch (JournalException e) {
        assertThat(e.reason()).isEqualTo(Reason.FULL);
        return new Filled(bytes, needs);
      }
      bytes += needs;
    }
  }
}
