package io.headgate.data.simulator.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.model.instrument.InstrumentId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A value out of range is refused with the file, the key and the value. */
class SettingsTest {

  static List<Arguments> wrongValues() {
    return List.of(
        Arguments.of("ticksPerSecond", 0),
        Arguments.of("ticksPerSecond", 5_000_001),
        Arguments.of("batchSize", 0),
        Arguments.of("batchMillis", -5),
        Arguments.of("maxTicks", -1L),
        Arguments.of("marketSpeed", 0.0),
        Arguments.of("marketSpeed", Double.NaN),
        Arguments.of("volatilityPercent", -1.0),
        Arguments.of("correlationPercent", 100.0),
        Arguments.of("sectorCorrelationPercent", 20.0),
        Arguments.of("sectorCorrelationPercent", 99.5),
        Arguments.of("sessionMinutes", 0.5),
        Arguments.of("breakMillis", -1L),
        Arguments.of("breakMillis", 3_600_001L),
        Arguments.of("gapBps", 2_001.0),
        Arguments.of("smilePercent", -1.0),
        Arguments.of("clusterSeconds", 0.0),
        Arguments.of("clusterStrength", 1.6),
        Arguments.of("flowPercent", 101.0),
        Arguments.of("spreadBps", 1_001.0),
        Arguments.of("tradeSharePercent", 91.0),
        Arguments.of("trendSeconds", 0.0),
        Arguments.of("trendStrength", 11.0),
        Arguments.of("jumpsPerHour", -1.0),
        Arguments.of("jumpBps", 2_001.0),
        Arguments.of("sizeLots", 0),
        Arguments.of("startTime", "yesterday"),
        Arguments.of("startTime", "1969-01-01T00:00:00Z"),
        Arguments.of("instruments", new String[] {"acme"}),
        Arguments.of("instruments", new String[] {"ACME.SIM,ACME.SIM"}),
        Arguments.of("startPrices", new String[] {"ACME.SIM"}),
        Arguments.of("startPrices", new String[] {"ACME.SIM=0"}),
        Arguments.of("startPrices", new String[] {"ACME.SIM=many"}),
        Arguments.of("startPrices", new String[] {"ACME.SIM=500000000"}));
  }

  @ParameterizedTest
  @MethodSource("wrongValues")
  void wrongValuesAreRefused(String key, Object value) {
    assertThatThrownBy(() -> new Configured().with(key, value).settings())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("io.headgate.data.simulator.cfg")
        .hasMessageContaining(key)
        .hasMessageContaining("expected");
  }

  @Test
  void listsMayBeOneTextWithCommas() {
    Settings settings =
        new Configured().with("instruments", new String[] {"B.SIM, A.SIM,", ""}).settings();
    assertThat(settings.instruments())
        .containsExactly(InstrumentId.parse("B.SIM"), InstrumentId.parse("A.SIM"));
  }

  @Test
  void aPacedBatchHoldsItsMilliseconds() {
    Configured fast = new Configured().with("ticksPerSecond", 100_000).with("batchMillis", 3);
    assertThat(fast.settings().delivery().batchRows()).isEqualTo(300);
    assertThat(fast.with("batchSize", 200).settings().delivery().batchRows()).isEqualTo(200);
    assertThat(fast.with("ticksPerSecond", 1).settings().delivery().batchRows()).isEqualTo(1);
    assertThat(fast.with("paced", false).settings().delivery().batchRows()).isEqualTo(200);
  }
}
