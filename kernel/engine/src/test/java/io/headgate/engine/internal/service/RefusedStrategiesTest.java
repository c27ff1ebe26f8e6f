package io.headgate.engine.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.spi.deploy.Deployment;
import io.headgate.spi.strategy.StrategyStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusedStrategiesTest {

  private static Deployment jar(String name, String kind, Deployment.State state) {
    return new Deployment(name, "1.2.0", kind, state, "x-1.2.0.jar", "it throws", 7);
  }

  @Test
  void refusedStrategiesAndUnknownsStandBehindThoseThatRun() {
    StrategyStatus runs =
        new StrategyStatus("a", "ACC1", StrategyStatus.State.ACTIVE, "", 1, 2, 3, 4, 5);
    List<StrategyStatus> all =
        RefusedStrategies.after(
            List.of(runs),
            List.of(
                jar("io.x.idea", "strategy", Deployment.State.REFUSED),
                jar("", "", Deployment.State.REFUSED),
                jar("io.x.venue", "broker", Deployment.State.REFUSED),
                jar("io.x.old", "strategy", Deployment.State.OLDER),
                jar("io.x.good", "strategy", Deployment.State.ACTIVE)));

    assertThat(all).hasSize(3).startsWith(runs);
    assertThat(all.get(1).name()).isEqualTo("idea");
    assertThat(all.get(1).state()).isEqualTo(StrategyStatus.State.REFUSED);
    assertThat(all.get(1).reason()).isEqualTo("deploy/x-1.2.0.jar 1.2.0: it throws");
    assertThat(all.get(2).name()).isEqualTo("x-1.2.0.jar");
  }
}
