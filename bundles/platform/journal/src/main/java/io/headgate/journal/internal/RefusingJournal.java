package io.headgate.journal.internal;

import io.headgate.spi.journal.Journal;
import io.headgate.spi.journal.JournalException;
import io.headgate.spi.journal.JournalException.Reason;
import io.headgate.spi.journal.JournalRecord;
import io.headgate.spi.journal.JournalStatus;
import java.util.function.LongConsumer;

/**
 * Stands in for a journal that could not be opened, so that the node can say why and trades
 * nothing.
 */
final class RefusingJournal implements Journal {

  private final String folder;
  private final Reason reason;
  private final String message;

  RefusingJournal(String folder, Reason reason, String message) {
    this.folder = folder;
    this.reason = reason;
    this.message = message;
  }

  private JournalException refusal() {
    return new JournalException(reason, message);
  }

  @Override
  public long append(JournalRecord record) throws JournalException {
    throw refusal();
  }

  @Override
  public void onDurable(LongConsumer listener) {
    // Nothing is durable and nothing ever will be.
  }

  @Override
  public long durableSequence() {
    return 0;
  }

  @Override
  public void awaitDurable(long sequence) throws JournalException {
    throw refusal();
  }

  @Override
  public void read(long fromSequence, Reader reader) throws JournalException {
    throw refusal();
  }

  @Override
  public JournalStatus status() {
    return new JournalStatus(folder, 0, 0, 0, 0, 0, message);
  }
}
