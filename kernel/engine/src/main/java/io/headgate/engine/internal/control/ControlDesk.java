package io.headgate.engine.internal.control;

import io.headgate.engine.internal.durable.Durability;
import io.headgate.engine.internal.loop.EventLoop;
import io.headgate.spi.control.ControlScope;
import io.headgate.spi.control.Restriction;
import io.headgate.spi.control.TradingControl;
import io.headgate.spi.control.TradingState;
import io.headgate.spi.event.EventPublisher;
import io.headgate.spi.event.NodeEvent;
import io.headgate.spi.journal.Journal;
import io.headgate.spi.journal.JournalException;
import io.headgate.spi.journal.JournalRecord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kill and re-arm: the latch first, then the journal, then the cancels. Latch and journal are
 * reached on the caller's thread: a kill is in force and survives a restart even if the loop never
 * moves again.
 */
public final class ControlDesk implements TradingControl {

  private static final Logger LOG = LoggerFactory.getLogger(ControlDesk.class);

  /**
   * What a kill sets in motion.
   *
   * @param cancelOpen cancels the open orders of a scope, in the loop; answers how many
   * @param barrier completes once every sending thread has passed it
   */
  public record Reach(
      Function<ControlScope, Integer> cancelOpen, Supplier<CompletableFuture<Void>> barrier) {}

  private final KillLatch latch;
  private final EventLoop loop;
  private final Journal journal;
  private final Durability durability;
  private final EventPublisher events;
  private final Reach reach;
  private final int rearmsNeeded;

  /** Kills whose record is not taken yet; none of them can be lifted before it is. */
  private final Map<Object, ControlScope> unrecorded = new ConcurrentHashMap<>();

  /** Works on the latch that the sending threads look at. */
  public ControlDesk(
      KillLatch latch,
      EventLoop loop,
      Journal journal,
      Durability durability,
      EventPublisher events,
      Reach reach,
      int rearmsNeeded) {
    this.latch = latch;
    this.loop = loop;
    this.journal = journal;
    this.durability = durability;
    this.events = events;
    this.reach = reach;
    this.rearmsNeeded = rearmsNeeded;
  }

  @Override
  public TradingState state() {
    return latch.nodeState();
  }

  @Override
  public List<Restriction> restrictions() {
    return latch.all();
  }

  @Override
  public CompletionStage<Integer> kill(ControlScope scope, String who, String why) {
    requireReason(why);
    long now = loop.clock().epochNanos();
    CompletableFuture<Integer> done = new CompletableFuture<>();
    CompletableFuture<Void> durable = new CompletableFuture<>();
    Object kill = new Object();
    unrecorded.put(kill, scope);
    Restriction restriction;
    try {
      restriction =
          latch.restrict(
              new Restriction(scope, TradingState.HALTED, who, why, now, List.of(), rearmsNeeded));
      keep(
          new JournalRecord.Controlled(now, scope, TradingState.HALTED, who, why, false),
          done,
          () -> durable.complete(null));
    } finally {
      unrecorded.remove(kill);
    }
    // Told only now: whatever becomes of log and listeners, the kill stands and is on record.
    try {
      LOG.warn("KILL of {} by {}: {}", scope, who, why);
      events.publish(new NodeEvent.ControlChanged(now, restriction));
    } finally {
      loop.urgent(() -> cancelOpen(scope, durable, done));
    }
    return done;
  }

  private void cancelOpen(
      ControlScope scope, CompletableFuture<Void> durable, CompletableFuture<Integer> done) {
    int canceled = reach.cancelOpen().apply(scope);
    // A lane that hangs keeps the kill unacknowledged: nobody may believe it stopped.
    var unused =
        durable
            .thenCombine(reach.barrier().get(), (recorded, passed) -> canceled)
            .thenAccept(done::complete);
  }

  @Override
  public CompletionStage<Restriction> rearm(ControlScope scope, String who, String why) {
    requireReason(why);
    CompletableFuture<Restriction> done = new CompletableFuture<>();
    loop.urgent(() -> rearm(scope, who, why, done));
    return done;
  }

  private void rearm(
      ControlScope scope, String who, String why, CompletableFuture<Restriction> done) {
    if (unrecorded.containsValue(scope)) {
      done.completeExceptionally(
          new IllegalStateException(
              "the kill of %s is just being recorded; try again in a moment".formatted(scope)));
      return;
    }
    Restriction restriction = latch.find(scope);
    if (restriction == null) {
      done.completeExceptionally(
          new IllegalArgumentException(
              "%s is not killed; in force: %s"
                  .formatted(scope, latch.all().stream().map(Restriction::scope).toList())));
      return;
    }
    long now = loop.clock().epochNanos();
    Set<String> people = new LinkedHashSet<>(restriction.rearmApprovals());
    people.add(who);
    boolean lifts = people.size() >= rearmsNeeded;
    keep(
        new JournalRecord.Controlled(now, scope, TradingState.ACTIVE, who, why, lifts),
        done,
        // Opened only when it is durable: a crash in between leaves it closed.
        () -> loop.urgent(() -> rearmed(restriction, people, lifts, done)));
  }

  private void rearmed(
      Restriction old, Set<String> people, boolean lifts, CompletableFuture<Restriction> done) {
    List<String> approvals = new ArrayList<>(people);
    if (lifts && latch.lift(old)) {
      LOG.warn("{} is re-armed by {}", old.scope(), people);
    } else if (!lifts) {
      latch.approve(old, approvals);
    }
    Restriction standing = latch.find(old.scope());
    Restriction after =
        standing != null
            ? standing
            : new Restriction(
                old.scope(),
                TradingState.ACTIVE,
                old.who(),
                old.why(),
                old.since(),
                approvals,
                rearmsNeeded);
    events.publish(new NodeEvent.ControlChanged(loop.clock().epochNanos(), after));
    done.complete(after);
  }

  private void keep(JournalRecord entry, CompletableFuture<?> done, Runnable onDurable) {
    try {
      durability.after(journal.append(entry), onDurable);
    } catch (JournalException e) {
      LOG.error("not journalled: {}: {}", entry, e.getMessage());
      done.completeExceptionally(
          new IllegalStateException(
              "the journal took no record (%s); a kill stands until the restart, a re-arm does not"
                  .formatted(e.getMessage()),
              e));
    }
  }

  private static void requireReason(String why) {
    if (why.isBlank()) {
      throw new IllegalArgumentException("why is blank; give a reason for the audit trail");
    }
  }
}
