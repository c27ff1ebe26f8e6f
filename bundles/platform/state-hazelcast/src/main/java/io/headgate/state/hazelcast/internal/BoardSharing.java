package io.headgate.state.hazelcast.internal;

import com.hazelcast.core.EntryEvent;
import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.map.listener.EntryAddedListener;
import com.hazelcast.map.listener.EntryMergedListener;
import com.hazelcast.map.listener.EntryUpdatedListener;
import io.headgate.spi.cluster.Posting;
import io.headgate.state.hazelcast.internal.wire.PinHigher;
import io.headgate.state.hazelcast.internal.wire.Pinned;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The board's part of one connection to the cluster. Positions never wait for it. */
final class BoardSharing {

  private static final Logger LOG = LoggerFactory.getLogger(BoardSharing.class);

  private final IMap<String, Pinned> map;
  private final BoardTable table;

  BoardSharing(HazelcastInstance hazelcast, BoardTable table) {
    this.map = hazelcast.getMap(HazelcastConfigs.BOARD);
    this.table = table;
    map.addEntryListener(new Arrivals(), true);
  }

  /** Reads the whole map into the table, and notes for sending what the table knows better. */
  void reconcile() {
    Set<String> found = new HashSet<>();
    for (Map.Entry<String, Pinned> entry : map.entrySet()) {
      found.add(entry.getKey());
      compare(entry.getKey(), entry.getValue());
    }
    table.forEach(
        (key, posting) -> {
          if (!found.contains(key)) {
            table.makeUnsent(key);
          }
        });
  }

  private void compare(String key, Pinned pinned) {
    try {
      Posting theirs = pinned.posting(key);
      table.merge(theirs);
      Posting mine = table.latest(key);
      if (mine != null && mine.compareTo(theirs) > 0) {
        table.makeUnsent(key);
      }
    } catch (IllegalArgumentException e) {
      LOG.warn("A posting of another node cannot be read and is left alone: {}", e.getMessage());
    }
  }

  /** Sends what the cluster has not got yet; what fails is sent again. */
  void send() {
    List<Posting> postings = table.takeUnsent();
    for (Posting posting : postings) {
      try {
        map.executeOnKey(posting.key(), new PinHigher(Pinned.of(posting)));
      } catch (HazelcastException e) {
        table.makeUnsent(posting.key());
        LOG.warn("{} could not be shared and will be again: {}", posting, e.toString());
      }
    }
  }

  private final class Arrivals
      implements EntryAddedListener<String, Pinned>,
          EntryUpdatedListener<String, Pinned>,
          EntryMergedListener<String, Pinned> {

    @Override
    public void entryAdded(EntryEvent<String, Pinned> event) {
      take(event);
    }

    @Override
    public void entryUpdated(EntryEvent<String, Pinned> event) {
      take(event);
    }

    @Override
    public void entryMerged(EntryEvent<String, Pinned> event) {
      take(event);
    }

    private void take(EntryEvent<String, Pinned> event) {
      table.merge(event.getValue().posting(event.getKey()));
    }
  }
}
