package io.headgate.scorers.onnx.internal;

import io.headgate.testkit.fake.FakeNodeInfo;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;

/** Scorers in tests: nothing looks at the files but the test itself. */
final class Scorers {

  private Scorers() {}

  static OnnxConfig config(String name, String modelFile, long checkMillis) {
    Map<String, Object> values =
        Map.of("name", name, "modelFile", modelFile, "checkMillis", checkMillis);
    return (OnnxConfig)
        Proxy.newProxyInstance(
            OnnxConfig.class.getClassLoader(),
            new Class<?>[] {OnnxConfig.class},
            (proxy, method, arguments) -> values.get(method.getName()));
  }

  static OnnxScorer serving(Path file) {
    return new OnnxScorer(
        FakeNodeInfo.replay(), config("any", file.toString(), 1_000), Map.of("name", "any"));
  }
}
