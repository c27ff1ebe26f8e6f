package io.headgate.engine.internal.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.headgate.testkit.time.FixedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody keeps the loop for himself. */
class LiveLoopTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final FixedClock clock = new FixedClock();
  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private final LiveLoop loop = new LiveLoop("test-loop", clock, 1_024, 64, failures::add);
  private final AtomicBoolean again = new AtomicBoolean(true);

  @AfterEach
  void stop() {
    again.set(false);
    loop.close();
  }

  private void othersGetTheirTurn() {
    CountDownLatch served = new CountDownLatch(300);
    for (int i = 0; i < 100; i++) {
      loop.urgent(served::countDown);
      assertThat(loop.offer(served::countDown)).isTrue();
      loop.bulk(served::countDown);
    }
    await().atMost(PATIENCE).until(() -> served.getCount() == 0);
    assertThat(loop.isIdle()).isFalse();
    again.set(false);
    await().atMost(PATIENCE).until(loop::isIdle);
    assertThat(failures).isEmpty();
  }

  private void feed(int children) {
    for (int i = 0; again.get() && i < children; i++) {
      loop.urgent(() -> feed(1));
    }
  }

  @Test
  void aTaskThatAlwaysAsksForAnotherLeavesTheOthersTheirTurn() {
    loop.start();
    loop.urgent(() -> feed(1));
    othersGetTheirTurn();
  }

  @Test
  void aThousandSuchTasksDoToo() {
    loop.start();
    loop.urgent(() -> feed(1_000));
    othersGetTheirTurn();
  }

  @Test
  void aTimerThatIsAlwaysDueLeavesTheOthersTheirTurn() {
    loop.start();
    loop.urgent(this::rearm);
    othersGetTheirTurn();
  }

  private void rearm() {
    if (again.get()) {
      loop.timers().schedule(clock.epochNanos(), this::rearm);
    }
  }

  @Test
  void ownTasksKeepTheirOrderAndAllOfThemRun() {
    List<Integer> ran = new ArrayList<>();
    loop.urgent(
        () -> {
          for (int i = 0; i < 500; i++) {
            int number = i;
            loop.urgent(() -> ran.add(number));
          }
        });
    loop.start();
    await().atMost(PATIENCE).until(loop::isIdle);

    assertThat(ran).hasSize(500).isSorted();
  }

  @Test
  void aWatchdogWhoseHaltFailsLooksAgain() {
    AtomicInteger seen = new AtomicInteger();
    loop.start();
    try (Watchdog ignored =
        new Watchdog(
            loop,
            100,
            what -> {
              seen.incrementAndGet();
              throw new AssertionError("of the test");
            })) {
      for (int hang = 1; hang <= 2; hang++) {
        int number = hang;
        CountDownLatch release = new CountDownLatch(1);
        loop.urgent(() -> hang(release));
        await()
            .atMost(PATIENCE)
            .until(
                () -> {
                  clock.advanceMillis(50);
                  return seen.get() == number;
                });
        release.countDown();
        await().atMost(PATIENCE).until(loop::isIdle);
        // Long enough for the watchdog to have seen that it moves again.
        AtomicInteger looks = new AtomicInteger();
        await()
            .atMost(PATIENCE)
            .pollInterval(Duration.ofMillis(100))
            .until(() -> looks.incrementAndGet() == 10);
      }
    }
  }

  private static void hang(CountDownLatch release) {
    try {
      release.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
