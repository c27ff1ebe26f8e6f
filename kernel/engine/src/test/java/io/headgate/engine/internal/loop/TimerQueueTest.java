package io.headgate.engine.internal.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.spi.time.Timers.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimerQueueTest {

  private final TimerQueue queue = new TimerQueue();
  private final List<Integer> ran = new ArrayList<>();

  @Test
  void whatWasCancelledLongBeforeItsTimeLeavesTheQueue() {
    for (int i = 0; i < 100_000; i++) {
      queue.schedule(Long.MAX_VALUE - 1, () -> {}).cancel();
    }
    assertThat(queue.size()).isLessThan(200);
    assertThat(queue.nextTime()).isEqualTo(TimerQueue.NEVER);
  }

  @Test
  void cancellingChangesNothingForTheOthers() {
    Random random = new Random(2);
    List<Integer> expected = new ArrayList<>();
    List<Timer> doomed = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      int number = i;
      Timer timer = queue.schedule(1_000 + i / 3, () -> ran.add(number));
      if (random.nextInt(4) > 0) {
        doomed.add(timer);
      } else {
        expected.add(number);
      }
    }
    doomed.forEach(Timer::cancel);
    doomed.forEach(Timer::cancel);
    while (queue.nextTime() != TimerQueue.NEVER) {
      queue.take().run();
    }
    assertThat(ran).isEqualTo(expected);
    assertThat(queue.size()).isZero();
  }

  @Test
  void aTimerThatHasRunCanBeCancelledWithoutHarm() {
    Timer first = queue.schedule(1, () -> ran.add(1));
    Timer second = queue.schedule(2, () -> ran.add(2));
    assertThat(queue.nextTime()).isEqualTo(1);
    queue.take().run();
    first.cancel();
    second.cancel();
    assertThat(queue.nextTime()).isEqualTo(TimerQueue.NEVER);
    assertThat(ran).containsExactly(1);
  }
}
