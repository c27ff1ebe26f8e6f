package io.headgate.access.internal.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitorTest {

  @ParameterizedTest
  @CsvSource({
    "/127.0.0.1:59368,127.0.0.1",
    "127.0.0.1,127.0.0.1",
    "/[0:0:0:0:0:0:0:1]:4711,0:0:0:0:0:0:0:1",
    "0:0:0:0:0:0:0:1,0:0:0:0:0:0:0:1",
    "desk.example:80,desk.example"
  })
  void anAddressHasNoPort(String text, String expected) {
    assertThat(Visitor.address(text)).isEqualTo(expected);
  }

  @Test
  void aVisitEndsAfterASilenceAndStaysEnded() {
    long pause = TimeUnit.MINUTES.toNanos(1);
    Visit visit = new Visit(false, 0);

    assertThat(visit.use(pause, pause)).isTrue();
    assertThat(visit.use(2 * pause, pause)).isTrue();
    assertThat(visit.use(3 * pause + 1, pause)).isFalse();
    assertThat(visit.use(3 * pause + 2, pause)).isFalse();
  }
}
