package io.headgate.node.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.spi.node.NodeInfo;
import io.headgate.spi.plugin.Health;
import io.headgate.testkit.fake.FakeNodeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnchoredClockTest {

  private static final long SECOND = 1_000_000_000L;
  private static final long MILLI = 1_000_000L;
  private static final long START = 1_700_000_000L * SECOND;

  private final AtomicLong counter = new AtomicLong(42);
  private final AtomicLong utc = new AtomicLong(START);
  private final AnchoredClock clock = new AnchoredClock(utc::get, counter::get);

  private void pass(long nanos) {
    counter.addAndGet(nanos);
    utc.addAndGet(nanos);
  }

  @Test
  void runsWithTheCounterFromTheMachinesUtc() {
    assertThat(clock.epochNanos()).isEqualTo(START);
    pass(123_456_789);
    assertThat(clock.epochNanos()).isEqualTo(START + 123_456_789);
    pass(3_600 * SECOND);
    assertThat(clock.epochNanos()).isEqualTo(utc.get());
  }

  @Test
  void aClockThatIsSetBackDoesNotTurnTimeBack() {
    long before = clock.epochNanos();
    utc.addAndGet(-3_600 * SECOND);
    for (int i = 0; i < 100; i++) {
      pass(SECOND / 10);
      long now = clock.epochNanos();
      assertThat(now - before).isBetween(SECOND / 10 - MILLI, SECOND / 10);
      before = now;
    }
    assertThat(clock.offsetNanos()).isLessThan(-3_500 * SECOND);
  }

  @ParameterizedTest
  @ValueSource(longs = {20, -20, 3, -3})
  void aSmallDifferenceIsWorkedOffSlowly(long millis) {
    utc.addAndGet(millis * MILLI);
    long before = clock.epochNanos();
    for (int i = 0; i < 60; i++) {
      pass(SECOND + 1);
      long now = clock.epochNanos();
      assertThat(now - before - SECOND).isBetween(-500_000L, 500_100L);
      before = now;
    }
    assertThat(Math.abs(utc.get() - clock.epochNanos())).isLessThan(10_000);
  }

  @Test
  void aMachineThatSleptIsFollowedAtOnce() {
    utc.addAndGet(8 * 3_600 * SECOND);
    pass(2 * SECOND);
    assertThat(clock.epochNanos()).isEqualTo(utc.get());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void neverRunsBackwardsWhateverTheMachineDoes(long seed) {
    Random random = new Random(seed);
    long before = clock.epochNanos();
    for (int i = 0; i < 20_000; i++) {
      counter.addAndGet((long) (Math.abs(random.nextGaussian()) * SECOND));
      utc.addAndGet((long) (random.nextGaussian() * 5 * SECOND));
      long now = clock.epochNanos();
      assertThat(now).as("seed %d, step %d", seed, i).isGreaterThanOrEqualTo(before);
      before = now;
    }
  }

  @Test
  void neverRunsBackwardsBetweenThreads() throws Exception {
    // The counter leaps, so that segments are replaced all the time while others read.
    AnchoredClock shared =
        new AnchoredClock(() -> utc.addAndGet(-7 * MILLI), () -> counter.addAndGet(SECOND / 3));
    AtomicLong latest = new AtomicLong();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Long>> backwards = new ArrayList<>();
      for (int t = 0; t < 4; t++) {
        backwards.add(
            threads.submit(
                () -> {
                  long count = 0;
                  for (int i = 0; i < 50_000; i++) {
                    long seen = latest.get();
                    long now = shared.epochNanos();
                    count += now < seen ? 1 : 0;
                    latest.accumulateAndGet(now, Math::max);
                  }
                  return count;
                }));
      }
      for (Future<Long> count : backwards) {
        assertThat(count.get()).isZero();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void healthTellsOfAClockThatWasSetBack() {
    NodeInfo node = FakeNodeInfo.live();
    NodeHealth health = new NodeHealth(node, clock, "demo");
    assertThat(health.check().state()).isEqualTo(Health.State.UP);
    assertThat(health.check().reason()).contains("N1", "LIVE", "demo");

    utc.addAndGet(-5 * SECOND);
    pass(2 * SECOND);

    assertThat(health.check().state()).isEqualTo(Health.State.DEGRADED);
    assertThat(health.check().reason()).contains("set back by 5000 ms");
  }
}
