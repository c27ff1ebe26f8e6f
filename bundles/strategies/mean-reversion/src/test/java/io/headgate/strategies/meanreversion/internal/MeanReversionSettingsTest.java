package io.headgate.strategies.meanreversion.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.spi.plugin.Health;
import io.headgate.strategies.meanreversion.internal.MeanReversionSettings.OrderStyle;
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

class MeanReversionSettingsTest {

  private static final String FILE = "etc/io.headgate.strategies.meanreversion-x.cfg";
  private static final Map<String, String> RIGHT = Map.of("instruments", "ALFA.SIM");

  private static Map<String, Object> properties(Map<String, String> values) {
    Map<String, Object> properties = new HashMap<>(values);
    properties.put("felix.fileinstall.filename", "file:/opt/headgate/" + FILE);
    return properties;
  }

  /** A configuration as the container makes it of text. */
  private static MeanReversionConfig config(Map<String, String> values) {
    return (MeanReversionConfig)
        Proxy.newProxyInstance(
            MeanReversionConfig.class.getClassLoader(),
            new Class<?>[] {MeanReversionConfig.class},
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
    if (type == double.class) {
      return Double.parseDouble(text);
    }
    return type == boolean.class ? (Object) Boolean.valueOf(text) : text;
  }

  private static Map<String, String> with(String key, String value) {
    Map<String, String> values = new HashMap<>(RIGHT);
    values.put(key, value);
    return values;
  }

  @ParameterizedTest
  @CsvSource({
    "name, Mean",
    "account, ''",
    "instruments, ''",
    "instruments, alfa",
    "windowPeriods, 9",
    "windowPeriods, wide",
    "entryZ, 0",
    "exitZ, 2",
    "exitZ, -1",
    "stopZ, 2",
    "stopZ, 101",
    "minDeviationBps, -1",
    "orderQty, 0",
    "orderQty, lots",
    "orderStyle, take",
    "respectHeadroom, maybe",
    "orderTtlMillis, 0",
    "backoffMillis, 3600001"
  })
  void aValueOutOfRangeIsNamedWithItsFileAndKey(String key, String value) {
    Map<String, String> values = with(key, value);
    assertThatThrownBy(() -> MeanReversionSettings.of(config(values), properties(values)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(FILE)
        .hasMessageContaining(key)
        .hasMessageContaining("expected");
  }

  @Test
  void theFileOfTheDistributionIsValid() throws IOException {
    Path file = Path.of("src/main/cfg/io.headgate.strategies.meanreversion-equities.cfg");
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    Map<String, String> values = new HashMap<>();
    properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));

    MeanReversionSettings settings = MeanReversionSettings.of(config(values), properties(values));

    assertThat(settings.name()).isEqualTo("meanreversion-equities");
    assertThat(settings.sizing().style()).isEqualTo(OrderStyle.TAKE);
    for (String key : values.keySet()) {
      assertThat(MeanReversionConfig.class.getDeclaredMethods())
          .extracting(Method::getName)
          .contains(key);
    }
  }

  @Test
  void aWrongChangeKeepsWhatRunsAndShows() {
    MeanReversionStrategy strategy = new MeanReversionStrategy(config(RIGHT), properties(RIGHT));
    Map<String, String> wrong = with("windowPeriods", "3");

    strategy.modified(config(wrong), properties(wrong));

    assertThat(strategy.generation()).isZero();
    assertThat(strategy.health().state()).isEqualTo(Health.State.DEGRADED);
    assertThat(strategy.health().reason()).contains("windowPeriods is '3'");
    Map<String, String> right = with("windowPeriods", "30");
    strategy.modified(config(right), properties(right));
    assertThat(strategy.generation()).isEqualTo(1);
    assertThat(strategy.health()).isEqualTo(Health.UP);
  }

  @Test
  void whatCannotStartIsShownUnderTheNameOfItsFile() {
    Map<String, String> wrong = with("name", "MEAN");
    MeanReversionStrategy strategy = new MeanReversionStrategy(config(wrong), properties(wrong));

    assertThat(strategy.name()).isEqualTo("meanreversion-x");
    assertThat(strategy.health().state()).isEqualTo(Health.State.DOWN);
    assertThatThrownBy(strategy::subscriptions)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("name is 'MEAN'");
  }
}
