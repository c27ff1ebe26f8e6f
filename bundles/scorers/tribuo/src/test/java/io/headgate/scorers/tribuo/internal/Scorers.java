package io.headgate.scorers.tribuo.internal;

import io.headgate.testkit.fake.FakeNodeInfo;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;

/** Scorers in tests: nothing looks at the file but the test itself. */
final class Scorers {

  private Scorers() {}

  static TribuoConfig config(String name, String modelFile, long checkMillis) {
    Map<String, Object> values =
        Map.of("name", name, "modelFile", modelFile, "checkMillis", checkMillis);
    return (TribuoConfig)
        Proxy.newProxyInstance(
            TribuoConfig.class.getClassLoader(),
            new Class<?>[] {TribuoConfig.class},
            (proxy, method, arguments) -> values.get(method.getName()));
  }

  static TribuoScorer serving(Path file) {
    return new TribuoScorer(
        FakeNodeInfo.replay(), config("trend", file.toString(), 1_000), Map.of("name", "trend"));
  }
}
