package io.headgate.strategies.rebalance.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.spi.plugin.Health;
import java.io.IOException;
import java.io.Reader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RebalanceSettingsTest {

  private static final String FILE = "etc/io.headgate.strategies.rebalance-x.cfg";
  private static final Map<String, String> RIGHT =
      Map.of("instruments", "ALFA.SIM,BRVO.SIM,CHRL.SIM,DLTA.SIM");

  private static Map<String, Object> properties(Map<String, String> values) {
    Map<String, Object> properties = new HashMap<>(values);
    properties.put("felix.fileinstall.filename", "file:/opt/headgate/" + FILE);
    return properties;
  }

  /** A configuration as the container makes it of text. */
  private static RebalanceConfig config(Map<String, String> values) {
    return (RebalanceConfig)
        Proxy.newProxyInstance(
            RebalanceConfig.class.getClassLoader(),
            new Class<?>[] {RebalanceConfig.class},
            (proxy, method, arguments) -> value(method, values.get(method.getName())));
  }

  private static Object value(Method method, @Nullable String text) {
    Class<?> type = method.getReturnType();
    if (type == Class.class) {
      return Annotation.class;
    }
    if (text == null) {
      return method.getDefaultValue();
    }
    if (type == int.class) {
      return Integer.parseInt(text);
    }
    return type == double.class ? (Object) Double.parseDouble(text) : text;
  }

  private static Map<String, String> with(String key, String value) {
    Map<String, String> values = new HashMap<>(RIGHT);
    values.put(key, value);
    return values;
  }

  @ParameterizedTest
  @CsvSource({
    "name, Re Balance",
    "account, ''",
    "instruments, ''",
    "capital, 100000",
    "capital, 0 USD",
    "capital, -5 USD",
    "capital, much USD",
    "capital, 2000000000000 USD",
    "optimiser, Minimum",
    "sampleMillis, 9",
    "observations, 1",
    "rebalanceMillis, often",
    "deadlineMillis, 0",
    "minWeightPercent, 26",
    "maxWeightPercent, 24",
    "maxWeightPercent, 101",
    "noTradeBandPercent, -1",
    "orderStyle, take",
    "orderTtlMillis, 0",
    "backoffMillis, 0"
  })
  void aValueOutOfRangeIsNamedWithItsFileAndKey(String key, String value) {
    Map<String, String> values = with(key, value);
    assertThatThrownBy(() -> RebalanceSettings.of(config(values), properties(values)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(FILE)
        .hasMessageContaining(key)
        .hasMessageContaining("expected");
  }

  @Test
  void theFileOfTheDistributionIsValid() throws IOException {
    Path file = Path.of("src/main/cfg/io.headgate.strategies.rebalance-portfolio.cfg");
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    Map<String, String> values = new HashMap<>();
    properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));

    RebalanceSettings settings = RebalanceSettings.of(config(values), properties(values));

    assertThat(settings.name()).isEqualTo("rebalance-portfolio");
    assertThat(settings.capital().currency()).isEqualTo("USD");
    for (String key : values.keySet()) {
      assertThat(RebalanceConfig.class.getDeclaredMethods())
          .extracting(Method::getName)
          .contains(key);
    }
  }

  @Test
  void aWrongChangeKeepsWhatRunsAndShows() {
    RebalanceStrategy strategy = new RebalanceStrategy(config(RIGHT), properties(RIGHT));
    Map<String, String> wrong = with("capital", "all of it");

    strategy.modified(config(wrong), properties(wrong));

    assertThat(strategy.generation()).isZero();
    assertThat(strategy.health().state()).isEqualTo(Health.State.DEGRADED);
    assertThat(strategy.health().reason()).contains("capital is 'all of it'");
    Map<String, String> right = with("capital", "5000 EUR");
    strategy.modified(config(right), properties(right));
    assertThat(strategy.generation()).isEqualTo(1);
    assertThat(strategy.health()).isEqualTo(Health.UP);
  }
}
