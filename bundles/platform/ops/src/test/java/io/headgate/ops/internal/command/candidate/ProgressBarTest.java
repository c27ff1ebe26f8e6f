package io.headgate.ops.internal.command.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.spi.candidate.Replay;
import io.headgate.spi.candidate.Replay.State;
import io.headgate.spi.candidate.ReplayCounts;
import io.headgate.spi.candidate.ReplayRequest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.Terminal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

  private static Replay run(State state, int percent, long orders) {
    return new Replay(
        1,
        state,
        "ann",
        ReplayRequest.all("next", "serving"),
        "ab",
        "recorded",
        0,
        new Replay.Progress(percent, orders, 1_000_000_000L),
        new ReplayCounts(orders, 0, 0, 0, 0, 0),
        List.of(),
        List.of(),
        List.of(),
        "");
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void everyLineWipesOutTheOneBefore() {
    ProgressBar bar = new ProgressBar(out, 79);
    bar.show(run(State.COMPILING, 0, 0));
    bar.show(run(State.RUNNING, 50, 123_456));
    bar.end(run(State.DONE, 100, 240_000));
    String[] lines = text().split("\r", -1);
    assertThat(lines[1])
        .isEqualTo("[....................]   0 % 0 orders, 0 in a second  COMPILING");
    assertThat(lines[2])
        .isEqualTo("[##########..........]  50 % 123,456 orders, 123,456 in a second  RUNNING");
    assertThat(lines[3])
        .isEqualTo(
            "[####################] 100 % 240,000 orders, 240,000 in a second  DONE   "
                + System.lineSeparator());
  }

  @Test
  void aNarrowTerminalGetsAsMuchAsFits() {
    ProgressBar bar = new ProgressBar(out, 30);
    bar.show(run(State.RUNNING, 50, 1));
    assertThat(text()).isEqualTo("\r[##########..........]  50 % 1");
  }

  @Test
  void aRunThatWasOverAtOnceShowsNothing() {
    new ProgressBar(out, 79).end(run(State.DONE, 100, 1));
    assertThat(text()).isEmpty();
  }

  @Test
  void nothingIsPrintedWhereNobodyLooksOn() {
    for (Session session :
        List.of(session(null), session(terminal("dumb", 80)), session(terminal("xterm", 0)))) {
      ProgressBar bar = ProgressBar.of(session);
      bar.show(run(State.RUNNING, 50, 1));
      bar.end(run(State.DONE, 100, 2));
    }
    assertThat(text()).isEmpty();
    ProgressBar.of(session(terminal("xterm-256color", 80))).show(run(State.RUNNING, 50, 1));
    assertThat(text()).startsWith("\r[###");
  }

  private Session session(@Nullable Terminal terminal) {
    return (Session)
        Proxy.newProxyInstance(
            Session.class.getClassLoader(),
            new Class<?>[] {Session.class},
            (proxy, method, arguments) -> method.getName().equals("getConsole") ? out : terminal);
  }

  private static Terminal terminal(String type, int width) {
    return (Terminal)
        Proxy.newProxyInstance(
            Terminal.class.getClassLoader(),
            new Class<?>[] {Terminal.class},
            (proxy, method, arguments) -> method.getName().equals("getType") ? type : width);
  }
}
