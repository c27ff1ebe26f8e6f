package io.headgate.journal.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.journal.internal.Settings.Durability;
import io.headgate.journal.internal.file.FolderStorage;
import io.headgate.spi.journal.JournalRecord;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A real process is killed with SIGKILL while it appends. */
class KilledProcessTest {

  private static final int LIVES = 4;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(
      value = Durability.class,
      names = {"FORCED", "WRITTEN"})
  void whatWasReportedDurableIsThere(Durability durability) throws Exception {
    Random random = new Random(7);
    long before = 0;
    for (int life = 0; life < LIVES; life++) {
      long durable = liveAndDie(durability, before + 200 + random.nextInt(2_000));
      try (SegmentedJournal journal = Journals.open(new FolderStorage(folder))) {
        List<JournalRecord> records = Journals.read(journal, 1);
        assertThat((long) records.size()).isGreaterThanOrEqualTo(durable);
        for (int i = 1; i <= records.size(); i++) {
          assertThat(records.get(i - 1))
              .isEqualTo(Journals.numbered(new RandomRecords(i).next(), i));
        }
        before = records.size();
      }
    }
  }

  /**
   * @return the last record that the process reported durable before it died
   */
  private long liveAndDie(Durability durability, long until) throws Exception {
    Process process =
        new ProcessBuilder(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-cp",
                System.getProperty("java.class.path"),
                AppendUntilKilled.class.getName(),
                folder.toString(),
                durability.name())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long durable = 0;
    try (BufferedReader reports =
        new BufferedReader(new InputStreamReader(process.getInputStream(), US_ASCII))) {
      while (durable < until) {
        durable = Long.parseLong(reports.readLine());
      }
      assertThatThrownBy(() -> Journals.open(new FolderStorage(folder)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("in use by process " + process.pid());
      // Process.destroyForcibly would close the stream before it is read to its end.
      assertThat(process.toHandle().destroyForcibly()).isTrue();
      // What it had reported and nobody had read yet counts too; a cut line does not.
      for (String line = reports.readLine(); line != null; line = reports.readLine()) {
        durable = Math.max(durable, line.isEmpty() ? 0 : Long.parseLong(line));
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    return durable;
  }
}
