package io.headgate.rules.drools.internal.candidate;

import io.headgate.spi.candidate.Replay;
import io.headgate.spi.candidate.ReplayRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;

/** The latest runs; one at a time. */
final class Replays {

  private static final int KEPT = 10;

  private final ReplayRun.Bench bench;
  private final Executor executor;
  private final Deque<ReplayRun> runs = new ArrayDeque<>();
  private long started;

  /**
   * @param bench what runs work with
   * @param executor where they run
   */
  Replays(ReplayRun.Bench bench, Executor executor) {
    this.bench = bench;
    this.executor = executor;
  }

  synchronized Replay start(ReplayRequest request, String who) {
    for (ReplayRun run : runs) {
      if (!run.isEnd()) {
        throw new IllegalStateException(
            "replay %d is running; wait for its end, or end it with rule:replay --cancel %d"
                .formatted(run.id(), run.id()));
      }
    }
    ReplayRun run = new ReplayRun(started + 1, request, who, bench);
    executor.execute(run);
    started++;
    runs.addFirst(run);
    if (runs.size() > KEPT) {
      runs.removeLast();
    }
    return run.snapshot();
  }

  synchronized List<Replay> all() {
    return runs.stream().map(ReplayRun::snapshot).toList();
  }

  /**
   * One of them.
   *
   * @throws IllegalArgumentException if it is not there any more
   */
  synchronized ReplayRun find(long id) {
    for (ReplayRun run : runs) {
      if (run.id() == id) {
        return run;
      }
    }
    throw new IllegalArgumentException(
        "there is no replay %d; the last ten are kept until the node ends".formatted(id));
  }

  synchronized void cancelAll() {
    runs.forEach(ReplayRun::cancel);
  }
}
