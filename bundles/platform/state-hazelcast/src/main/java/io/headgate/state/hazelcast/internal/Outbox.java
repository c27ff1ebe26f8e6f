package io.headgate.state.hazelcast.internal;

import io.headgate.model.position.PositionKey;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Positions that others must be told of. Bounded by the number of positions: a position that waits
 * already is not noted again, and what is sent is the latest that is known then.
 */
final class Outbox {

  private final Set<PositionKey> waiting = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Thread sender;

  /** Notes a position; never blocks. */
  void add(PositionKey key) {
    if (waiting.add(key)) {
      LockSupport.unpark(sender);
    }
  }

  /** Takes some of what waits, waiting for the first for a while; for one thread alone. */
  List<PositionKey> take(int atMost, long waitNanos) {
    sender = Thread.currentThread();
    if (waiting.isEmpty()) {
      LockSupport.parkNanos(this, waitNanos);
    }
    List<PositionKey> taken = new ArrayList<>();
    Iterator<PositionKey> keys = waiting.iterator();
    while (taken.size() < atMost && keys.hasNext()) {
      // Taken off first: what is published from now on is noted again.
      taken.add(keys.next());
      keys.remove();
    }
    return taken;
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }
}
