package io.headgate.node.internal;

import io.headgate.spi.event.EventStream;
import io.headgate.spi.event.NodeEvent;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One reader of the event stream. When its queue is full, the oldest event goes and is counted. */
final class Subscriber implements EventStream.Subscription {

  private static final Logger LOG = LoggerFactory.getLogger(Subscriber.class);

  private final String name;
  private final int capacity;
  private final Consumer<NodeEvent> listener;
  private final Consumer<Subscriber> onClose;
  private final Thread thread;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition notEmpty = lock.newCondition();
  private final ArrayDeque<NodeEvent> queue = new ArrayDeque<>();
  private boolean closed;
  private long dropped;
  private long failures;

  Subscriber(
      String name, int capacity, Consumer<NodeEvent> listener, Consumer<Subscriber> onClose) {
    this.name = name;
    this.capacity = capacity;
    this.listener = listener;
    this.onClose = onClose;
    this.thread = new Thread(this::run, "headgate-events-" + name);
    this.thread.setDaemon(true);
  }

  void begin() {
    thread.start();
  }

  void offer(NodeEvent event) {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      if (queue.size() == capacity) {
        queue.poll();
        dropped++;
      }
      queue.add(event);
      if (queue.size() == 1) {
        notEmpty.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    for (NodeEvent event = next(); event != null; event = next()) {
      try {
        listener.accept(event);
      } catch (RuntimeException | LinkageError e) {
        failed(e);
      }
    }
  }

  private @Nullable NodeEvent next() {
    lock.lock();
    try {
      while (queue.isEmpty() && !closed) {
        notEmpty.awaitUninterruptibly();
      }
      return closed ? null : queue.poll();
    } finally {
      lock.unlock();
    }
  }

  private void failed(Throwable e) {
    failures++;
    // A listener that always fails is told of at 1, 2, 4, 8 … failures.
    if (Long.bitCount(failures) == 1) {
      LOG.error("Event subscriber '{}' has thrown {} times; it is kept", name, failures, e);
    }
  }

  @Override
  public long dropped() {
    lock.lock();
    try {
      return dropped;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      queue.clear();
      notEmpty.signal();
    } finally {
      lock.unlock();
    }
    onClose.accept(this);
  }

  /** Waits until a moment of {@link System#nanoTime} for the thread's end, then interrupts it. */
  void awaitEnd(long deadlineNanos) {
    if (Thread.currentThread() == thread) {
      return;
    }
    try {
      TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, deadlineNanos - System.nanoTime()));
      if (thread.isAlive()) {
        LOG.warn("Event subscriber '{}' does not return from its listener; interrupting it", name);
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
