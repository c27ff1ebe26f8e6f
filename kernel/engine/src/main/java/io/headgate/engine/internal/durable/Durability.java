package io.headgate.engine.internal.durable;

import io.headgate.spi.journal.Journal;
import java.util.ArrayDeque;

/** Runs what must wait until a record is durable, in the order of the records. */
public final class Durability {

  private record Waiting(long sequence, Runnable task) {}

  private final Journal journal;
  private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();

  /** Nothing runs before {@link #start}. */
  public Durability(Journal journal) {
    this.journal = journal;
  }

  /** Begins to listen to the journal. */
  public void start() {
    journal.onDurable(this::release);
  }

  /**
   * Runs a task once a record is durable, on the journal's thread or at once; it must be fast and
   * must not throw.
   */
  public void after(long sequence, Runnable task) {
    synchronized (waiting) {
      waiting.add(new Waiting(sequence, task));
    }
    // The record may have become durable before it was added here.
    release(journal.durableSequence());
  }

  /** Tasks that still wait. */
  public int size() {
    synchronized (waiting) {
      return waiting.size();
    }
  }

  private void release(long durable) {
    // One lock over test and run, so that two callers cannot swap the order of two tasks.
    synchronized (waiting) {
      for (Waiting head = waiting.peek();
          head != null && head.sequence() <= durable;
          head = waiting.peek()) {
        waiting.remove();
        head.task().run();
      }
    }
  }
}
