package io.headgate.brokers.paper.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.model.number.Fixed;
import io.headgate.spi.plugin.ConfigFile;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperSettingsTest {

  private static PaperSettings settings(Map<String, String> values) {
    return PaperSettings.of(config(values), new ConfigFile(PaperBroker.PID, new HashMap<>(values)));
  }

  /** A configuration as the container makes it of text. */
  static PaperConfig config(Map<String, String> values) {
    return (PaperConfig)
        Proxy.newProxyInstance(
            PaperSettingsTest.class.getClassLoader(),
            new Class<?>[] {PaperConfig.class},
            (proxy, method, arguments) -> value(method, values.get(method.getName())));
  }

  /** A value as the container makes it of text. */
  private static Object value(Method method, @Nullable String text) {
    if (text == null) {
      return method.getDefaultValue();
    }
    if (method.getReturnType() == int.class) {
      return Integer.parseInt(text);
    }
    return method.getReturnType() == long.class ? (Object) Long.parseLong(text) : text;
  }

  @Test
  void theDefaultsAreThoseOfTheFileOfTheDistribution() throws IOException {
    Properties file = new Properties();
    Path path = Path.of("src/main/cfg/io.headgate.brokers.paper.cfg");
    try (Reader reader = Files.newBufferedReader(path)) {
      file.load(reader);
    }
    Map<String, String> values = new HashMap<>();
    file.stringPropertyNames().forEach(key -> values.put(key, file.getProperty(key)));

    assertThat(settings(values)).isEqualTo(settings(Map.of()));
    assertThat(values.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(PaperConfig.class.getDeclaredMethods()).map(Method::getName).toList());
  }

  @Test
  void venuesAreAListOrAll() {
    assertThat(settings(Map.of("venues", "*")).serves("XNYS")).isTrue();
    PaperSettings two = settings(Map.of("venues", "SIM, FXCM"));
    assertThat(two.serves("SIM")).isTrue();
    assertThat(two.serves("FXCM")).isTrue();
    assertThat(two.serves("XNYS")).isFalse();
  }

  @Test
  void numbersAreReadInTheirUnits() {
    PaperSettings settings = settings(Map.of("latencyMillis", "7", "feeBps", "1.25"));

    assertThat(settings.latencyNanos()).isEqualTo(7_000_000);
    assertThat(settings.feeBps()).isEqualTo(Fixed.parse("1.25"));
  }

  @ParameterizedTest
  @CsvSource({
    "venues, ''",
    "venues, sim",
    "venues, SIM;XNYS",
    "latencyMillis, -1",
    "latencyMillis, 60001",
    "latencyMillis, soon",
    "partialFillPercent, -1",
    "partialFillPercent, 101",
    "rejectPercent, 101",
    "rejectPercent, 1.5",
    "feeBps, -0.1",
    "feeBps, 100.1",
    "feeBps, cheap",
    "seed, x",
    "stateFolder, ''"
  })
  void aValueOutOfRangeIsNamedWithItsFileAndKey(String key, String value) {
    assertThatThrownBy(() -> settings(Map.of(key, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("etc/io.headgate.brokers.paper.cfg")
        .hasMessageContaining(key)
        .hasMessageContaining("'" + value + "'")
        .hasMessageContaining("expected");
  }
}
