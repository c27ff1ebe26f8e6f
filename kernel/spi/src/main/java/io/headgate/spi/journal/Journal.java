package io.headgate.spi.journal;

import io.headgate.spi.monitor.StageLatency;
import java.util.List;
import java.util.function.LongConsumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The durable log. Records become durable in order, in groups.
 *
 * <p>Space for cancels, fills and control records is kept free: when only that is left, {@link
 * #append} refuses records that add risk and still takes the others.
 */
@ProviderType
public interface Journal {

  /**
   * Appends a record; does not wait for the disk. Safe from every thread: the order loop appends
   * everything but a kill, which is recorded even if the loop hangs.
   *
   * @return its sequence number, from 1, without gaps
   * @throws JournalException if it could not be taken; nothing was written then
   */
  long append(JournalRecord record) throws JournalException;

  /**
   * Sets who is told, on the commit thread, that every record up to a sequence number is durable.
   * Told at once of what is durable already.
   */
  void onDurable(LongConsumer listener);

  /** Highest sequence number that is durable; 0 if there is none. */
  long durableSequence();

  /**
   * Waits until a record is durable.
   *
   * @throws JournalException if it can not become durable any more
   */
  void awaitDurable(long sequence) throws JournalException;

  /**
   * Reads durable records in order; safe from every thread.
   *
   * @param fromSequence first sequence number wanted, from 1
   * @param reader called for each record
   * @throws JournalException if the log is damaged; the message names file and position
   */
  void read(long fromSequence, Reader reader) throws JournalException;

  /** How the log is; safe from every thread. */
  JournalStatus status();

  /** How long the syncs of the disk took; safe from every thread. */
  default StageLatency syncs() {
    return new StageLatency("sync", List.of(), 0);
  }

  /** Takes records one by one. */
  @FunctionalInterface
  interface Reader {
    /**
     * @return whether to go on
     */
    boolean record(long sequence, JournalRecord record);

    /**
     * Whether records of a kind are looked at; the journal may leave out the others unread.
     *
     * @param kind of record
     */
    default boolean wants(Class<? extends JournalRecord> kind) {
      return true;
    }
  }
}
