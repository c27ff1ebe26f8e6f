package io.headgate.rest.internal.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.spi.plugin.Health;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestSettingsTest {

  @ParameterizedTest
  @CsvSource({
    "decisionTimeoutMillis, 99, 100 to 60000",
    "decisionTimeoutMillis, 60001, 100 to 60000",
    "heartbeatMillis, 0, 100 to 25000",
    "stalledAfterMillis, 600001, 1000 to 600000"
  })
  void aLongOutOfRangeIsNamedWithFileKeyValueAndRange(String key, long value, String range) {
    refused(key, value, range);
  }

  @ParameterizedTest
  @CsvSource({
    "waitingRequests, 0, 1 to 150",
    "eventStreams, 257, 1 to 256",
    "eventQueueLength, 15, 16 to 65536",
    "loginCacheSeconds, 61, 0 to 60"
  })
  void anIntegerOutOfRangeIsNamedWithFileKeyValueAndRange(String key, int value, String range) {
    refused(key, value, range);
  }

  private static void refused(String key, Object value, String range) {
    assertThatThrownBy(() -> TestSettings.of(Map.of(key, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("etc/io.headgate.rest.cfg", key + " is '" + value + "'", range);
  }

  @Test
  void aChangeOutOfRangeLeavesWhatWasInForce() {
    RestSettings settings = TestSettings.of(Map.of("eventStreams", 3));

    settings.changed(
        TestSettings.config(Map.of("eventStreams", 0, "loginCacheSeconds", 5)), Map.of());
    assertThat(settings.check().state()).isEqualTo(Health.State.DEGRADED);
    assertThat(settings.now().eventStreams()).isEqualTo(3);
    assertThat(settings.now().loginCacheSeconds()).isEqualTo(30);

    settings.changed(TestSettings.config(Map.of("eventStreams", 4)), Map.of());
    assertThat(settings.now().eventStreams()).isEqualTo(4);
    assertThat(settings.check()).isEqualTo(Health.UP);
  }
}
