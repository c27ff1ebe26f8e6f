package io.headgate.testkit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.spi.time.Timers.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManualTimersTest {

  private final FixedClock clock = new FixedClock(1_000);
  private final ManualTimers timers = new ManualTimers(clock);
  private final List<String> ran = new ArrayList<>();

  private Runnable note(String name) {
    return () -> ran.add(name + "@" + clock.epochNanos());
  }

  @Test
  void runsByTimeAndThenByOrderOfScheduling() {
    timers.schedule(1_200, note("late"));
    timers.schedule(1_100, note("first"));
    timers.schedule(1_100, note("second"));
    timers.schedule(500, note("overdue"));

    timers.advance(Duration.ofNanos(150));

    assertThat(ran).containsExactly("overdue@1000", "first@1100", "second@1100");
    assertThat(clock.epochNanos()).isEqualTo(1_150);
    assertThat(timers.pending()).isEqualTo(1);
  }

  @Test
  void whatWasTakenBackDoesNotRun() {
    Timer timer = timers.schedule(1_100, note("never"));

    timer.cancel();
    timers.runAll();

    assertThat(ran).isEmpty();
  }

  @Test
  void aTaskMayScheduleTheNext() {
    timers.schedule(1_100, () -> timers.schedule(1_150, note("chained")));

    timers.advanceTo(1_150);

    assertThat(ran).containsExactly("chained@1150");
  }

  @Test
  void theClockDoesNotRunBackwards() {
    assertThatThrownBy(() -> clock.set(999)).isInstanceOf(IllegalArgumentException.class);
  }
}
