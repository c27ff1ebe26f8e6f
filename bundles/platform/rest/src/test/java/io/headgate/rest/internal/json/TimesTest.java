package io.headgate.rest.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TimesTest {

  @Test
  void aMomentHasNineDecimalsAndTheZoneUtc() {
    assertThat(io.headgate.spi.noun.Times.iso(1_399_507_200_000_000_001L))
        .isEqualTo("2014-05-08T00:00:00.000000001Z");
    assertThat(io.headgate.spi.noun.Times.iso(-1)).isEqualTo("1969-12-31T23:59:59.999999999Z");
  }

  @Test
  void noMomentIsNull() {
    assertThat(io.headgate.spi.noun.Times.iso(0)).isNull();
    assertThat(io.headgate.spi.noun.Times.iso(Long.MIN_VALUE)).isNull();
    assertThat(io.headgate.spi.noun.Times.iso(Long.MAX_VALUE)).isNull();
  }

  @Test
  void whatIsWrittenIsReadBackExactly() {
    Random random = new Random(7);
    for (int i = 0; i < 1000; i++) {
      long moment = random.nextLong() >> random.nextInt(40);
      String text = io.headgate.spi.noun.Times.iso(moment);
      if (text != null) {
        assertThat(Times.parse(text)).as(text).hasValue(moment);
      }
    }
  }
}
