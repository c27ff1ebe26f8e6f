package io.headgate.surveillance.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.headgate.model.order.Side;
import io.headgate.spi.plugin.ConfigFile;
import io.headgate.spi.plugin.Health;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Settings of the surveillance. */
class SurveillanceTest extends SurveillanceStage {

  private static SurveillanceConfig window(int seconds) {
    return config("windowSeconds", seconds);
  }

  @Test
  void aWrongSettingIsNamedAndTheOnesBeforeStay() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> SurveillanceSettings.of(window(0), new ConfigFile(Surveillance.PID, Map.of())))
        .withMessageContaining(
            "etc/io.headgate.surveillance.cfg: windowSeconds is '0', expected a whole number from 1"
                + " to 3600");
    surveillance.modified(window(0), Map.of());
    assertThat(surveillance.check().state()).isEqualTo(Health.State.DEGRADED);
    surveillance.modified(window(5), Map.of());
    assertThat(surveillance.check()).isEqualTo(Health.UP);
    for (int i = 0; i < 5; i++) {
      trade("ACC1", Side.BUY, 100, "50");
      time += 5 * SECOND;
      trade("ACC1", Side.SELL, 100, "50");
    }
    assertThat(alarms.active()).as("six seconds apart").isEmpty();
  }
}
