package io.headgate.engine.internal.service;

import io.headgate.spi.deploy.Deployment;
import io.headgate.spi.strategy.StrategyStatus;
import java.util.ArrayList;
import java.util.List;

/** Jars that were not taken, among the strategies that were: whoever looks for one finds it. */
final class RefusedStrategies {

  private RefusedStrategies() {}

  /**
   * The strategies, and a row for each refused jar that is one, or that does not say what it is.
   */
  static List<StrategyStatus> after(List<StrategyStatus> strategies, List<Deployment> jars) {
    List<StrategyStatus> all = new ArrayList<>(strategies);
    for (Deployment jar : jars) {
      if (jar.state() == Deployment.State.REFUSED
          && (jar.kind().isEmpty() || jar.kind().equals("strategy"))) {
        all.add(row(jar));
      }
    }
    return all;
  }

  private static StrategyStatus row(Deployment jar) {
    String name =
        jar.name().isEmpty() ? jar.file() : jar.name().substring(jar.name().lastIndexOf('.') + 1);
    String reason =
        "deploy/%s%s: %s"
            .formatted(
                jar.file(), jar.version().isEmpty() ? "" : " " + jar.version(), jar.reason());
    return new StrategyStatus(name, "", StrategyStatus.State.REFUSED, reason, 0, 0, 0, 0, 0);
  }
}
