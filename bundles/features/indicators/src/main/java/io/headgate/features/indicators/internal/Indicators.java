package io.headgate.features.indicators.internal;

import io.headgate.spi.feature.Feature;
import io.headgate.spi.feature.FeatureFactory;
import io.headgate.spi.feature.FeatureFamily;
import io.headgate.spi.feature.FeatureName;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Makes the indicators of this bundle. */
@Component(service = FeatureFactory.class)
public final class Indicators implements FeatureFactory {

  private static final List<String> STEPS = List.of("steps");

  private static final List<FeatureFamily> FAMILIES =
      List.of(
          new FeatureFamily(
              "return", STEPS, "price / price that many steps ago - 1; 0.01 is one per cent"),
          new FeatureFamily("sma", STEPS, "distance of the price from its mean: price / mean - 1"),
          new FeatureFamily(
              "ema",
              STEPS,
              "distance of the price from its exponential average, alpha = 2 / (steps + 1):"
                  + " price / average - 1"),
          new FeatureFamily(
              "volatility", STEPS, "standard deviation of so many returns of one step"),
          new FeatureFamily("rsi", STEPS, "relative strength index (Wilder 1978), 0 to 100"),
          new FeatureFamily("spread", List.of(), "(offer - bid) / mid of the latest quote"),
          new FeatureFamily(
              "depth", List.of(), "(bid size - offer size) / both, of the latest quote, -1 to 1"),
          new FeatureFamily(
              "imbalance",
              List.of("quotes"),
              "order flow imbalance (Cont, Kukanov, Stoikov 2014) over so many changes of the"
                  + " quote, as a share of all flow, -1 to 1"));

  @Override
  public List<FeatureFamily> families() {
    return FAMILIES;
  }

  @Override
  public Feature create(FeatureName name) {
    return switch (name.family()) {
      case "return" -> new Return(first(name, 1));
      case "sma" -> new SimpleAverage(first(name, 2));
      case "ema" -> new ExponentialAverage(first(name, 2));
      case "volatility" -> new Volatility(first(name, 2));
      case "rsi" -> new RelativeStrength(first(name, 2));
      case "spread" -> Touch.spread();
      case "depth" -> Touch.depth();
      case "imbalance" -> new FlowImbalance(first(name, 1));
      default -> throw new IllegalArgumentException("feature %s is not made here".formatted(name));
    };
  }

  private static int first(FeatureName name, int least) {
    int steps = name.parameters().get(0);
    if (steps < least) {
      throw new IllegalArgumentException(
          "feature %s looks back on too little, expected at least %s(%d)"
              .formatted(name, name.family(), least));
    }
    return steps;
  }
}
