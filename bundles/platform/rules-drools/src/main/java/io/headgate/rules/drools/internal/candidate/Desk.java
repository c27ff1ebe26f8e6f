package io.headgate.rules.drools.internal.candidate;

import io.headgate.rules.drools.internal.approval.Ledger;
import io.headgate.rules.drools.internal.approval.Lifecycle;
import io.headgate.rules.drools.internal.approval.Shelf;
import io.headgate.rules.drools.internal.gear.CompiledRules;
import io.headgate.rules.drools.internal.load.LoadException;
import io.headgate.rules.drools.internal.load.Loader;
import io.headgate.rules.drools.internal.load.SetFiles;
import io.headgate.spi.candidate.Candidate;
import io.headgate.spi.candidate.Candidate.State;
import io.headgate.spi.candidate.Replay;
import io.headgate.spi.candidate.ReplayRequest;
import io.headgate.spi.candidate.RuleDesk;
import io.headgate.spi.candidate.RuleDifference;
import io.headgate.spi.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The desk where sets are tried; its work is done on two threads of the lowest priority. */
public final class Desk implements RuleDesk {

  private static final int THREADS = 2;
  private static final long FOLLOW_MILLIS = 100;

  private final Sets sets;
  private final Shelf shelf;
  private final Lifecycle lifecycle;
  private final Office office;
  private final Replays replays;
  private final Shadows shadows;
  private final ScheduledExecutorService workers;
  private final Future<?> following;
  private final Map<String, Integer> ruleCounts = new ConcurrentHashMap<>();

  /**
   * What the desk works with.
   *
   * @param surroundings the node
   * @param loader compiles sets that are to serve
   * @param trial compiles sets that only judge past orders; quicker
   * @param activator lets sets serve
   * @param serving hash of the set that serves; empty if none does
   * @param clock tells the time
   */
  public record Office(
      Surroundings surroundings,
      Loader loader,
      Loader trial,
      Activator activator,
      Supplier<String> serving,
      Clock clock) {}

  /**
   * @param sets finds sets
   * @param shelf keeps sets
   * @param lifecycle what was done with them
   * @param office what it works with
   */
  public Desk(Sets sets, Shelf shelf, Lifecycle lifecycle, Office office) {
    this.sets = sets;
    this.shelf = shelf;
    this.lifecycle = lifecycle;
    this.office = office;
    this.workers = Executors.newScheduledThreadPool(THREADS, Desk::thread);
    this.replays =
        new Replays(
            new ReplayRun.Bench(sets, office.trial(), office.surroundings(), office.clock()),
            workers);
    this.shadows = new Shadows(office.surroundings(), office.clock());
    this.following =
        workers.scheduleWithFixedDelay(
            shadows::follow, FOLLOW_MILLIS, FOLLOW_MILLIS, TimeUnit.MILLISECONDS);
  }

