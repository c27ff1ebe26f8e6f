package io.headgate.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.spi.journal.Journal;
import io.headgate.spi.journal.JournalException;
import io.headgate.spi.journal.JournalRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link Journal} promises. */
public abstract class JournalContract {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;
  private final List<Journal> opened = new ArrayList<>();

  /** Opens the journal that lies in a folder, or starts one there. */
  protected abstract Journal open(Path folder) throws Exception;

  /** Closes it; what was appended is durable afterwards. Twice does no harm. */
  protected abstract void close(Journal journal) throws Exception;

  private Journal start() throws Exception {
    Journal journal = open(folder);
    opened.add(journal);
    return journal;
  }

  @AfterEach
  void closeAll() throws Exception {
    for (Journal journal : opened) {
      close(journal);
    }
  }

  @Test
  void sequencesStartAtOneAndHaveNoGaps() throws Exception {
    Journal journal = start();

    for (long expected = 1; expected <= 500; expected++) {
      assertThat(journal.append(SampleRecords.ofKind((int) expected))).isEqualTo(expected);
    }
  }

  @Test
  void aKillFromAnotherThreadGetsANumberOfItsOwn() throws Exception {
    Journal journal = start();
    ConcurrentLinkedQueue<Long> numbers = new ConcurrentLinkedQueue<>();
    List<CompletableFuture<Void>> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      int kind = t;
      threads.add(
          CompletableFuture.runAsync(
              () -> {
                try {
                  for (int i = 0; i < 500; i++) {
                    numbers.add(journal.append(SampleRecords.ofKind(kind + i)));
                  }
                } catch (JournalException e) {
                  throw new IllegalStateException(e);
                }
              }));
    }
    for (CompletableFuture<Void> thread : threads) {
      thread.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    assertThat(numbers).hasSize(2_000).doesNotHaveDuplicates().allMatch(n -> n >= 1 && n <= 2_000);
    journal.awaitDurable(2_000);
    assertThat(read(journal, 1)).hasSize(2_000);
  }

  @Test
  void everyKindOfRecordIsReadAsItWasWritten() throws Exception {
    Journal journal = start();
    List<JournalRecord> written = SampleRecords.oneOfEachKind();

    append(journal, written);

    assertThat(read(journal, 1)).isEqualTo(numbered(written));
  }

  @Test
  void everyRecordOfAKindThatIsWantedIsRead() throws Exception {
    Journal journal = start();
    List<JournalRecord> written = SampleRecords.oneOfEachKind();
    append(journal, written);

    for (JournalRecord one : written) {
      List<JournalRecord> read = new ArrayList<>();
      journal.read(
          1,
          new Journal.Reader() {
            @Override
            public boolean wants(Class<? extends JournalRecord> kind) {
              return kind == one.getClass();
            }

            @Override
            public boolean record(long sequence, JournalRecord record) {
              return record.getClass() != one.getClass() || read.add(record);
            }
          });
      assertThat(read)
          .isEqualTo(
              numbered(written).stream().filter(r -> r.getClass() == one.getClass()).toList());
    }
  }

  @Test
  void recordsSurviveARestartAndNumbersGoOn() throws Exception {
    Journal first = start();
    List<JournalRecord> written = SampleRecords.oneOfEachKind();
    append(first, written);
    close(first);

    Journal second = start();

    assertThat(second.durableSequence()).isEqualTo(written.size());
    assertThat(read(second, 1)).isEqualTo(numbered(written));
    assertThat(second.append(SampleRecords.ofKind(0))).isEqualTo(written.size() + 1L);
  }

  @Test
  void manyRestartsLoseNothing() throws Exception {
    List<JournalRecord> written = new ArrayList<>();
    for (int round = 0; round < 5; round++) {
      Journal journal = start();
      for (int i = 0; i < 20; i++) {
        JournalRecord record = SampleRecords.ofKind(round * 20 + i);
        journal.append(record);
        written.add(record);
      }
      close(journal);
    }

    assertThat(read(start(), 1)).isEqualTo(numbered(written));
  }

  @Test
  void anEmptyJournalHoldsNothing() throws Exception {
    Journal journal = start();

    assertThat(journal.durableSequence()).isZero();
    assertThat(read(journal, 1)).isEmpty();
    assertThat(journal.status().records()).isZero();
    assertThat(journal.status().failure()).isEmpty();
  }

  @Test
  void readingStartsWhereItIsToldAndEndsWhenTheReaderHasEnough() throws Exception {
    Journal journal = start();
    for (int i = 0; i < 50; i++) {
      journal.append(SampleRecords.ofKind(i));
    }
    journal.awaitDurable(50);
    List<Long> seen = new ArrayList<>();

    journal.read(
        20,
        (sequence, record) -> {
          seen.add(sequence);
          return sequence < 25;
        });

    assertThat(seen).containsExactly(20L, 21L, 22L, 23L, 24L, 25L);
    assertThat(read(journal, 51)).isEmpty();
  }

