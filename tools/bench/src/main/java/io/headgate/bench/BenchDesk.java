package io.headgate.bench;

import io.headgate.rules.drools.internal.approval.Lifecycle;
import io.headgate.rules.drools.internal.approval.Shelf;
import io.headgate.rules.drools.internal.approval.Signers;
import io.headgate.rules.drools.internal.candidate.Desk;
import io.headgate.rules.drools.internal.candidate.Sets;
import io.headgate.rules.drools.internal.candidate.Surroundings;
import io.headgate.rules.drools.internal.gear.RuleCompiler;
import io.headgate.rules.drools.internal.load.Loader;
import io.headgate.spi.candidate.Replay;
import io.headgate.spi.candidate.ReplayRequest;
import io.headgate.spi.journal.Journal;
import io.headgate.spi.limits.Limits;
import io.headgate.spi.reference.ReferenceData;
import io.headgate.spi.time.Clock;
import io.headgate.testkit.fake.RecordingAlarms;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.locks.LockSupport;

/** The desk where sets are tried, over the journal of a {@link BenchNode}. */
final class BenchDesk implements AutoCloseable {

  private static final long LOOK_NANOS = 1_000_000;
  private static final int COMPARED_ORDERS = 100;
  private static final String WHO = "bench";

  private final Desk desk;
  private String serving = "";

  /**
   * A run that has ended.
   *
   * @param run what it found
   * @param processorNanos what its thread took of a processor while it read and judged
   */
  record Timed(Replay run, long processorNanos) {}

  private BenchDesk(BenchNode node, Path folder) {
    Clock clock = new BenchNode.MachineClock();
    Surroundings parts = new Parts(node);
    Shelf shelf = new Shelf(folder.resolve("desk"));
    Lifecycle lifecycle =
        new Lifecycle(
            shelf,
            new Signers(folder.resolve("signers.properties")),
            0,
            clock,
            new RecordingAlarms(),
            parts);
    Loader loader = new Loader(new RuleCompiler(true)::compile, COMPARED_ORDERS, 0);
    this.desk =
        new Desk(
            new Sets(folder, List.of(), shelf, () -> serving, parts),
            shelf,
            lifecycle,
            new Desk.Office(
                parts,
                loader,
                loader,
                (hash, files) -> {
                  throw new IllegalStateException("nothing is activated here");
                },
                () -> serving,
                clock));
  }

  static BenchDesk over(BenchNode node, Path folder) {
    return new BenchDesk(node, folder);
  }

  /** From now on this set is the one that serves. */
  void serve(String folder) {
    serving = desk.stage(folder, WHO, "it is measured").hash();
  }

  /** Runs one to its end. */
  Timed replay(ReplayRequest request) throws InterruptedException {
    long id = desk.replay(request, WHO).id();
    while (state(id) == Replay.State.COMPILING) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    long before = processorNanos();
    Replay run = desk.await(id, Long.MAX_VALUE);
    return new Timed(run, processorNanos() - before);
  }

  private Replay.State state(long id) {
    return desk.replays().stream()
        .filter(run -> run.id() == id)
        .findFirst()
        .map(Replay::state)
        .orElseThrow();
  }

  /** Of the desk's threads; only one of them judges. */
  private static long processorNanos() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long nanos = 0;
    for (ThreadInfo thread : threads.dumpAllThreads(false, false)) {
      if (thread.getThreadName().equals("headgate-rule-desk")) {
        nanos += threads.getThreadCpuTime(thread.getThreadId());
      }
    }
    return nanos;
  }

  @Override
  public void close() {
    desk.close(COMPARED_ORDERS);
  }

  private record Parts(BenchNode node) implements Surroundings {

    @Override
    public Journal journal() {
      return node.journal();
    }

    @Override
    public Limits limits() {
      return node.limits();
    }

    @Override
    public ReferenceData reference() {
      return node.reference();
    }

    @Override
    public void checkLimits(SortedMap<String, byte[]> files) {
      limits().trial(files);
    }

    @Override
    public void serveLimits(SortedMap<String, byte[]> files, boolean held) {
      throw new IllegalStateException("nothing is activated here");
    }
  }
}
