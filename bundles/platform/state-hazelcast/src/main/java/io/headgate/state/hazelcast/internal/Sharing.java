package io.headgate.state.hazelcast.internal;

import com.hazelcast.cluster.Member;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.cluster.MembershipListener;
import com.hazelcast.core.EntryEvent;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.LifecycleEvent;
import com.hazelcast.map.IMap;
import com.hazelcast.map.listener.EntryAddedListener;
import com.hazelcast.map.listener.EntryMergedListener;
import com.hazelcast.map.listener.EntryUpdatedListener;
import io.headgate.model.position.PositionKey;
import io.headgate.state.hazelcast.internal.wire.MapKey;
import io.headgate.state.hazelcast.internal.wire.MergeShares;
import io.headgate.state.hazelcast.internal.wire.NodeShares;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to the cluster: brings what others publish into this node's table, and what is in
 * the table into the cluster.
 */
final class Sharing {

  private static final Logger LOG = LoggerFactory.getLogger(Sharing.class);
  private static final long ANSWER_SECONDS = 15;

  private final HazelcastInstance hazelcast;
  private final IMap<String, NodeShares> map;
  private final ShareTable table;
  private final Outbox outbox;
  private final BoardSharing board;
  private final Consumer<List<String>> onMembers;

  /** Set when the cluster has changed, so that memory and map must be compared. */
  private final AtomicBoolean stale = new AtomicBoolean(true);

  /**
   * @param board what is shared beside the positions
   * @param onMembers told who is connected whenever that changes
   */
  Sharing(
      HazelcastInstance hazelcast,
      ShareTable table,
      Outbox outbox,
      BoardSharing board,
      Consumer<List<String>> onMembers) {
    this.hazelcast = hazelcast;
    this.map = hazelcast.getMap(HazelcastConfigs.POSITIONS);
    this.table = table;
    this.outbox = outbox;
    this.board = board;
    this.onMembers = onMembers;
    map.addEntryListener(new Arrivals(), true);
    map.addPartitionLostListener(event -> stale.set(true));
    hazelcast.getCluster().addMembershipListener(new Comings());
    hazelcast
        .getLifecycleService()
        .addLifecycleListener(
            event -> {
              if (event.getState() == LifecycleEvent.LifecycleState.MERGED) {
                LOG.info("The halves of a split cluster are one again");
                stale.set(true);
              }
            });
  }

  /** What is shared beside the positions. */
  BoardSharing board() {
    return board;
  }

  boolean isRunning() {
    return hazelcast.getLifecycleService().isRunning();
  }

  /** Whether the cluster has changed since the last time this was asked. */
  boolean takeStale() {
    return stale.getAndSet(false);
  }

  void makeStale() {
    stale.set(true);
  }

  /** Names of the connected nodes, sorted; one that is there twice is there twice. From memory. */
  List<String> members() {
    List<String> names = new ArrayList<>();
    for (Member member : hazelcast.getCluster().getMembers()) {
      String node = member.getAttribute(HazelcastConfigs.NODE);
      names.add(node == null ? member.getAddress().toString() : node);
    }
    names.sort(null);
    return names;
  }

  /**
   * Reads the whole map into the table, and notes for sending what the table knows better: after a
   * split or the loss of a node the map may have fallen behind.
   */
  void reconcile() {
    Set<PositionKey> found = new HashSet<>();
    for (Map.Entry<String, NodeShares> entry : map.entrySet()) {
      PositionKey key = MapKey.parse(entry.getKey());
      found.add(key);
      table.merge(key, entry.getValue());
      if (table.hasMoreThan(key, entry.getValue())) {
        outbox.add(key);
      }
    }
    table.forEach(
        (key, shares) -> {
          if (!found.contains(key)) {
            outbox.add(key);
          }
        });
  }

  /**
   * Sends what is known of some positions, all at once, and waits until every backup has it.
   *
   * @throws ExecutionException if the cluster refused one of them; none counts as sent
   * @throws TimeoutException if the cluster did not answer in time
   * @throws InterruptedException if the thread is interrupted
   */
  void send(List<PositionKey> keys)
      throws ExecutionException, TimeoutException, InterruptedException {
    List<CompletableFuture<Object>> answers = new ArrayList<>();
    for (PositionKey key : keys) {
      NodeShares shares = Objects.requireNonNull(table.get(key));
      answers.add(map.submitToKey(MapKey.of(key), new MergeShares(shares)).toCompletableFuture());
    }
    CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
        .get(ANSWER_SECONDS, TimeUnit.SECONDS);
  }

  void close() {
    hazelcast.shutdown();
  }

  private final class Arrivals
      implements EntryAddedListener<String, NodeShares>,
          EntryUpdatedListener<String, NodeShares>,
          EntryMergedListener<String, NodeShares> {

    @Override
    public void entryAdded(EntryEvent<String, NodeShares> event) {
      take(event);
    }

    @Override
    public void entryUpdated(EntryEvent<String, NodeShares> event) {
      take(event);
    }

    @Override
    public void entryMerged(EntryEvent<String, NodeShares> event) {
      take(event);
    }

    private void take(EntryEvent<String, NodeShares> event) {
      table.merge(MapKey.parse(event.getKey()), event.getValue());
    }
  }

  private final class Comings implements MembershipListener {

    @Override
    public void memberAdded(MembershipEvent event) {
      note("Node {} has joined; connected: {}", event);
    }

    @Override
    public void memberRemoved(MembershipEvent event) {
      note("Node {} has gone; connected: {}", event);
    }

    private void note(String text, MembershipEvent event) {
      stale.set(true);
      List<String> members = members();
      LOG.info(text, event.getMember().getAttribute(HazelcastConfigs.NODE), members);
      onMembers.accept(members);
    }
  }
}
