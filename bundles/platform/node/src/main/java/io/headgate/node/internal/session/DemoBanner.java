package io.headgate.node.internal.session;

import io.headgate.spi.node.NodeInfo;
import io.headgate.spi.plugin.Plugin;
import io.headgate.spi.rules.RuleAdmin;
import io.headgate.spi.rules.RuleSet;
import io.headgate.spi.strategy.StrategyStatus;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the demo says before its market opens: what runs, how to log in, what to try. */
final class DemoBanner {

  private static final int SHORT_HASH = 12;

  private final SessionContext session;

  DemoBanner(SessionContext session) {
    this.session = session;
  }

  /**
   * @param seconds how long the market will run; 0: until Ctrl-C, so there is time to try things
   */
  void show(long seconds) {
    running();
    if (seconds == 0) {
      toTry();
    } else {
      line("The market runs for %d s.".formatted(seconds));
    }
  }

  private void running() {
    NodeServices services = session.services();
    NodeInfo node = services.node();
    double took = (System.currentTimeMillis() - session.processStartMillis()) / 1_000.0;
    line(
        String.format(
            Locale.ROOT,
            "Headgate %s, node %s, ready after %.1f s",
            node.version(),
            node.id(),
            took));
    RuleSet rules = services.rules().current();
    RuleAdmin admin = services.ruleAdmin;
    line(
        "  rules       %d in set %s, %d limits"
            .formatted(
                admin == null ? 0 : admin.status().rules().size(),
                rules == null ? "none" : rules.hash().substring(0, SHORT_HASH),
                services.limits().rows().size()));
    line(
        "  strategies  "
            + services.strategies().list().stream()
                .map(StrategyStatus::name)
                .collect(Collectors.joining(", ")));
    line(
        "  venue       "
            + services.brokers.stream()
                .map(Plugin::name)
                .sorted()
                .collect(Collectors.joining(", ")));
  }

  private void toTry() {
    String http = session.property("headgate.http.port", "8181");
    String command =
        session.property("headgate.command", session.property("karaf.base", ".") + "/bin/headgate");
    line("");
    line(
        "Log in as admin; the password stands above, where the node was started for the first time.");
    line(
        "  REST        http://127.0.0.1:%s/api/v1 (description: /api/v1/openapi.json)"
            .formatted(http));
    line("  Jolokia     http://127.0.0.1:%s/jolokia".formatted(http));
    line("  console     %s client".formatted(command));
    line("Try in another terminal:");
    for (String example :
        new String[] {
          "rule:list", "order:list", "decision:list", "position:list", "kill:node 'a test'"
        }) {
      line("  %s client \"%s\"".formatted(command, example));
    }
    line("  curl -u admin http://127.0.0.1:%s/api/v1/positions".formatted(http));
    line("and change a number in rules/limits: the next orders are judged by it.");
    line("Ctrl-C ends the demo with a summary.");
    line("");
  }

  private void line(String text) {
    session.terminal().line(text);
  }
}
