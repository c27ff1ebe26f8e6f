package io.headgate.strategies.scoredmomentum.internal;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Configurations with their defaults, but for what a test says. */
final class Configs {

  private Configs() {}

  static ScoredMomentumConfig of(Map<String, Object> values) {
    return (ScoredMomentumConfig)
        Proxy.newProxyInstance(
            ScoredMomentumConfig.class.getClassLoader(),
            new Class<?>[] {ScoredMomentumConfig.class},
            (proxy, method, arguments) ->
                values.getOrDefault(method.getName(), method.getDefaultValue()));
  }

  /** A strategy on ACME for ACC1 that asks the scorer {@code fake} at each quote. */
  static ScoredMomentumSettings settings(Map<String, Object> values) {
    Map<String, Object> all = new java.util.HashMap<>();
    all.put("account", "ACC1");
    all.put("instruments", "ACME.SIM");
    all.put("scorer", "fake");
    all.put("everyMillis", 0L);
    all.putAll(values);
    return ScoredMomentumSettings.of(of(all), Map.of());
  }
}
