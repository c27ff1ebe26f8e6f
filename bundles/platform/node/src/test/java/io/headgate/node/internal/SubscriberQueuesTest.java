package io.headgate.node.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import io.headgate.spi.event.EventStream.Subscription;
import io.headgate.spi.event.NodeEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SubscriberQueuesTest {

  private final SubscriberQueues stream = new SubscriberQueues();

  @AfterEach
  void stop() {
    stream.stop();
  }

  private static NodeEvent event(long number) {
    return new NodeEvent.RulesChanged(number, "", "");
  }

  private static List<Long> numbers(List<NodeEvent> events) {
    return events.stream().map(NodeEvent::timestamp).toList();
  }

  @Test
  void everySubscriberSeesEverythingInOrder() {
    List<NodeEvent> one = new CopyOnWriteArrayList<>();
    List<NodeEvent> two = new CopyOnWriteArrayList<>();
    stream.subscribe("one", 2_000, one::add);
    stream.subscribe("two", 2_000, two::add);

    LongStream.range(0, 1_000).forEach(i -> stream.publish(event(i)));

    await().until(() -> one.size() == 1_000 && two.size() == 1_000);
    assertThat(numbers(one)).isEqualTo(LongStream.range(0, 1_000).boxed().toList());
    assertThat(numbers(two)).isEqualTo(numbers(one));
  }

  @Test
  void aSlowReaderLosesItsOldestAndSlowsNobody() throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    List<NodeEvent> slow = new CopyOnWriteArrayList<>();
    List<NodeEvent> fast = new CopyOnWriteArrayList<>();
    Subscription subscription =
        stream.subscribe(
            "slow",
            4,
            e -> {
              busy.countDown();
              awaitLatch(release);
              slow.add(e);
            });
    stream.subscribe("fast", 1_000, fast::add);
    stream.publish(event(0));
    busy.await();

    LongStream.rangeClosed(1, 100).forEach(i -> stream.publish(event(i)));

    await().until(() -> fast.size() == 101);
    assertThat(subscription.dropped()).isEqualTo(96);
    release.countDown();
    await().until(() -> slow.size() == 5);
    assertThat(numbers(slow)).containsExactly(0L, 97L, 98L, 99L, 100L);
  }

  @Test
  void aListenerThatThrowsIsKept() {
    List<NodeEvent> seen = new CopyOnWriteArrayList<>();
    stream.subscribe(
        "throws",
        10,
        e -> {
          seen.add(e);
          throw new IllegalStateException("thrown by the test");
        });

    stream.publish(event(1));
    stream.publish(event(2));

    await().until(() -> seen.size() == 2);
  }

  @Test
  void afterCloseNothingMoreComes() {
    List<NodeEvent> seen = new CopyOnWriteArrayList<>();
    Subscription subscription = stream.subscribe("closed", 10, seen::add);
    subscription.close();
    subscription.close();
    stream.publish(event(1));

    List<NodeEvent> other = new CopyOnWriteArrayList<>();
    stream.subscribe("other", 10, other::add);
    stream.publish(event(2));
    await().until(() -> other.size() == 1);
    assertThat(seen).isEmpty();
    assertThat(stream.size()).isEqualTo(1);
  }

  @Test
  void aListenerMayCloseItself() {
    List<NodeEvent> seen = new CopyOnWriteArrayList<>();
    Subscription[] own = new Subscription[1];
    CountDownLatch ready = new CountDownLatch(1);
    own[0] =
        stream.subscribe(
            "once",
            10,
            e -> {
              awaitLatch(ready);
              seen.add(e);
              own[0].close();
            });
    ready.countDown();

    LongStream.range(0, 5).forEach(i -> stream.publish(event(i)));

    await().until(() -> stream.size() == 0);
    assertThat(seen).hasSize(1);
  }

  @Test
  void stoppingEndsEveryThread() throws Exception {
    CountDownLatch stuck = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    stream.subscribe("idle", 10, e -> {});
    stream.subscribe(
        "stuck",
        10,
        e -> {
          stuck.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException interruption) {
            interrupted.countDown();
          }
        });
    stream.publish(event(1));
    stuck.await();

    stream.stop();

    interrupted.await();
    await()
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().equals("headgate-events-stuck")));
    assertThat(stream.size()).isZero();
    assertThatIllegalStateException().isThrownBy(() -> stream.subscribe("late", 1, e -> {}));
  }

  @Test
  void capacityHasARange() {
    assertThatIllegalArgumentException().isThrownBy(() -> stream.subscribe("a", 0, e -> {}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stream.subscribe("a", 65_537, e -> {}))
        .withMessageContaining("65536");
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
