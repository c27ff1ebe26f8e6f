package io.headgate.journal.internal;

import static io.headgate.journal.internal.Journals.open;
import static io.headgate.journal.internal.Journals.read;
import static io.headgate.journal.internal.Journals.records;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.journal.internal.file.SegmentHeader;
import io.headgate.spi.journal.JournalException;
import io.headgate.spi.journal.JournalException.Reason;
import io.headgate.spi.journal.JournalRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a restart makes of a journal that was cut, torn or damaged. */
class RecoveryTest {

  private static final int COUNT = 150;

  /** Appends records one durable group after the other, so that each proves the one before. */
  private static DyingDisk closed(List<JournalRecord> records) throws Exception {
    DyingDisk disk = new DyingDisk();
    try (SegmentedJournal journal = open(disk)) {
      for (JournalRecord record : records) {
        journal.awaitDurable(journal.append(record));
      }
    }
    return disk;
  }

  private static String lastUsed(DyingDisk disk) {
    String last = "";
    for (String name : disk.names()) {
      if (disk.bytes(name)[0] != 0 || disk.bytes(name)[8] != 0) {
        last = name;
      }
    }
    return last;
  }

  private static byte[] lastBytes(DyingDisk disk) {
    return disk.bytes(lastUsed(disk));
  }

  /** Ends of the frames in a file; the first entry is the start of the first frame. */
  private static List<Integer> frames(byte[] bytes) {
    List<Integer> ends = new ArrayList<>(List.of(SegmentHeader.BYTES));
    int at = SegmentHeader.BYTES;
    while (at + 28 < bytes.length && intAt(bytes, at + 4) > 0 && bytes[at + 24] != 127) {
      at += (intAt(bytes, at + 4) + 7) & -8;
      ends.add(at);
    }
    return ends;
  }

  private static int intAt(byte[] bytes, int at) {
    return (bytes[at] & 0xFF)
        | (bytes[at + 1] & 0xFF) << 8
        | (bytes[at + 2] & 0xFF) << 16
        | (bytes[at + 3] & 0xFF) << 24;
  }

  @Test
  void aFileCutAtAnyByteOfItsLastRecordsKeepsAllWholeOnes() throws Exception {
    // A few records more, until the last file has some of them.
    int count = COUNT;
    while (count < COUNT + 20 && frames(lastBytes(closed(records(11, count)))).size() <= 4) {
      count++;
    }
    List<JournalRecord> records = records(11, count);
    DyingDisk disk = closed(records);
    String name = lastUsed(disk);
    byte[] bytes = disk.bytes(name);
    List<Integer> frames = frames(bytes);
    int first = count - (frames.size() - 1);
    assertThat(frames.size()).isGreaterThan(4);
    for (int cut = frames.get(frames.size() - 4);
        cut <= frames.get(frames.size() - 1) + 64;
        cut++) {
      DyingDisk shorter = disk.copy();
      shorter.put(name, Arrays.copyOf(bytes, cut));
      int whole = first;
      for (int end : frames.subList(1, frames.size())) {
        // The zeros behind a frame may be missing; the frame may not.
        whole += cut >= end - 7 && isWhole(bytes, frames, end, cut) ? 1 : 0;
      }
      assertGoesOn(shorter, records.subList(0, whole), cut);
    }
  }

  private static boolean isWhole(byte[] bytes, List<Integer> frames, int end, int cut) {
    int start = frames.get(frames.indexOf(end) - 1);
    return cut >= start + intAt(bytes, start + 4);
  }

  private static void assertGoesOn(DyingDisk disk, List<JournalRecord> expected, int where)
      throws Exception {
    JournalRecord more = new RandomRecords(99).next(2);
    try (SegmentedJournal journal = open(disk)) {
      assertThat(read(journal, 1)).as("cut at %d", where).isEqualTo(expected);
      assertThat(journal.append(more)).isEqualTo(expected.size() + 1);
    }
    try (SegmentedJournal journal = open(disk)) {
      assertThat(journal.status().recoveredTornBytes()).isZero();
      assertThat(read(journal, expected.size() + 1L)).containsExactly(more);
    }
  }

  @Test
  void aFlippedBitInAnyRecordThatWasDurableIsDamageWithFileAndOffset() throws Exception {
    List<JournalRecord> records = records(12, COUNT);
    DyingDisk disk = closed(records);
    Random random = new Random(12);
    for (String name : disk.names()) {
      byte[] bytes = disk.bytes(name);
      List<Integer> frames = frames(bytes);
      for (int i = 0; i + 1 < frames.size(); i++) {
        int start = frames.get(i);
        int length = intAt(bytes, start + 4);
        int at = start + random.nextInt(length);
        byte[] flipped = bytes.clone();
        flipped[at] ^= (byte) (1 << random.nextInt(8));
        DyingDisk damaged = disk.copy();
        damaged.put(name, flipped);

        assertDamaged(damaged, name + " is damaged at byte " + start);
        assertThat(damaged.bytes(name)).as("nothing is changed").isEqualTo(flipped);
        assertThat(damaged.names()).isEqualTo(disk.names());
      }
    }
  }

