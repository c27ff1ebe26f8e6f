package io.headgate.node.internal.session.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class TerminalTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private Terminal terminal(boolean interactive) {
    return new Terminal(
        new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), interactive, 10);
  }

  @Test
  void onATerminalTheLiveLineIsDrawnOverAndNeverWraps() {
    Terminal terminal = terminal(true);
    terminal.live("one");
    terminal.live("a line that is too long");
    terminal.line("stays");
    terminal.line("too");

    assertThat(out.toString(UTF_8))
        .isEqualTo("\r\u001B[Kone\r\u001B[Ka line th" + "\r\u001B[Kstays\ntoo\n");
  }

  @Test
  void onAPipeEveryLineStaysWholeAndPlain() {
    Terminal terminal = terminal(false);
    terminal.live("a line that is longer than ten");
    terminal.line("stays");

    assertThat(out.toString(UTF_8)).isEqualTo("a line that is longer than ten\nstays\n");
  }

  @Test
  void errorsGoToStandardError() {
    Terminal terminal = terminal(true);
    terminal.live("live");
    terminal.error("wrong");

    assertThat(err.toString(UTF_8)).isEqualTo("wrong\n");
    assertThat(out.toString(UTF_8)).isEqualTo("\r\u001B[Klive\r\u001B[K");
  }
}
