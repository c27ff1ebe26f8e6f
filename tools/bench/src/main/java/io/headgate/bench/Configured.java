package io.headgate.bench;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;

/**
 * A component's configuration as the container would hand it over: its defaults, and what is set.
 */
final class Configured {

  private Configured() {}

  /** The configuration with some values set. */
  static <T> T with(Class<T> type, Map<String, ?> values) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (p, method, args) -> value(method, values));
    return type.cast(proxy);
  }

  private static Object value(Method method, Map<String, ?> values) {
    Object set = values.get(method.getName());
    if (set != null) {
      return set;
    }
    Object byDefault = method.getDefaultValue();
    if (byDefault == null) {
      throw new IllegalStateException("no value for " + method);
    }
    return byDefault;
  }
}
