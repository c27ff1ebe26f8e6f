package io.headgate.ops.internal.command.candidate;

import io.headgate.ops.internal.access.CurrentUser;
import io.headgate.ops.internal.command.Commands;
import io.headgate.spi.candidate.Replay;
import io.headgate.spi.candidate.ReplayRequest;
import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.Nullable;

/** Starts a run of past orders and follows it to its end, with a bar where a person looks on. */
public abstract class RunCommand extends DeskCommand {

  private static final long STEP_MILLIS = 500;
  private static final int BAR = 30;

  @Option(name = "--from", description = "Orders from then on, such as 2030-01-31T08:00:00Z")
  private @Nullable String from;

  @Option(name = "--to", description = "Orders before then")
  private @Nullable String to;

  @Reference private @Nullable Session session;

  /** The request for the time that was asked for. */
  protected final ReplayRequest timed(ReplayRequest request) {
    return request.between(
        from == null ? 0 : Moments.parse("--from", from),
        to == null ? Long.MAX_VALUE : Moments.parse("--to", to));
  }

  /**
   * Runs.
   *
   * @throws IllegalStateException if the run fails
   */
  protected final Replay run(ReplayRequest request) throws InterruptedException {
    Replay run = desk().replay(request, CurrentUser.name());
    PrintStream out = Commands.injected(session).getConsole();
    boolean shown = false;
    try {
      run = desk().await(run.id(), STEP_MILLIS);
      while (!run.state().isEnd()) {
        if (!isJson()) {
          shown = true;
          out.print("\r" + bar(run));
          out.flush();
        }
        run = desk().await(run.id(), STEP_MILLIS);
      }
    } catch (InterruptedException e) {
      desk().cancel(run.id());
      throw e;
    }
    if (shown) {
      out.println("\r" + bar(run));
    }
    if (run.state() == Replay.State.FAILED) {
      throw new IllegalStateException(run.failure());
    }
    return run;
  }

  private static String bar(Replay run) {
    int done = BAR * run.progress().percent() / 100;
    return "[%s%s] %3d %% %,d orders, %,d in a second  %s"
        .formatted(
            "#".repeat(done),
            ".".repeat(BAR - done),
            run.progress().percent(),
            run.counts().orders(),
            run.ordersPerSecond(),
            run.state());
  }
}
