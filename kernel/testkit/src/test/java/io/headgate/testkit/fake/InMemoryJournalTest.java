package io.headgate.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.spi.journal.Journal;
import io.headgate.spi.journal.JournalException;
import io.headgate.testkit.contract.JournalContract;
import io.headgate.testkit.contract.SampleRecords;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InMemoryJournalTest extends JournalContract {

  private final Map<Path, InMemoryJournal> folders = new HashMap<>();

  @Override
  protected Journal open(Path folder) {
    InMemoryJournal before = folders.get(folder);
    InMemoryJournal journal = before == null ? InMemoryJournal.durableAtOnce() : before.crashed();
    folders.put(folder, journal);
    return journal;
  }

  @Override
  protected void close(Journal journal) {
    ((InMemoryJournal) journal).close();
  }

  @Test
  void aCrashLosesWhatWasNotDurable() throws JournalException {
    InMemoryJournal journal = InMemoryJournal.durableOnDemand();
    journal.append(SampleRecords.ofKind(0));
    journal.commit();
    journal.append(SampleRecords.ofKind(1));

    assertThat(journal.durableSequence()).isEqualTo(1);
    assertThat(journal.crashed().records()).containsExactly(SampleRecords.ofKind(0));
  }

  @Test
  void aFullJournalTakesCancelsAndFillsOnly() throws JournalException {
    InMemoryJournal journal = InMemoryJournal.durableAtOnce();
    journal.fillUp();

    assertThatThrownBy(() -> journal.append(SampleRecords.ofKind(1)))
        .isInstanceOf(JournalException.class);
    assertThat(journal.append(SampleRecords.ofKind(5))).as("a cancel").isEqualTo(1);
    assertThat(journal.append(SampleRecords.ofKind(9))).as("a fill").isEqualTo(2);
  }
}
