package io.headgate.strategies.momentum.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.number.Fixed;
import io.headgate.spi.plugin.ConfigFile;
import io.headgate.strategies.momentum.internal.MomentumSettings.OrderStyle;
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
import org.junit.jupiter.params.provider.ValueSource;

class MomentumSettingsTest {

  private static final String FILE = "etc/io.headgate.strategies.momentum-x.cfg";

  private static MomentumSettings settings(Map<String, String> values) {
    Map<String, Object> properties = new HashMap<>(values);
    properties.put("felix.fileinstall.filename", "file:/opt/headgate/" + FILE);
    return MomentumSettings.of(config(values), new ConfigFile(MomentumStrategy.PID, properties));
  }

  /** A configuration as the container makes it of text. */
  static MomentumConfig config(Map<String, String> values) {
    return (MomentumConfig)
        Proxy.newProxyInstance(
            MomentumSettingsTest.class.getClassLoader(),
            new Class<?>[] {MomentumConfig.class},
            (proxy, method, arguments) -> value(method, values.get(method.getName())));
  }

  private static Object value(Method method, @Nullable String text) {
    if (method.getReturnType() == Class.class) {
      return Annotation.class;
    }
    if (text == null) {
      return method.getDefaultValue();
    }
    if (method.getReturnType() == int.class) {
      return Integer.parseInt(text);
    }
    return method.getReturnType() == boolean.class ? (Object) Boolean.valueOf(text) : text;
  }

  @Test
  void defaultsNeedInstrumentsOnly() {
    MomentumSettings settings = settings(Map.of("instruments", " ALFA.SIM , EURUSD.FXCM"));

    assertThat(settings.name()).isEqualTo("momentum");
    assertThat(settings.account()).isEqualTo("DEMO");
    assertThat(settings.instruments())
        .containsExactlyInAnyOrder(
            InstrumentId.parse("ALFA.SIM"), InstrumentId.parse("EURUSD.FXCM"));
    assertThat(settings.sizing().style()).isEqualTo(OrderStyle.TAKE);
    assertThat(settings.sizing().orderQty()).isEqualTo(100 * Fixed.ONE);
  }

  @ParameterizedTest
  @CsvSource({
    "name, Momentum",
    "name, ''",
    "account, ''",
    "instruments, ''",
    "instruments, ALFA.SIM;BRVO.SIM",
    "respectHeadroom, maybe",
    "instruments, alfa.sim",
    "fastPeriods, 0",
    "fastPeriods, many",
    "fastPeriods, 100001",
    "slowPeriods, 20",
    "slowPeriods, 1000001",
    "minCrossBps, -1",
    "minCrossBps, 10001",
    "minCrossBps, a lot",
    "orderQty, 0",
    "orderQty, -5",
    "orderQty, 1e99",
    "maxPosition, 0",
    "orderStyle, take",
    "orderTtlMillis, 0",
    "orderTtlMillis, 86400001",
    "backoffMillis, 0",
    "backoffMillis, 3600001"
  })
  void aValueOutOfRangeIsNamedWithItsFileAndKey(String key, String value) {
    Map<String, String> values = new HashMap<>(Map.of("instruments", "ALFA.SIM"));
    values.put(key, value);

    assertThatThrownBy(() -> settings(values))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(FILE)
        .hasMessageContaining(key)
        .hasMessageContaining("'" + value + "'")
        .hasMessageContaining("expected");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "io.headgate.strategies.momentum-equities.cfg",
        "io.headgate.strategies.momentum-fx.cfg"
      })
  void theFilesOfTheDistributionAreValid(String file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of("src/main/cfg", file))) {
      properties.load(reader);
    }
    Map<String, String> values = new HashMap<>();
    properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));

    MomentumSettings settings = settings(values);

    assertThat(file).isEqualTo("io.headgate.strategies." + settings.name() + ".cfg");
    for (String key : values.keySet()) {
      assertThat(MomentumConfig.class.getDeclaredMethods())
          .extracting(Method::getName)
          .contains(key);
    }
  }
}
