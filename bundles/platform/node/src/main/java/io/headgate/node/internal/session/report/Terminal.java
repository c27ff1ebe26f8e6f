package io.headgate.node.internal.session.report;

import java.io.PrintStream;

/**
 * The terminal or pipe that the session was started from: the one place that writes to standard
 * output. On a terminal one line is drawn over and over; elsewhere every line stays.
 */
public final class Terminal {

  private static final String TO_LINE_START_AND_CLEAR = "\r\u001B[K";

  private final PrintStream out;
  private final PrintStream err;
  private final boolean interactive;
  private final int columns;
  private boolean liveLineShown;

  /**
   * @param out standard output
   * @param err standard error, for why something could not be done
   * @param interactive whether it is a terminal
   * @param columns its width
   */
  public Terminal(PrintStream out, PrintStream err, boolean interactive, int columns) {
    this.out = out;
    this.err = err;
    this.interactive = interactive;
    this.columns = columns;
  }

  public boolean isInteractive() {
    return interactive;
  }

  /** Draws the live line again; on a pipe it is a line as any other. */
  public synchronized void live(String text) {
    if (!interactive) {
      line(text);
      return;
    }
    String shown = text.length() < columns ? text : text.substring(0, columns - 1);
    out.print(TO_LINE_START_AND_CLEAR + shown);
    out.flush();
    liveLineShown = true;
  }

  /** Writes a line that stays. */
  public synchronized void line(String text) {
    wipeLiveLine();
    out.print(text);
    out.print(System.lineSeparator());
    out.flush();
  }

  /** Says why something could not be done. */
  public synchronized void error(String text) {
    wipeLiveLine();
    out.flush();
    err.print(text);
    err.print(System.lineSeparator());
    err.flush();
  }

  private void wipeLiveLine() {
    if (liveLineShown) {
      out.print(TO_LINE_START_AND_CLEAR);
      liveLineShown = false;
    }
  }
}
