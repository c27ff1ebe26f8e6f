package io.headgate.ops.internal.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SharedTest {

  private final AtomicLong nanos = new AtomicLong();
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void aFloodOfQuestionsIsOneAnswer() throws Exception {
    Shared<Integer> shared = new Shared<>(asked::incrementAndGet, nanos::get, 1_000);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> floods = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        floods.add(
            threads.submit(
                () -> {
                  for (int n = 0; n < 5_000; n++) {
                    assertThat(shared.get()).isEqualTo(1);
                  }
                }));
      }
      for (Future<?> flood : floods) {
        flood.get(60, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(asked).hasValue(1);
    nanos.set(1_000);
    assertThat(shared.get()).isEqualTo(2);
  }

  @Test
  void whoAsksWhileAnotherIsAnsweredGetsWhatIsThere() throws Exception {
    CountDownLatch asking = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Shared<Integer> shared =
        new Shared<>(
            () -> {
              int number = asked.incrementAndGet();
              if (number == 2) {
                asking.countDown();
                awaitQuietly(go);
              }
              return number;
            },
            nanos::get,
            1_000);
    assertThat(shared.get()).isEqualTo(1);
    nanos.set(5_000);
    Thread slow = new Thread(shared::get);
    slow.start();
    assertThat(asking.await(60, TimeUnit.SECONDS)).isTrue();
    assertThat(shared.get()).isEqualTo(1);
    go.countDown();
    slow.join();
    assertThat(shared.get()).isEqualTo(2);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
