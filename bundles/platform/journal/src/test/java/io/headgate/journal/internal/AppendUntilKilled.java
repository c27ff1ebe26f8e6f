package io.headgate.journal.internal;

import io.headgate.journal.internal.Settings.Durability;
import io.headgate.journal.internal.file.FolderStorage;
import java.nio.file.Path;

/**
 * A process that appends for ever and says on its standard output what is durable. Record n is the
 * one of seed n, so that whoever reads the journal later knows what must stand there.
 */
public final class AppendUntilKilled {

  private AppendUntilKilled() {}

  /** Takes the folder, and what durable means. */
  public static void main(String[] args) throws Exception {
    SegmentedJournal journal =
        SegmentedJournal.open(
            Journals.settings(Durability.valueOf(args[1])),
            new FolderStorage(Path.of(args[0])),
            System::nanoTime,
            new Journals.Trouble());
    journal.onDurable(
        sequence -> {
          System.out.println(sequence);
          System.out.flush();
        });
    long next = journal.status().records() + 1;
    while (true) {
      journal.append(new RandomRecords(next).next());
      next++;
    }
  }
}