  private static void assertDamaged(DyingDisk disk, String message) {
    assertThatThrownBy(() -> open(disk))
        .isInstanceOfSatisfying(
            JournalException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DAMAGED))
        .hasMessageContaining(message);
  }

  @Test
  void aFlippedBitInTheHeadOfAFileIsDamage() throws Exception {
    DyingDisk disk = closed(records(13, COUNT));
    String last = lastUsed(disk);
    for (String name : disk.names()) {
      if (name.compareTo(last) > 0) {
        continue;
      }
      for (int at = 0; at < 32; at++) {
        DyingDisk damaged = disk.copy();
        byte[] bytes = disk.bytes(name);
        bytes[at] ^= 4;
        damaged.put(name, bytes);
        assertDamaged(damaged, name + " is damaged at byte 0");
      }
    }
  }

  @Test
  void aBlockOfZerosInTheMiddleIsDamage() throws Exception {
    DyingDisk disk = closed(records(14, COUNT));
    String name = disk.names().get(1);
    byte[] bytes = disk.bytes(name);
    Arrays.fill(bytes, 512, 1024, (byte) 0);
    disk.put(name, bytes);
    assertDamaged(disk, name + " is damaged at byte ");
  }

  @Test
  void aMissingAndASwappedFileAreDamage() throws Exception {
    DyingDisk disk = closed(records(15, COUNT));
    List<String> names = disk.names();
    DyingDisk missing = disk.copy();
    missing.delete(names.get(1));
    assertDamaged(missing, names.get(1) + " is damaged at byte 0: the file is missing");

    DyingDisk swapped = disk.copy();
    swapped.put(names.get(0), disk.bytes(names.get(1)));
    swapped.put(names.get(1), disk.bytes(names.get(0)));
    assertDamaged(swapped, "it is segment 2 under another name");
  }

  @Test
  void aRecordThatStandsTwiceIsDamage() throws Exception {
    DyingDisk disk = closed(List.of(new RandomRecords(1).next(2)));
    String name = lastUsed(disk);
    byte[] bytes = disk.bytes(name);
    List<Integer> frames = frames(bytes);
    int length = frames.get(1) - frames.get(0);
    System.arraycopy(bytes, frames.get(0), bytes, frames.get(1), length);
    disk.put(name, bytes);
    assertDamaged(disk, "record 1 stands where 2 belongs");
  }

  @Test
  void garbageBehindTheLastRecordIsCutAndCounted() throws Exception {
    List<JournalRecord> records = records(16, 5);
    DyingDisk disk = closed(records);
    String name = lastUsed(disk);
    byte[] bytes = disk.bytes(name);
    int end = frames(bytes).get(5);
    Arrays.fill(bytes, end, end + 100, (byte) 0x5A);
    disk.put(name, bytes);
    try (SegmentedJournal journal = open(disk)) {
      assertThat(journal.status().recoveredTornBytes()).isEqualTo(100);
      assertThat(read(journal, 1)).isEqualTo(records);
    }
  }

  /** The power goes at every moment: what was told durable is there, whatever else is not. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void noPowerLossLosesWhatWasDurable(long seed) throws Exception {
    Random random = new Random(seed);
    DyingDisk disk = new DyingDisk();
    List<JournalRecord> written = new ArrayList<>();
    for (int life = 0; life < 8; life++) {
      SegmentedJournal journal = open(disk);
      List<JournalRecord> found = read(journal, 1);
      assertThat(written.subList(0, found.size())).isEqualTo(found);
      written = new ArrayList<>(found);
      RandomRecords records = new RandomRecords(random.nextLong());
      int count = random.nextInt(150);
      DyingDisk after = disk;
      long durable = 0;
      for (int i = 0; i < count; i++) {
        JournalRecord next = records.next();
        long sequence = journal.append(next);
        written.add(Journals.numbered(next, sequence));
        if (random.nextInt(40) == 0) {
          journal.awaitDurable(sequence);
        }
        if (i == count - 1) {
          durable = journal.durableSequence();
          after = disk.afterPowerLoss(random.nextLong());
        }
      }
      journal.close();
      if (after != disk) {
        assertThat(reopened(after)).hasSizeGreaterThanOrEqualTo((int) durable);
      }
      disk = after;
    }
  }

  private static List<JournalRecord> reopened(DyingDisk disk) throws Exception {
    try (SegmentedJournal journal = open(disk.copy())) {
      return read(journal, 1);
    }
  }

  @Test
  void whatASyncThatFailedMayHaveLostIsWrittenAgainAtTheStart() throws Exception {
    DyingDisk disk = new DyingDisk();
    List<JournalRecord> records = records(17, 3);
    try (SegmentedJournal journal = open(disk)) {
      journal.awaitDurable(journal.append(records.get(0)));
      disk.failForceAfter(0);
      journal.append(records.get(1));
      assertThatThrownBy(() -> journal.awaitDurable(2)).isInstanceOf(JournalException.class);
    }
    disk.failForceAfter(Integer.MAX_VALUE);
    try (SegmentedJournal journal = open(disk)) {
      assertThat(journal.durableSequence()).isEqualTo(2);
      // Told durable now, so it must survive the worst that a power loss can do.
      for (long seed = 0; seed < 20; seed++) {
        assertThat(reopened(disk.afterPowerLoss(seed))).isEqualTo(records.subList(0, 2));
      }
    }
  }
}
