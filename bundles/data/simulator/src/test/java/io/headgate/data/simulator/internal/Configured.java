package io.headgate.data.simulator.internal;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** A configuration as the container would make it: the defaults, with some keys replaced. */
final class Configured {

  private final Map<String, Object> values = new HashMap<>();

  Configured with(String key, Object value) {
    values.put(key, value);
    return this;
  }

  SimulatorConfig config() {
    return (SimulatorConfig)
        Proxy.newProxyInstance(
            SimulatorConfig.class.getClassLoader(),
            new Class<?>[] {SimulatorConfig.class},
            (proxy, method, arguments) ->
                values.getOrDefault(method.getName(), method.getDefaultValue()));
  }

  Settings settings() {
    return Settings.of(config());
  }
}
