package io.headgate.node.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AlarmLinesTest {

  private final AlarmLines lines = new AlarmLines();

  private long taken(String key, long fromSecond, long toSecond) {
    return LongStream.range(fromSecond, toSecond)
        .filter(second -> lines.take(key, TimeUnit.SECONDS.toNanos(second)))
        .count();
  }

  @Test
  void aFewChangesAMinuteAreLogged() {
    assertThat(taken("a", 0, 60)).isEqualTo(AlarmLines.MOST_A_MINUTE);
    assertThat(taken("a", 60, 180)).isEqualTo(2 * AlarmLines.MOST_A_MINUTE);
  }

  @Test
  void eachAlarmHasItsOwn() {
    taken("a", 0, 60);
    assertThat(taken("b", 30, 31)).isEqualTo(1);
  }

  @Test
  void oneThatEndsBeginsAnew() {
    taken("a", 0, 10);
    lines.forget("a");
    assertThat(taken("a", 10, 20)).isEqualTo(AlarmLines.MOST_A_MINUTE);
  }
}
