package io.headgate.rules.drools.internal.candidate;

import io.headgate.spi.candidate.Candidate.Shadow;
import io.headgate.spi.journal.Journal;
import io.headgate.spi.journal.JournalException;
import io.headgate.spi.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets that judge every order beside the serving one: they read each decision from the journal once
 * it is durable, so that they miss none and the order path knows nothing of them.
 */
final class Shadows {

  private static final Logger LOG = LoggerFactory.getLogger(Shadows.class);
  private static final int MOST = 3;

  private final Surroundings surroundings;
  private final Clock clock;
  private final Map<String, Shadowing> shadowings = new LinkedHashMap<>();

  private static final class Shadowing {
    private final TrialSet set;
    private final Changes changes;
    private final long since;
    private long next;
    private boolean running = true;
    private String failure = "";

    private Shadowing(TrialSet set, Changes changes, long since, long next) {
      this.set = set;
      this.changes = changes;
      this.since = since;
      this.next = next;
    }
  }

  Shadows(Surroundings surroundings, Clock clock) {
    this.surroundings = surroundings;
    this.clock = clock;
  }

  /**
   * Begins with the next order.
   *
   * @param set nobody else uses it
   * @throws IllegalStateException if three run already
   */
  synchronized void start(TrialSet set) {
    String hash = set.rules().hash();
    Shadowing before = shadowings.get(hash);
    if (before != null && before.running) {
      set.rules().close();
      return;
    }
    checkRoom();
    long next = surroundings.journal().durableSequence() + 1;
    Changes changes = new Changes(surroundings.reference());
    shadowings.put(hash, new Shadowing(set, changes, clock.epochNanos(), next));
  }

  /**
   * @throws IllegalStateException if as many run as may
   */
  synchronized void checkRoom() {
    if (shadowings.values().stream().filter(one -> one.running).count() >= MOST) {
      throw new IllegalStateException(
          "%d sets are shadowed already; end one with rule:shadow --off".formatted(MOST));
    }
  }

  /**
   * Ends one; what it has counted stays.
   *
   * @throws IllegalStateException if it does not run
   */
  synchronized void stop(String hash) {
    Shadowing shadowing = shadowings.get(hash);
    if (shadowing == null || !shadowing.running) {
      throw new IllegalStateException("rule set %s is not shadowed".formatted(hash));
    }
    end(shadowing);
  }

  private static void end(Shadowing shadowing) {
    shadowing.running = false;
    shadowing.set.rules().close();
  }

  synchronized void stopAll() {
    shadowings.values().stream().filter(one -> one.running).forEach(Shadows::end);
  }

  /** What a set has said; null if it was not shadowed. */
  synchronized @Nullable Shadow of(String hash) {
    Shadowing one = shadowings.get(hash);
    return one == null
        ? null
        : new Shadow(
            one.since, one.running, one.changes.counts(), one.changes.groups(), one.failure);
  }

  /** Reads on; called by one thread, again and again. */
  synchronized void follow() {
    for (Shadowing shadowing : shadowings.values()) {
      if (shadowing.running) {
        follow(shadowing);
      }
    }
  }

  private void follow(Shadowing shadowing) {
    try {
      Journal journal = surroundings.journal();
      long end = journal.durableSequence();
      if (shadowing.next > end) {
        return;
      }
      Study study =
          new Study(
              shadowing.set,
              null,
              shadowing.changes,
              null,
              new Study.Extent(Long.MIN_VALUE, Long.MAX_VALUE, end, () -> false));
      journal.read(shadowing.next, study);
      shadowing.next = Math.max(shadowing.next, study.lastSequence() + 1);
    } catch (IllegalStateException e) {
      // The journal is away for a while, as when it is configured anew; nothing is lost by waiting.
      LOG.debug("a shadowed set waits", e);
    } catch (JournalException | RuntimeException | LinkageError | StackOverflowError e) {
      LOG.error("a shadowed set cannot go on", e);
      shadowing.failure = String.valueOf(e.getMessage());
      end(shadowing);
    }
  }
}
