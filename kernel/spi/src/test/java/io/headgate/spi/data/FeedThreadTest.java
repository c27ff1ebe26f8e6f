package io.headgate.spi.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Starts, stops and changes that cross each other. */
@Timeout(60)
class FeedThreadTest {

  private final FeedThread<Probe> feeds = new FeedThread<>("headgate-data-test");
  private final AtomicInteger made = new AtomicInteger();
  private final AtomicInteger alive = new AtomicInteger();

  /** Runs until it is halted, or until it is told to finish. */
  private class Probe implements FeedThread.Run {
    final CountDownLatch halted = new CountDownLatch(1);
    final CountDownLatch mayLeave = new CountDownLatch(1);
    volatile boolean saidItIsDone;

    @Override
    public void run() {
      assertThat(alive.incrementAndGet()).as("one at a time").isEqualTo(1);
      await(halted);
      await(mayLeave);
      alive.decrementAndGet();
    }

    @Override
    public void halt() {
      halted.countDown();
    }

    @Override
    public boolean isOver() {
      return saidItIsDone || halted.getCount() == 0;
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError("a feed's thread is never interrupted", e);
    }
  }

  private Probe make() {
    made.incrementAndGet();
    Probe probe = new Probe();
    probe.mayLeave.countDown();
    return probe;
  }

  @AfterEach
  void stop() {
    feeds.stop();
    assertThat(alive.get()).isZero();
  }

  @Test
  void aStartWhileARunGoesOnChangesNothing() {
    feeds.start(this::make);
    Probe first = feeds.latest();
    feeds.start(this::make);

    assertThat(feeds.latest()).isSameAs(first);
    assertThat(made).hasValue(1);
  }

  @Test
  void aRunThatSaidItIsDoneIsAwaitedAndFollowed() throws InterruptedException {
    Probe slow = new Probe();
    feeds.start(() -> slow);
    slow.saidItIsDone = true;
    Thread starter = new Thread(() -> feeds.start(this::make));
    starter.start();
    assertThat(made).hasValue(0);

    slow.halt();
    slow.mayLeave.countDown();
    starter.join();

    assertThat(made).hasValue(1);
    assertThat(feeds.latest()).isNotSameAs(slow);
  }

  @Test
  void aStopWaitsForTheThread() throws InterruptedException {
    Probe slow = new Probe();
    feeds.start(() -> slow);
    Thread stopper = new Thread(feeds::stop);
    stopper.start();
    await(slow.halted);
    assertThat(stopper.isAlive()).isTrue();

    slow.mayLeave.countDown();
    stopper.join();

    assertThat(alive.get()).isZero();
    feeds.stop();
  }

  @Test
  void aRunMayStopItself() throws InterruptedException {
    CountDownLatch returned = new CountDownLatch(1);
    feeds.start(
        () ->
            new Probe() {
              @Override
              public void run() {
                feeds.stop();
                returned.countDown();
              }
            });
    returned.await();
    feeds.start(this::make);

    assertThat(made).hasValue(1);
  }

  @Test
  void aRunThatCannotBeMadeLeavesEverythingAsItWas() {
    assertThatThrownBy(
            () ->
                feeds.start(
                    () -> {
                      throw new IllegalStateException("no file");
                    }))
        .hasMessage("no file");
    assertThat(feeds.latest()).isNull();
    feeds.start(this::make);
    assertThat(made).hasValue(1);
  }

  @Test
  void noStartComesBetweenAChange() throws InterruptedException {
    feeds.start(this::make);
    CountDownLatch changing = new CountDownLatch(1);
    CountDownLatch mayChange = new CountDownLatch(1);
    Thread changer =
        new Thread(
            () ->
                feeds.change(
                    () -> {
                      changing.countDown();
                      await(mayChange);
                      feeds.start(this::make);
                    }));
    changer.start();
    changing.await();
    Thread starter = new Thread(() -> feeds.start(this::make));
    starter.start();
    mayChange.countDown();
    changer.join();
    starter.join();

    assertThat(made).as("the first, and the one of the change").hasValue(2);
  }
}
