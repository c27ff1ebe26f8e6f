package io.headgate.features.indicators.internal;

import io.headgate.spi.feature.FeatureFactory;
import io.headgate.testkit.contract.FeatureContract;
import java.util.List;

class IndicatorsContractTest extends FeatureContract {

  @Override
  protected FeatureFactory create() {
    return new Indicators();
  }

  @Override
  protected List<String> names() {
    return List.of(
        "return(1)",
        "return(20)",
        "sma(2)",
        "sma(50)",
        "ema(20)",
        "volatility(2)",
        "volatility(50)",
        "rsi(14)",
        "spread",
        "depth",
        "imbalance(1)",
        "imbalance(50)");
  }
}
