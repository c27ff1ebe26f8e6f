package io.headgate.testkit.fake;

import io.headgate.spi.feature.Feature;
import io.headgate.spi.feature.FeatureFactory;
import io.headgate.spi.feature.FeatureFamily;
import io.headgate.spi.feature.FeatureName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Two features: {@code price}, the latest, and {@code change(n)}, the price less that n steps ago.
 */
public final class FakeFeatures implements FeatureFactory {

  @Override
  public List<FeatureFamily> families() {
    return List.of(
        new FeatureFamily("price", List.of(), "the latest price"),
        new FeatureFamily("change", List.of("steps"), "the price less that n steps ago"));
  }

  @Override
  public Feature create(FeatureName name) {
    return new Change(name.family().equals("price") ? 0 : name.parameters().get(0));
  }

  private static final class Change implements Feature {
    private final int steps;
    private final Deque<Double> prices = new ArrayDeque<>();

    private Change(int steps) {
      this.steps = steps;
    }

    @Override
    public void onStep(double price) {
      prices.addLast(price);
      if (prices.size() > steps + 1) {
        prices.removeFirst();
      }
    }

    @Override
    public double value() {
      if (prices.size() <= steps) {
        return Double.NaN;
      }
      return steps == 0 ? prices.getLast() : prices.getLast() - prices.getFirst();
    }

    @Override
    public void reset() {
      prices.clear();
    }
  }
}
