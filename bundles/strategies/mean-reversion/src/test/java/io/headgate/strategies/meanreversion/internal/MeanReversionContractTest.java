package io.headgate.strategies.meanreversion.internal;

import io.headgate.model.number.Fixed;
import io.headgate.spi.strategy.Strategy;
import io.headgate.strategies.meanreversion.internal.MeanReversionSettings.OrderStyle;
import io.headgate.strategies.meanreversion.internal.MeanReversionSettings.Signal;
import io.headgate.strategies.meanreversion.internal.MeanReversionSettings.Sizing;
import io.headgate.testkit.contract.StrategyContract;
import io.headgate.testkit.fake.FakeReferenceData;
import java.time.Duration;
import java.util.Set;

class MeanReversionContractTest extends StrategyContract {

  @Override
  protected Strategy create() {
    return new MeanReversionStrategy(
        new MeanReversionSettings(
            "meanreversion",
            "ACC1",
            Set.of(
                FakeReferenceData.ACME.id(),
                FakeReferenceData.EURUSD.id(),
                FakeReferenceData.FUTURE.id()),
            new Signal(20, 1.5, 0.5, 4, 0),
            new Sizing(100 * Fixed.ONE, OrderStyle.TAKE, true),
            Duration.ofSeconds(2).toNanos(),
            Duration.ofSeconds(1).toNanos()));
  }
}
