package io.headgate.state.hazelcast.internal;

import io.headgate.model.position.PositionKey;
import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.alarm.Alarms;
import io.headgate.spi.positions.PositionShare;
import io.headgate.state.hazelcast.internal.wire.Held;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Notices that the cluster has seen a later epoch of this node than the one it is in: its journal
 * was lost or put back, or another node runs under its name. Its own shares would then be hidden by
 * the later ones.
 */
final class Imposter {

  /** Key of the alarm. */
  static final String ALARM = "state.epoch";

  private final String node;
  private final Alarms alarms;
  private final ShareTable table;
  private final AtomicInteger epoch = new AtomicInteger();

  Imposter(String node, Alarms alarms, ShareTable table) {
    this.node = node;
    this.alarms = alarms;
    this.table = table;
  }

  /** Notes the epoch of what this node publishes. */
  void published(PositionShare share) {
    if (share.epoch() > epoch.get() && share.node().equals(node)) {
      epoch.accumulateAndGet(share.epoch(), Math::max);
    }
  }

  /** Looks at every position. */
  void look() {
    table.forEach((key, shares) -> look(key, shares.of(node)));
  }

  private void look(PositionKey key, @Nullable Held held) {
    int mine = epoch.get();
    if (mine > 0 && held != null && held.epoch() > mine) {
      alarms.raise(
          ALARM,
          Alarm.Level.CRITICAL,
          ("this node %s is in epoch %d, but the cluster knows %s %s of its epoch %d, which hides"
                  + " what it holds now. Next: put back its newest journal, or give it another"
                  + " nodeId")
              .formatted(node, mine, key.account(), key.instrument(), held.epoch()));
    }
  }
}