  // Correctness does not rest on the priority; it only leaves the processor to orders where it can.
  @SuppressWarnings("ThreadPriorityCheck")
  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "headgate-rule-desk");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    return thread;
  }

  @Override
  public List<Candidate> candidates() {
    return lifecycle.ledger().sets().stream().map(this::candidate).toList();
  }

  private Candidate candidate(String hash) {
    List<Ledger.Line> lines = lifecycle.ledger().of(hash);
    Ledger.Line first = lines.get(0);
    List<String> approvedBy = lifecycle.approvedBy(hash);
    int needed = lifecycle.needed(hash);
    String source = first.tellsOrigin() ? first.detail() : "";
    int rules = 0;
    try {
      rules = ruleCounts.computeIfAbsent(hash, this::countRules);
    } catch (IllegalArgumentException e) {
      // The others are none the worse for it.
      source = "cannot serve: " + e.getMessage();
    }
    return new Candidate(
        hash,
        state(hash, needed > 0 && approvedBy.size() >= needed),
        source,
        first.step().who(),
        first.step().time(),
        rules,
        approvedBy,
        needed,
        shadows.of(hash),
        lines.stream().map(Ledger.Line::step).toList());
  }

  private State state(String hash, boolean approved) {
    if (hash.equals(office.serving().get())) {
      return lifecycle.ledger().isCanary(hash) ? State.CANARY : State.SERVING;
    }
    if (lifecycle.ledger().served().stream().anyMatch(line -> line.hash().equals(hash))) {
      return State.RETIRED;
    }
    return approved ? State.APPROVED : State.STAGED;
  }

  private int countRules(String hash) {
    try {
      return shelf.read(hash).rules().size();
    } catch (LoadException e) {
      throw Sets.refused(hash, e);
    }
  }

  @Override
  public Replay replay(ReplayRequest request, String who) {
    sets.named(request.with());
    if (!request.against().equals(RECORDED)) {
      sets.named(request.against());
    }
    return replays.start(request, who);
  }

  @Override
  public List<Replay> replays() {
    return replays.all();
  }

  @Override
  public Replay await(long id, long millis) throws InterruptedException {
    ReplayRun run = replays.find(id);
    run.await(millis);
    return run.snapshot();
  }

  @Override
  public Replay cancel(long id) {
    ReplayRun run = replays.find(id);
    run.cancel();
    return run.snapshot();
  }

  @Override
  public List<RuleDifference> diff(String from, String to) {
    NamedSet one = sets.named(from);
    NamedSet other = sets.named(to);
    return one.limits() == null && other.limits() == null
        ? SetDiff.between(one, other)
        : SetDiff.between(withLimits(one), withLimits(other));
  }

  /** With the limits that would serve beside it, where it brings none. */
  private NamedSet withLimits(NamedSet set) {
    return set.limits() == null
        ? new NamedSet(set.name(), set.files(), sets.limitsBeside(lifecycle.takesLimits()))
        : set;
  }

  @Override
  public Candidate stage(String folder, String who, String why) {
    checkReason(why);
    SetFiles files = sets.folder(folder).files();
    compiled(files, folder, office.loader()).close();
    lifecycle.keep(files, Ledger.STAGED, who, why);
    return candidate(files.hash());
  }

  private static void checkReason(String why) {
    if (why.isBlank()) {
      throw new IllegalArgumentException(
          "the reason is empty; expected why, in words that stand in the history and the audit trail");
    }
  }

  private static CompiledRules compiled(SetFiles files, String name, Loader loader) {
    try {
      return files.compile(loader);
    } catch (LoadException e) {
      throw Sets.refused(name, e);
    }
  }

  @Override
  public Candidate shadow(String set, boolean on, String who) {
    String hash = shelf.find(set);
    if (on) {
      shadows.checkRoom();
      NamedSet named = sets.named(hash);
      CompiledRules rules = compiled(named.files(), set, office.trial());
      Subjects subjects = new Subjects(office.surroundings().reference());
      shadows.start(new TrialSet(rules, named.limits(), subjects));
    } else {
      shadows.stop(hash);
    }
    lifecycle.note(hash, Ledger.SHADOWED, who, on ? "begun" : "ended", "");
    return candidate(hash);
  }

  @Override
  public Candidate approve(String set, String signature, String who) {
    String hash = shelf.find(set);
    lifecycle.approve(hash, signature, who);
    return candidate(hash);
  }

  @Override
  public Candidate activate(String set, String who, String why) {
    return serveSigned(shelf.find(set), Ledger.ACTIVATED, who, why);
  }

  @Override
  public Candidate canary(String set, String who, String why) {
    String hash = shelf.find(set);
    State now = state(hash, false);
    if (now == State.SERVING) {
      throw new IllegalStateException(
          "%s serves here already, and not as a canary; name a staged set (rule:candidates)"
              .formatted(hash));
    }
    if (now == State.CANARY) {
      throw new IllegalStateException(
          "%s serves here as a canary already; rule:activate lets it serve on all, rule:rollback ends it"
              .formatted(hash));
    }
    return serveSigned(hash, Ledger.CANARY, who, why);
  }

  @Override
  public Candidate rollback(String who, String why) {
    String serving = office.serving().get();
    return lifecycle.ledger().isCanary(serving)
        ? serveSigned(lifecycle.wayBack().beforeCanary(), Ledger.CANARY_ENDED, who, why)
        : serveSigned(lifecycle.wayBack().previous(serving), Ledger.ROLLED_BACK, who, why);
  }

  private Candidate serveSigned(String hash, String what, String who, String why) {
    checkReason(why);
    lifecycle.checkApproved(hash);
    boolean back = what.equals(Ledger.ROLLED_BACK) || what.equals(Ledger.CANARY_ENDED);
    SetFiles files = back ? lifecycle.asItServed(hash) : shelf.read(hash);
    if (back) {
      office.surroundings().checkListsOfFolder(files.limits());
    } else {
      office.surroundings().checkLists(files.limits());
    }
    try {
      office
          .activator()
          .activate(files, folderHash -> lifecycle.note(hash, what, who, why, folderHash));
    } catch (LoadException e) {
      throw Sets.refused(hash, e);
    }
    return candidate(hash);
  }

  /** Ends what runs; waits for it a while. */
  public void close(long seconds) {
    replays.cancelAll();
    following.cancel(false);
    workers.shutdownNow();
    try {
      if (!workers.awaitTermination(seconds, TimeUnit.SECONDS)) {
        throw new IllegalStateException("a set is still being tried after " + seconds + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    shadows.stopAll();
  }
}
