package io.headgate.surveillance.internal;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.function.ToLongFunction;

/**
 * What happened within the window, oldest first; at most {@link #CAPACITY}, of which the oldest
 * give way.
 */
final class Recent<T> implements Iterable<T> {

  static final int CAPACITY = 1_024;

  private final ArrayDeque<T> items = new ArrayDeque<>();
  private final ToLongFunction<T> time;

  /**
   * @param time when an item happened, nanoseconds
   */
  Recent(ToLongFunction<T> time) {
    this.time = time;
  }

  /** Adds an item and forgets what is older than the window before it. */
  void add(T item, long window) {
    forget(time.applyAsLong(item) - window);
    if (items.size() == CAPACITY) {
      items.removeFirst();
    }
    items.addLast(item);
  }

  /** Forgets the latest item that equals this one. */
  void remove(T item) {
    items.removeLastOccurrence(item);
  }

  /** Forgets what happened before a moment; answers whether nothing is left. */
  boolean isOver(long before) {
    forget(before);
    return items.isEmpty();
  }

  /** Forgets what happened before a moment. */
  void forget(long before) {
    while (!items.isEmpty() && time.applyAsLong(items.peekFirst()) < before) {
      items.removeFirst();
    }
  }

  @Override
  public Iterator<T> iterator() {
    return items.iterator();
  }
}
