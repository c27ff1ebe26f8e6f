package io.headgate.strategies.scoredmomentum.internal;

import io.headgate.spi.strategy.Strategy;
import io.headgate.testkit.contract.StrategyContract;
import io.headgate.testkit.fake.FakeFeatures;
import io.headgate.testkit.fake.FakeScorer;
import io.headgate.testkit.strategy.StrategyStage;
import java.util.List;
import java.util.Map;

class ScoredMomentumContractTest extends StrategyContract {

  @Override
  protected Strategy create() {
    return new ScoredMomentumStrategy(
        Configs.settings(
            Map.of("instruments", "ACME.SIM, BOLT.SIM", "enterScore", 0.01, "exitScore", 0.005)));
  }

  @Override
  protected StrategyStage prepare(StrategyStage stage) {
    stage
        .advice()
        .with(new FakeFeatures())
        .with(new FakeScorer("fake", List.of("change(10)"), values -> values[0]));
    return stage;
  }
}
