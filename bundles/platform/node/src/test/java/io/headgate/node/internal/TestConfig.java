package io.headgate.node.internal;

import java.lang.reflect.Proxy;
import java.util.Map;

/** A configuration annotation with some values set and the defaults of the others. */
public final class TestConfig {

  private TestConfig() {}

  public static <A> A of(Class<A> type, Map<String, Object> values) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                values.getOrDefault(method.getName(), method.getDefaultValue())));
  }
}
