package io.headgate.ops.internal.command.candidate;

import io.headgate.spi.candidate.Replay;
import java.io.PrintStream;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.Terminal;
import org.jspecify.annotations.Nullable;

/**
 * One line that is written over again while a person looks on. Where nobody does, in a pipe or a
 * script, nothing is printed. One thread only.
 */
final class ProgressBar {

  /** Prints nothing. */
  static final ProgressBar NONE = new ProgressBar(null, 0);

  private static final int BAR = 20;

  private final @Nullable PrintStream out;
  private final int width;
  private int shown;

  /**
   * @param out where it stands; null for nowhere
   * @param width what fits into a line of the terminal; a longer one could not be written over
   */
  ProgressBar(@Nullable PrintStream out, int width) {
    this.out = out;
    this.width = width;
  }

  /** The bar of a session; none where no terminal is at its other end. */
  static ProgressBar of(Session session) {
    Terminal terminal = session.getTerminal();
    if (terminal == null || terminal.getType().startsWith("dumb") || terminal.getWidth() <= 1) {
      return NONE;
    }
    return new ProgressBar(session.getConsole(), terminal.getWidth() - 1);
  }

  /** Shows how far a run has come. */
  void show(Replay run) {
    PrintStream to = out;
    if (to == null) {
      return;
    }
    String line = line(run);
    line = line.substring(0, Math.min(line.length(), width));
    // What the line before had more is wiped out with blanks.
    to.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
    to.flush();
    shown = line.length();
  }

  /** Shows a run for the last time; the cursor goes on to the next line. */
  void end(Replay run) {
    if (out != null && shown > 0) {
      show(run);
      out.println();
    }
  }

  private static String line(Replay run) {
    int percent = run.progress().percent();
    int done = BAR * percent / 100;
    return "[%s%s] %3d %% %,d orders, %,d in a second  %s"
        .formatted(
            "#".repeat(done),
            ".".repeat(BAR - done),
            percent,
            run.counts().orders(),
            run.ordersPerSecond(),
            run.state());
  }
}