  @Test
  void theListenerLearnsThatEverythingIsDurable() throws Exception {
    Journal journal = start();
    ConcurrentLinkedQueue<Long> told = new ConcurrentLinkedQueue<>();
    journal.onDurable(told::add);

    long last = append(journal, SampleRecords.oneOfEachKind());

    Awaitility.await().atMost(PATIENCE).until(() -> told.contains(last));
    assertThat(List.copyOf(told)).isSorted().allMatch(sequence -> sequence <= last);
  }

  @Test
  void theListenerIsToldAtOnceOfWhatIsDurableAlready() throws Exception {
    Journal journal = start();
    long last = append(journal, SampleRecords.oneOfEachKind());
    ConcurrentLinkedQueue<Long> told = new ConcurrentLinkedQueue<>();

    journal.onDurable(told::add);

    Awaitility.await().atMost(PATIENCE).until(() -> told.contains(last));
  }

  @Test
  void whatTheListenerHearsCanBeRead() throws Exception {
    Journal journal = start();
    ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
    journal.onDurable(
        sequence -> {
          if (journal.durableSequence() < sequence) {
            faults.add("told of " + sequence + " at " + journal.durableSequence());
          }
        });

    for (int i = 0; i < 2_000; i++) {
      journal.append(SampleRecords.ofKind(i));
    }
    journal.awaitDurable(2_000);

    assertThat(faults).isEmpty();
    assertThat(read(journal, 1)).hasSize(2_000);
  }

  @Test
  void waitingEndsWhenTheRecordIsDurable() throws Exception {
    Journal journal = start();

    long sequence = append(journal, List.of(SampleRecords.ofKind(3)));

    assertThat(journal.durableSequence()).isGreaterThanOrEqualTo(sequence);
    assertThat(journal.status().durable()).isGreaterThanOrEqualTo(sequence);
  }

  @Test
  void readersOnOtherThreadsSeeWholeRecordsInOrderWhileItGrows() throws Exception {
    Journal journal = start();
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Void> reading =
        CompletableFuture.runAsync(
            () -> {
              while (!done.get()) {
                readInOrder(journal);
              }
            });

    for (int i = 0; i < 3_000; i++) {
      journal.append(SampleRecords.ofKind(i));
    }
    journal.awaitDurable(3_000);
    done.set(true);

    assertEnds(reading);
    assertThat(journal.durableSequence()).isEqualTo(3_000);
  }

  private static void readInOrder(Journal journal) {
    List<Long> seen = new ArrayList<>();
    try {
      journal.read(
          1,
          (sequence, record) -> {
            seen.add(sequence);
            assertThat(record).isInstanceOf(SampleRecords.ofKind((int) sequence - 1).getClass());
            return true;
          });
    } catch (JournalException e) {
      throw new AssertionError("a growing journal looked damaged", e);
    }
    for (int i = 0; i < seen.size(); i++) {
      assertThat(seen.get(i)).isEqualTo(i + 1L);
    }
  }

  private static void assertEnds(CompletableFuture<Void> work)
      throws InterruptedException, ExecutionException, TimeoutException {
    work.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  @Test
  void aClosedJournalTakesNothing() throws Exception {
    Journal journal = start();
    append(journal, SampleRecords.oneOfEachKind());
    close(journal);

    assertThatThrownBy(() -> journal.append(SampleRecords.ofKind(0)))
        .isInstanceOf(JournalException.class)
        .satisfies(
            e ->
                assertThat(((JournalException) e).reason())
                    .isEqualTo(JournalException.Reason.CLOSED));
  }

  @Test
  void waitingForARecordThatNeverCameDoesNotOutliveTheJournal() throws Exception {
    Journal journal = start();
    CompletableFuture<Boolean> waiting =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                journal.awaitDurable(1_000);
                return false;
              } catch (JournalException e) {
                return true;
              }
            });

    close(journal);

    assertThat(waiting.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  /** Appends and waits; returns the last sequence number. */
  protected static long append(Journal journal, List<JournalRecord> records)
      throws JournalException {
    long last = 0;
    for (JournalRecord record : records) {
      last = journal.append(record);
    }
    journal.awaitDurable(last);
    return last;
  }

  /** Everything from a sequence number on. */
  protected static List<JournalRecord> read(Journal journal, long from) throws JournalException {
    List<JournalRecord> records = new ArrayList<>();
    journal.read(
        from,
        (sequence, record) -> {
          records.add(record);
          return true;
        });
    return records;
  }

  private static List<JournalRecord> numbered(List<JournalRecord> records) {
    List<JournalRecord> numbered = new ArrayList<>();
    for (JournalRecord record : records) {
      numbered.add(SampleRecords.numbered(record, numbered.size() + 1L));
    }
    return numbered;
  }
}
