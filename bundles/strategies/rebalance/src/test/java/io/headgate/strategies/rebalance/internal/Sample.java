package io.headgate.strategies.rebalance.internal;

import io.headgate.strategies.rebalance.internal.RebalanceSettings.Bounds;
import io.headgate.strategies.rebalance.internal.RebalanceSettings.Capital;
import io.headgate.strategies.rebalance.internal.RebalanceSettings.OrderStyle;
import io.headgate.strategies.rebalance.internal.RebalanceSettings.Orders;
import io.headgate.strategies.rebalance.internal.RebalanceSettings.Question;
import io.headgate.testkit.fake.FakeReferenceData;
import java.time.Duration;
import java.util.Set;

/** A portfolio of three dollar equities: ten observations, a question a second. */
final class Sample {

  private Sample() {}

  static RebalanceSettings settings() {
    return settings(OrderStyle.TAKE);
  }

  static RebalanceSettings settings(OrderStyle style) {
    return new RebalanceSettings(
        "rebalance",
        "ACC1",
        Set.of(
            FakeReferenceData.ACME.id(), FakeReferenceData.BOLT.id(), FakeReferenceData.CORP.id()),
        new Capital(100_000, "USD"),
        new Question(
            "scripted",
            10,
            Duration.ofMillis(50).toNanos(),
            Duration.ofSeconds(1).toNanos(),
            Duration.ofMillis(500).toNanos()),
        new Bounds(0, 0.6, 0.01),
        new Orders(style, Duration.ofSeconds(2).toNanos(), Duration.ofMillis(100).toNanos()));
  }
}
