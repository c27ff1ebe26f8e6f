package io.headgate.routes.camel.internal.service;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Holds one service that may be absent and may be replaced. Reading costs one volatile read.
 *
 * @param <S> type of the service
 */
public final class Slot<S> {

  private final String name;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Object monitor = new Object();
  private volatile @Nullable S service;

  /**
   * @param name of the service, for messages
   */
  public Slot(String name) {
    this.name = name;
  }

  /** Name of the service, for messages. */
  public String name() {
    return name;
  }

  /** The service, or null while there is none. */
  public @Nullable S get() {
    return service;
  }

  /** Puts a service in, or in the place of another. */
  public void set(S fresh) {
    change(fresh);
  }

  /** Takes a service out; nothing happens if another has taken its place. */
  public void unset(S gone) {
    synchronized (monitor) {
      if (service != gone) {
        return;
      }
    }
    change(null);
  }

  private void change(@Nullable S fresh) {
    synchronized (monitor) {
      service = fresh;
      monitor.notifyAll();
    }
    listeners.forEach(Runnable::run);
  }

  /**
   * Waits for a service other than {@code stale}.
   *
   * @param stale a service that has proved dead, or null
   * @param millis how long at most
   * @return the service, or null if there was none in time
   * @throws InterruptedException if the waiting thread is interrupted
   */
  public @Nullable S await(@Nullable S stale, long millis) throws InterruptedException {
    long end = System.nanoTime() + millis * 1_000_000L;
    synchronized (monitor) {
      while (service == null || service == stale) {
        long left = (end - System.nanoTime()) / 1_000_000L;
        if (left <= 0) {
          return null;
        }
        monitor.wait(left);
      }
      return service;
    }
  }

  /** Calls a listener after every change; it must return at once. */
  public void listen(Runnable listener) {
    listeners.add(listener);
  }

  /** Ends {@link #listen}. */
  public void forget(Runnable listener) {
    listeners.remove(listener);
  }
}
