package io.headgate.strategies.rebalance.internal;

import io.headgate.spi.strategy.Strategy;
import io.headgate.testkit.contract.StrategyContract;
import io.headgate.testkit.strategy.StrategyStage;

class RebalanceContractTest extends StrategyContract {

  @Override
  protected Strategy create() {
    return new RebalanceStrategy(Sample.settings());
  }

  @Override
  protected StrategyStage prepare(StrategyStage stage) {
    stage.advice().with(new ScriptedOptimiser());
    return stage;
  }
}
