package io.headgate.engine.internal.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One thread behind a bounded queue: a slow scorer delays its own requests and nobody else. The
 * thread begins with the first task.
 */
final class Worker implements AutoCloseable {

  /** Requests that can wait; beyond it they are refused, because an old score is worth nothing. */
  static final int CAPACITY = 1_024;

  private static final long JOIN_MILLIS = 1_000;

  private final ArrayBlockingQueue<Task> queue = new ArrayBlockingQueue<>(CAPACITY);
  private final Thread thread;
  private volatile boolean closed;

  /** What it does. */
  interface Task {
    void run();

    /** It will not run any more. */
    void dropped();
  }

  Worker(String name) {
    thread = new Thread(this::work, name);
    thread.setDaemon(true);
  }

  /** Queues a task; false if the queue is full. */
  synchronized boolean offer(Task task) {
    if (closed || !queue.offer(task)) {
      return false;
    }
    if (thread.getState() == Thread.State.NEW) {
      thread.start();
    }
    return true;
  }

  int waiting() {
    return queue.size();
  }

  private void work() {
    while (!closed) {
      Task task = next();
      if (task != null) {
        task.run();
      }
    }
  }

  /** The next task; null after a second without one, or an interrupt, which closing brings. */
  private @Nullable Task next() {
    try {
      return queue.poll(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      return null;
    }
  }

  /** Drops what waits, and lets what runs end for a second at most. */
  @Override
  public void close() {
    List<Task> dropped = new ArrayList<>();
    synchronized (this) {
      closed = true;
      queue.drainTo(dropped);
    }
    dropped.forEach(Task::dropped);
    thread.interrupt();
    if (thread != Thread.currentThread()) {
      try {
        thread.join(JOIN_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
