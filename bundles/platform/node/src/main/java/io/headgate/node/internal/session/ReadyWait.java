package io.headgate.node.internal.session;

import io.headgate.node.internal.session.report.Terminal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Waits until the node is ready, and says what it waits for. */
final class ReadyWait {

  private static final double NANOS = 1e9;
  private static final long STEP_MILLIS = 50;

  private final SessionContext session;
  private final ReadyCheck check;
  private final String pid;
  private final boolean quiet;

  /**
   * @param session what every session is given
   * @param check what must be there
   * @param pid configuration that the session has written itself: when a component does not accept
   *     it, waiting longer does not help; empty where there is none
   * @param quiet whether to say nothing while it waits
   */
  ReadyWait(SessionContext session, ReadyCheck check, String pid, boolean quiet) {
    this.session = session;
    this.check = check;
    this.pid = pid;
    this.quiet = quiet;
  }

  /**
   * Waits.
   *
   * @param what what is waiting, for messages
   * @return false if the end was requested or the time was over; then the terminal says why
   * @throws UsageException if a component does not accept the session's own configuration
   */
  boolean await(String what) throws InterruptedException {
    Terminal terminal = session.terminal();
    long start = System.nanoTime();
    double shownAt = 0;
    while (true) {
      List<String> missing = check.missing();
      if (missing.isEmpty()) {
        return true;
      }
      List<String> refused = pid.isEmpty() ? List.of() : check.failed(pid);
      if (!refused.isEmpty()) {
        throw new UsageException(String.join("; ", refused));
      }
      double seconds = (System.nanoTime() - start) / NANOS;
      if (seconds > session.settings().readyTimeoutSeconds()) {
        tell(what, missing);
        return false;
      }
      double interval =
          terminal.isInteractive() ? STEP_MILLIS / 1_000.0 : session.settings().progressSeconds();
      if (!quiet && seconds - shownAt >= interval) {
        shownAt = seconds;
        terminal.live(
            String.format(Locale.ROOT, "starting, %.0f s; waits for %s", seconds, brief(missing)));
      }
      if (session.end().await(STEP_MILLIS)) {
        if (session.end().isWithdrawn()) {
          return false;
        }
        terminal.error("The %s was ended before the node was ready.".formatted(what));
        return false;
      }
    }
  }

  /** What is missing, without why: that is told at the end, if it comes to that. */
  private static String brief(List<String> missing) {
    return missing.stream()
        .map(line -> line.replaceFirst("(?s): .*", ""))
        .map(line -> line.replaceFirst("^service ", ""))
        .collect(Collectors.joining(", "));
  }

  private void tell(String what, List<String> missing) {
    Terminal terminal = session.terminal();
    terminal.error(
        "The %s cannot start. After %d s these are missing:"
            .formatted(what, session.settings().readyTimeoutSeconds()));
    missing.forEach(line -> terminal.error("  " + line));
    List<String> complaints = check.complaints();
    if (!complaints.isEmpty()) {
      terminal.error("What the parts of the node say:");
      complaints.forEach(line -> terminal.error("  " + line));
    }
    terminal.error(
        "The log says more: " + session.property("karaf.log", "data/log") + "/karaf.log");
  }
}
