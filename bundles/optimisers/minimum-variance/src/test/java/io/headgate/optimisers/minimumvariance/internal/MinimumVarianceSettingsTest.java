package io.headgate.optimisers.minimumvariance.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.spi.optimiser.PortfolioProblem;
import io.headgate.spi.optimiser.TargetPortfolio;
import io.headgate.spi.plugin.Health;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinimumVarianceSettingsTest {

  private static MinimumVarianceSettings settings(Map<String, String> values) {
    return MinimumVarianceSettings.of(config(values), new HashMap<>(values));
  }

  /** A configuration as the container makes it of text. */
  private static MinimumVarianceConfig config(Map<String, String> values) {
    return (MinimumVarianceConfig)
        Proxy.newProxyInstance(
            MinimumVarianceConfig.class.getClassLoader(),
            new Class<?>[] {MinimumVarianceConfig.class},
            (proxy, method, arguments) -> value(method, values.get(method.getName())));
  }

  private static Object value(Method method, @Nullable String text) {
    if (text == null) {
      return method.getDefaultValue();
    }
    if (method.getReturnType() == int.class) {
      return Integer.parseInt(text);
    }
    return method.getReturnType() == double.class ? (Object) Double.parseDouble(text) : text;
  }

  @ParameterizedTest
  @CsvSource({
    "name, Minimum Variance",
    "shrinkage, 1.1",
    "shrinkage, -0.1",
    "shrinkage, some",
    "minObservations, 1",
    "minObservations, few",
    "maxAssets, 0",
    "maxAbsReturn, 0",
    "maxAbsReturn, NaN",
    "eigenvalueFloor, 0",
    "eigenvalueFloor, 1",
    "minReturnBps, much"
  })
  void aValueOutOfRangeIsNamedWithItsFileAndKey(String key, String value) {
    assertThatThrownBy(() -> settings(Map.of(key, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("etc/io.headgate.optimisers.minimumvariance.cfg")
        .hasMessageContaining(key)
        .hasMessageContaining("expected");
  }

  @Test
  void theFileOfTheDistributionHoldsTheDefaults() throws IOException {
    Properties properties = new Properties();
    try (Reader reader =
        Files.newBufferedReader(
            Path.of("src/main/cfg/io.headgate.optimisers.minimumvariance.cfg"))) {
      properties.load(reader);
    }
    Map<String, String> values = new HashMap<>();
    properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));

    assertThat(settings(values)).isEqualTo(settings(Map.of()));
    assertThat(values).hasSize(MinimumVarianceConfig.class.getDeclaredMethods().length);
  }

  @Test
  void aWrongChangeKeepsTheOldSettingsAndSaysSo() {
    MinimumVarianceOptimiser optimiser = new MinimumVarianceOptimiser(config(Map.of()), Map.of());
    PortfolioProblem problem =
        new PortfolioProblem(Sample.assets(3, 0, 1), Sample.returns(new Random(1), 30, 3));
    TargetPortfolio before = optimiser.optimise(problem);

    optimiser.modified(config(Map.of("shrinkage", "lots")), Map.of("shrinkage", "lots"));

    assertThat(optimiser.optimise(problem)).isEqualTo(before);
    assertThat(optimiser.health().state()).isEqualTo(Health.State.DEGRADED);
    assertThat(optimiser.health().reason()).contains("shrinkage is 'lots'");

    optimiser.modified(config(Map.of("shrinkage", "1")), Map.of("shrinkage", "1"));

    assertThat(optimiser.health()).isEqualTo(Health.UP);
    assertThat(optimiser.optimise(problem).weights().values())
        .as("equal risks, equal weights")
        .allSatisfy(
            weight ->
                assertThat(weight)
                    .isCloseTo(1.0 / 3, org.assertj.core.api.Assertions.within(1e-12)));
  }

  @Test
  void settingsThatAreWrongFromTheStartAreToldToWhoeverAsks() {
    MinimumVarianceOptimiser optimiser =
        new MinimumVarianceOptimiser(config(Map.of("maxAssets", "0")), Map.of("maxAssets", "0"));

    assertThat(optimiser.health().state()).isEqualTo(Health.State.DOWN);
    TargetPortfolio target =
        optimiser.optimise(
            new PortfolioProblem(Sample.assets(3, 0, 1), Sample.returns(new Random(1), 30, 3)));
    assertThat(target.weights()).isEmpty();
    assertThat(target.failure()).contains("maxAssets is '0'");
  }
}
