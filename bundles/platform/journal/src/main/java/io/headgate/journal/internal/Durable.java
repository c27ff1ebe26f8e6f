package io.headgate.journal.internal;

import io.headgate.spi.journal.JournalException;
import io.headgate.spi.journal.JournalException.Reason;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far the records are durable: who waits for it and who is told. */
final class Durable {

  private static final Logger LOG = LoggerFactory.getLogger(Durable.class);

  private final Object waiting = new Object();
  private final Object telling = new Object();
  private volatile long sequence;
  private volatile int waiters;
  private volatile @Nullable Reason ended;
  private volatile String failure = "";
  private LongConsumer listener = upTo -> {};

  /**
   * @param sequence highest sequence number that is durable
   */
  Durable(long sequence) {
    this.sequence = sequence;
  }

  long sequence() {
    return sequence;
  }

  /** Why nothing becomes durable any more; empty while it does. */
  String failure() {
    return failure;
  }

  void listen(LongConsumer newListener) {
    synchronized (telling) {
      listener = newListener;
      if (sequence > 0) {
        newListener.accept(sequence);
      }
    }
  }

  /** Records up to this one are durable; one thread only. */
  void reached(long upTo) {
    sequence = upTo;
    if (waiters > 0) {
      synchronized (waiting) {
        waiting.notifyAll();
      }
    }
    synchronized (telling) {
      try {
        listener.accept(upTo);
      } catch (RuntimeException e) {
        LOG.error("Who is told of durable records failed at record {}", upTo, e);
      }
    }
  }

  /** Nothing becomes durable any more; the first reason stays. */
  void end(Reason reason, String message) {
    synchronized (waiting) {
      if (ended == null) {
        failure = message;
        ended = reason;
      }
      waiting.notifyAll();
    }
  }

  /**
   * @throws JournalException if nothing becomes durable any more
   */
  void check() throws JournalException {
    Reason reason = ended;
    if (reason != null) {
      throw new JournalException(reason, failure);
    }
  }

  /** Waits; an interrupt is kept for later, because the caller needs the answer. */
  void await(long wanted) throws JournalException {
    if (sequence >= wanted) {
      return;
    }
    boolean interrupted = false;
    synchronized (waiting) {
      waiters++;
      try {
        while (sequence < wanted) {
          check();
          try {
            waiting.wait();
          } catch (InterruptedException e) {
            interrupted = true;
          }
        }
      } finally {
        waiters--;
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}
