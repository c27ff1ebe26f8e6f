package io.headgate.rules.drools.internal.candidate;

import io.headgate.rules.drools.internal.gear.CompiledRules;
import io.headgate.rules.drools.internal.load.LoadException;
import io.headgate.rules.drools.internal.load.Loader;
import io.headgate.spi.candidate.Replay;
import io.headgate.spi.candidate.Replay.State;
import io.headgate.spi.candidate.ReplayRequest;
import io.headgate.spi.candidate.RuleDesk;
import io.headgate.spi.journal.Journal;
import io.headgate.spi.journal.JournalException;
import io.headgate.spi.limits.LimitRow;
import io.headgate.spi.limits.LimitTrial;
import io.headgate.spi.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of past orders through a set; runs on a thread of the desk, any thread may look. */
final class ReplayRun implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(ReplayRun.class);
  private static final int WHOLE = 100;

  private final long id;
  private final ReplayRequest request;
  private final String who;
  private final Bench bench;
  private final long started;
  private final Changes changes;
  private final CountDownLatch end = new CountDownLatch(1);

  private volatile State state = State.COMPILING;
  private volatile boolean cancelled;
  private volatile String failure = "";
  private volatile String withHash = "";
  private volatile String limits = RuleDesk.RECORDED;
  private volatile @Nullable LimitUse use;
  private volatile @Nullable Study study;
  private volatile long firstSequence;
  private volatile long lastSequence;
  private volatile long judgingSince;
  private volatile long judgingNanos;

  /**
   * What a run works with.
   *
   * @param sets finds sets
   * @param loader compiles them
   * @param surroundings the node
   * @param clock tells the time
   */
  record Bench(Sets sets, Loader loader, Surroundings surroundings, Clock clock) {}

  ReplayRun(long id, ReplayRequest request, String who, Bench bench) {
    this.id = id;
    this.request = request;
    this.who = who;
    this.bench = bench;
    this.started = bench.clock().epochNanos();
    this.changes = new Changes(bench.surroundings().reference());
  }

  long id() {
    return id;
  }

  boolean isEnd() {
    return state.isEnd();
  }

  void cancel() {
    cancelled = true;
  }

  void await(long millis) throws InterruptedException {
    boolean ended = end.await(millis, TimeUnit.MILLISECONDS);
    LOG.trace("replay {} has ended: {}", id, ended);
  }

  @Override
  public void run() {
    try {
      judge();
      state = cancelled ? State.CANCELLED : State.DONE;
    } catch (IllegalArgumentException | IllegalStateException e) {
      fail(String.valueOf(e.getMessage()));
    } catch (JournalException e) {
      fail("the journal cannot be read: " + e.getMessage());
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      LOG.error("replay {} failed", id, e);
      fail("it failed: " + e);
    } finally {
      end.countDown();
    }
  }

  private void fail(String why) {
    failure = why;
    state = State.FAILED;
  }

  private void judge() throws JournalException {
    NamedSet with = bench.sets().named(request.with());
    @Nullable NamedSet against =
        request.against().equals(RuleDesk.RECORDED) ? null : bench.sets().named(request.against());
    // Sets without limits of their own are compared on those that the orders had.
    boolean recorded = with.limits() == null;
    Subjects subjects = new Subjects(bench.surroundings().reference());
    TrialSet tried = trial(with, recorded, subjects);
    TrialSet base = against == null ? null : trial(against, recorded, subjects);
    withHash = tried.rules().hash();
    LimitTrial other = tried.limits();
    limits = other == null ? RuleDesk.RECORDED : other.hash();
    LimitUse asked =
        request.tightness()
            ? new LimitUse(tried.rules().rules(), rows(other), request.nearPercent())
            : null;
    use = asked;
    try {
      read(tried, base, asked);
    } finally {
      tried.rules().close();
      if (base != null) {
        base.rules().close();
      }
    }
  }

  private static List<LimitRow> rows(@Nullable LimitTrial trial) {
    return trial == null ? List.of() : trial.rows();
  }

  private TrialSet trial(NamedSet set, boolean recorded, Subjects subjects) {
    LimitTrial own = set.limits();
    LimitTrial held =
        recorded || own != null ? own : new ServingLimits(bench.surroundings().limits());
    try {
      CompiledRules rules = set.files().compile(bench.loader());
      return new TrialSet(rules, recorded ? null : held, subjects);
    } catch (LoadException e) {
      throw Sets.refused(set.name(), e);
    }
  }

  private void read(TrialSet tried, @Nullable TrialSet base, @Nullable LimitUse asked)
      throws JournalException {
    Journal journal = bench.surroundings().journal();
    long last = journal.durableSequence();
    long first = request.from() <= 0 ? 1 : JournalStart.find(journal, request.from(), last);
    firstSequence = first;
    lastSequence = last;
    Study reading =
        new Study(
            tried,
            base,
            changes,
            asked,
            new Study.Extent(request.from(), request.to(), last, () -> cancelled));
    study = reading;
    judgingSince = bench.clock().monotonicNanos();
    state = State.RUNNING;
    if (first <= last) {
      journal.read(first, reading);
    }
    judgingNanos = Math.max(1, bench.clock().monotonicNanos() - judgingSince);
  }

  /** As far as it has come. */
  Replay snapshot() {
    State now = state;
    LimitUse asked = use;
    return new Replay(
        id,
        now,
        who,
        request,
        withHash,
        limits,
        started,
        progress(now),
        changes.counts(),
        changes.groups(),
        changes.changes(),
        asked == null ? List.of() : asked.tightness(),
        failure);
  }

  private Replay.Progress progress(State now) {
    Study reading = study;
    if (reading == null) {
      return new Replay.Progress(0, 0, 0);
    }
    long read = Math.max(0, reading.lastSequence() - firstSequence + 1);
    long all = Math.max(1, lastSequence - firstSequence + 1);
    long nanos = now.isEnd() ? judgingNanos : bench.clock().monotonicNanos() - judgingSince;
    int percent = now == State.DONE ? WHOLE : (int) Math.min(WHOLE, WHOLE * read / all);
    return new Replay.Progress(percent, read, nanos);
  }
}
