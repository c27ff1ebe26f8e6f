package io.headgate.ops.internal.command.candidate;

import io.headgate.ops.internal.access.CurrentUser;
import io.headgate.ops.internal.command.Commands;
import io.headgate.spi.candidate.Replay;
import io.headgate.spi.candidate.ReplayRequest;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.Nullable;

/** Starts a run of past orders and follows it to its end, with a bar where a person looks on. */
public abstract class RunCommand extends DeskCommand {

  private static final long STEP_MILLIS = 500;

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
    ProgressBar bar = isJson() ? ProgressBar.NONE : ProgressBar.of(Commands.injected(session));
    try {
      run = desk().await(run.id(), STEP_MILLIS);
      while (!run.state().isEnd()) {
        bar.show(run);
        run = desk().await(run.id(), STEP_MILLIS);
      }
    } catch (InterruptedException e) {
      desk().cancel(run.id());
      throw e;
    } finally {
      bar.end(run);
    }
    if (run.state() == Replay.State.FAILED) {
      throw new IllegalStateException(run.failure());
    }
    return run;
  }
}
