package io.headgate.strategies.meanreversion.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.strategies.meanreversion.internal.MeanReversionSettings.Signal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StanceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 1.9 -1.9                | 0",
        "2                         | -1",
        "-2                        | 1",
        "-2 -1 -0.6                | 1",
        "-2 -0.5                   | 0",
        "-2 3                      | 0",
        "2 0.5 2.1                 | -1",
        "2 3.9                     | -1",
        "2 4                       | 0",
        "2 4 2.5 3                 | 0",
        "2 4 0.4 2.5               | -1",
        "2 4 -0.6 -2.5             | 0",
        "4 5                       | 0",
        "2 NaN                     | -1",
        "NaN                       | 0"
      })
  void itEntersLeavesAndGivesUp(String distances, int side) {
    Stance stance = new Stance(new Signal(10, 2, 0.5, 4, 0));

    for (String distance : distances.trim().split("\\s+", -1)) {
      stance.observe(Double.parseDouble(distance));
    }

    assertThat(stance.side()).isEqualTo(side);
  }
}
