package io.headgate.data.replay.internal;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** A configuration as the container would make it: the defaults, with some keys replaced. */
final class Configured {

  private final Map<String, Object> values = new HashMap<>();

  /** Quotes of EURUSD.SIM on 8 May 2014. */
  static Configured quotes(Object... files) {
    return new Configured()
        .with("files", java.util.Arrays.stream(files).map(Object::toString).toArray(String[]::new))
        .with("instrument", "EURUSD.SIM")
        .with("columns", "millisOfDay,bid,ask")
        .with("date", "2014-05-08");
  }

  Configured with(String key, Object value) {
    values.put(key, value);
    return this;
  }

  ReplayConfig config() {
    Map<String, Object> copy = Map.copyOf(values);
    return (ReplayConfig)
        Proxy.newProxyInstance(
            ReplayConfig.class.getClassLoader(),
            new Class<?>[] {ReplayConfig.class},
            (proxy, method, arguments) ->
                copy.getOrDefault(method.getName(), method.getDefaultValue()));
  }
}
