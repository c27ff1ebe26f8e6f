package io.headgate.strategies.momentum.internal;

import io.headgate.model.number.Fixed;
import io.headgate.spi.strategy.Strategy;
import io.headgate.strategies.momentum.internal.MomentumSettings.OrderStyle;
import io.headgate.strategies.momentum.internal.MomentumSettings.Sizing;
import io.headgate.strategies.momentum.internal.MomentumSettings.Timing;
import io.headgate.strategies.momentum.internal.MomentumSettings.Trend;
import io.headgate.testkit.contract.StrategyContract;
import io.headgate.testkit.fake.FakeReferenceData;
import java.time.Duration;
import java.util.Set;

class MomentumStrategyContractTest extends StrategyContract {

  @Override
  protected Strategy create() {
    return new MomentumStrategy(
        new MomentumSettings(
            "momentum",
            "ACC1",
            Set.of(
                FakeReferenceData.ACME.id(),
                FakeReferenceData.EURUSD.id(),
                FakeReferenceData.FUTURE.id()),
            new Trend(5, 20, 0.5),
            new Sizing(100 * Fixed.ONE, 1_000 * Fixed.ONE, OrderStyle.TAKE, true),
            new Timing(Duration.ofSeconds(2).toNanos(), Duration.ofSeconds(1).toNanos())));
  }
}
