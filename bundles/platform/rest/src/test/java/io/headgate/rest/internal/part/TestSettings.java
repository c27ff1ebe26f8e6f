package io.headgate.rest.internal.part;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Settings with some values changed and the defaults of the others. */
public final class TestSettings {

  private TestSettings() {}

  public static RestConfig config(Map<String, Object> values) {
    return (RestConfig)
        Proxy.newProxyInstance(
            RestConfig.class.getClassLoader(),
            new Class<?>[] {RestConfig.class},
            (proxy, method, arguments) ->
                values.getOrDefault(method.getName(), method.getDefaultValue()));
  }

  public static RestSettings of(Map<String, Object> values) {
    return new RestSettings(config(values), Map.of());
  }
}
