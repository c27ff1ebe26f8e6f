package io.headgate.ops.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import org.apache.felix.service.command.CommandSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionOrderTest {

  private static final String TOO_MANY =
      "Error executing command rule:shadow: too many arguments specified";

  /** In the lines {@code ^} is a double quote. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "rule:shadow 1a2b3c --off           | rule:shadow --off 1a2b3c",
        "rule:shadow --json 1a2b3c --off    | rule:shadow --off --json 1a2b3c",
        "order:show N1-4-2F9 --json         | order:show --json N1-4-2F9",
        "rule:list; order:show N1-1-1 --json | order:show --json N1-1-1",
        "rule:stage next ^a -b 'c^ --json   | rule:stage --json next ^a -b 'c^",
        "override:grant N1-1-1 'by phone' --minutes 5 | write --minutes, with its value if it takes one, right after override:grant",
        "rule:diff a --json b               | write --json, with its value if it takes one, right after rule:diff",
        "a:b x --columns=id                 | a:b --columns=id x"
      })
  void anOptionBehindAnArgumentIsToldWhereItBelongs(String line, String told) {
    assertThat(OptionOrder.hint(line.replace('^', '"'), TOO_MANY))
        .isEqualTo("Options stand before arguments: " + told.replace('^', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "rule:shadow --off 1a2b3c",
        "rule:shadow 1a2b3c more",
        "order:submit ALPHA EURUSD.FXCM SELL 5 -1.05",
        "rule:stage next 'for --json'",
        "rule:stage next ^-^ x",
        "rule:stage next 'not closed --json",
        "-x --off",
        "##"
      })
  void whatIsInOrderIsLeftAlone(String line) {
    assertThat(OptionOrder.hint(line == null ? "" : line.replace('^', '"'), TOO_MANY)).isEmpty();
  }

  @Test
  void anOptionThatWasTakenForAnArgumentIsToldTooAndOtherFailuresAreNot() {
    String line = "rule:diff serving --json";
    assertThat(OptionOrder.hint(line, "there is no folder --json")).endsWith("--json serving");
    assertThat(OptionOrder.hint(line, "there is no folder serving")).isEmpty();
    assertThat(OptionOrder.hint(line, null)).isEmpty();
  }

  @Test
  void itIsPrintedWhereTheCommandWasTyped() {
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    PrintStream console = new PrintStream(shown, true, StandardCharsets.UTF_8);
    CommandSession session =
        (CommandSession)
            Proxy.newProxyInstance(
                CommandSession.class.getClassLoader(),
                new Class<?>[] {CommandSession.class},
                (proxy, method, arguments) ->
                    method.getName().equals("getConsole") ? console : null);
    OptionOrder order = new OptionOrder();
    order.afterExecute(session, "rule:shadow 1a2b3c --off", new Exception("no such rule set"));
    assertThat(shown.toString(StandardCharsets.UTF_8)).isEmpty();
    order.afterExecute(session, "rule:shadow 1a2b3c --off", new Exception(TOO_MANY));
    assertThat(shown.toString(StandardCharsets.UTF_8)).contains("rule:shadow --off 1a2b3c");
  }
}
