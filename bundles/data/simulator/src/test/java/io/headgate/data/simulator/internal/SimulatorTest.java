package io.headgate.data.simulator.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.model.market.MarketBatch;
import io.headgate.spi.data.MarketSink;
import io.headgate.spi.node.NodeInfo;
import io.headgate.spi.plugin.Health;
import io.headgate.testkit.fake.FakeNodeInfo;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.fake.RecordingMarketSink;
import io.headgate.testkit.time.FixedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Life cycle, pace and back-pressure. */
@Timeout(60)
class SimulatorTest {

  private static final long START =
      Instant.parse("2026-01-05T14:30:00Z").toEpochMilli() * 1_000_000;

  private final FixedClock clock = new FixedClock();
  private final RecordingMarketSink sink = new RecordingMarketSink();
  private Simulator simulator = simulator(FakeNodeInfo.live(), new Configured());

  private Simulator simulator(NodeInfo node, Configured configured) {
    simulator = new Simulator(clock, node, new FakeReferenceData(), configured.config());
    return simulator;
  }

  private static ConditionFactory await() {
    return Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2));
  }

  @AfterEach
  void stop() {
    simulator.stop();
  }

  @Test
  void endsAfterTheLastTickAndSaysSo() {
    simulator(FakeNodeInfo.replay(), new Configured().with("maxTicks", 12_345L)).start(sink);
    await().until(() -> simulator.progress().finished());
    assertThat(sink.rows()).isEqualTo(12_345);
    assertThat(simulator.progress().read()).isEqualTo(12_345);
    assertThat(simulator.progress().delivered()).isEqualTo(12_345);
    assertThat(simulator.progress().failure()).isEmpty();
    MarketBatch first = sink.batches().get(0);
    assertThat(first.source()).isEqualTo("simulator");
    assertThat(first.tsEvent(0)).isEqualTo(START);
    assertThat(first.tsEvent(1)).isEqualTo(START + 200_000);
    assertThat(first.tsInit(1)).isEqualTo(first.tsEvent(1));
  }

  @Test
  void afterItsEndAStartBeginsAnew() {
    simulator(FakeNodeInfo.replay(), new Configured().with("maxTicks", 1_000L)).start(sink);
    await().until(() -> simulator.progress().finished());
    RecordingMarketSink again = new RecordingMarketSink();
    simulator.start(again);
    await().until(() -> simulator.progress().finished() && again.rows() == 1_000);
    assertThat(again.events()).isEqualTo(sink.events());
  }

  @Test
  void aStopIsAPause() {
    Configured endless = new Configured().with("paced", false).with("batchSize", 100);
    simulator(FakeNodeInfo.live(), endless).start(sink);
    await().until(() -> sink.rows() > 1_000);
    simulator.stop();
    long stood = sink.rows();
    simulator.start(sink);
    await().until(() -> sink.rows() > stood + 1_000);
    simulator.stop();

    int rows = (int) sink.rows();
    RecordingMarketSink whole = new RecordingMarketSink();
    Simulator other = simulator(FakeNodeInfo.live(), endless.with("maxTicks", (long) rows));
    other.start(whole);
    await().until(() -> other.progress().finished());
    assertThat(sink.events()).isEqualTo(whole.events());
  }

  @Test
  void aLiveFeedKeepsToThePaceOfTheClock() {
    // 1000 ticks a second in batches of 5 milliseconds: 5 ticks per batch.
    simulator(FakeNodeInfo.live(), new Configured().with("ticksPerSecond", 1_000)).start(sink);
    clock.advanceMillis(5);
    await().until(() -> sink.rows() == 5);
    clock.advanceMillis(5);
    await().until(() -> sink.rows() == 10);
    assertThat(sink.batches()).hasSize(2);
    assertThat(sink.batches().get(1).tsEvent(0)).isEqualTo(clock.epochNanos());
    await().during(Duration.ofMillis(60)).until(() -> sink.rows() == 10);
  }

  @Test
  void aFeedThatFellBehindDoesNotBurst() {
    simulator(FakeNodeInfo.live(), new Configured().with("ticksPerSecond", 1_000)).start(sink);
    clock.advance(Duration.ofSeconds(100));
    await().until(() -> sink.rows() >= 5);
    await().during(Duration.ofMillis(60)).until(() -> sink.rows() <= 300);
    assertThat(sink.rows()).isLessThan(300);
  }

  @Test
  void timesOfALiveFeedChangeNothingElse() {
    Configured live = new Configured().with("ticksPerSecond", 1_000).with("maxTicks", 500L);
    simulator(FakeNodeInfo.live(), live).start(sink);
    await()
        .until(
            () -> {
              clock.advanceMillis(7);
              return simulator.progress().finished();
            });
    RecordingMarketSink replayed = new RecordingMarketSink();
    Simulator other = simulator(FakeNodeInfo.replay(), live);
    other.start(replayed);
    await().until(() -> other.progress().finished());
    assertThat(replayed.batches()).hasSameSizeAs(sink.batches());
    for (int i = 0; i < sink.batches().size(); i++) {
      assertThat(untimed(replayed.batches().get(i))).isEqualTo(untimed(sink.batches().get(i)));
    }
  }

  private static String untimed(MarketBatch batch) {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < batch.size(); row++) {
      text.append(batch.instrument(row)).append(batch.kind(row));
      for (int column = 0; column < 5; column++) {
        text.append(' ').append(batch.value(row, column));
      }
    }
    return text.toString();
  }

  @Test
  void waitsForASlowSinkAndStopWaitsForTheCallUnderWay() throws InterruptedException {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch mayReturn = new CountDownLatch(1);
    MarketSink slow =
        batch -> {
          entered.countDown();
          awaitUninterruptibly(mayReturn);
          sink.accept(batch);
        };
    simulator(FakeNodeInfo.replay(), new Configured()).start(slow);
    entered.await();
    Thread stopper = new Thread(simulator::stop);
    stopper.start();
    await().during(Duration.ofMillis(50)).until(stopper::isAlive);
    assertThat(sink.rows()).isZero();
    mayReturn.countDown();
    stopper.join();
    long rows = sink.rows();
    assertThat(rows).as("the batch under way and no other").isEqualTo(25);
    await().during(Duration.ofMillis(50)).until(() -> sink.rows() == rows);
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError("the feed's thread must not be interrupted inside the sink", e);
    }
  }

  @Test
  void theSinkItselfMayStopTheFeed() {
    simulator(FakeNodeInfo.replay(), new Configured());
    MarketSink stopping =
        batch -> {
          sink.accept(batch);
          simulator.stop();
        };
    simulator.start(stopping);
    await().until(() -> sink.batches().size() == 1);
    simulator.start(sink);
    await().until(() -> sink.batches().size() > 10);
    simulator.stop();
    assertThat(sink.overlapped()).isFalse();
  }

  @Test
  void anEngineThatHasStoppedEndsTheFeedWithItsReason() {
    sink.stop();
    simulator(FakeNodeInfo.replay(), new Configured()).start(sink);
    await().until(() -> simulator.progress().finished());
    assertThat(simulator.progress().failure()).contains("the engine has stopped");
    assertThat(simulator.health().state()).isEqualTo(Health.State.DOWN);
  }

  @Test
  void unknownInstrumentsAreNamed() {
    simulator(FakeNodeInfo.live(), new Configured().with("instruments", new String[] {"NONE.SIM"}));
    assertThatThrownBy(() -> simulator.start(sink))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("NONE.SIM")
        .hasMessageContaining("io.headgate.data.simulator.cfg");
  }

  @Test
  void onlyInstrumentsOfItsVenueTickByDefault() {
    simulator(FakeNodeInfo.replay(), new Configured().with("maxTicks", 5_000L)).start(sink);
    await().until(() -> simulator.progress().finished());
    assertThat(sink.events())
        .allSatisfy(event -> assertThat(event.instrument().venue()).isEqualTo("SIM"));
  }

  @Test
  void aSinkThatClosesBeforeItStopsTheFeedIsAStop() {
    simulator(FakeNodeInfo.live(), new Configured().with("paced", false)).start(sink);
    await().until(() -> sink.rows() > 0);
    sink.stop();
    await().until(() -> simulator.progress().finished());
    simulator.stop();
    assertThat(simulator.progress().failure()).isEmpty();
    assertThat(simulator.progress().finished()).isFalse();
    assertThat(simulator.progress().delivered()).isEqualTo(sink.rows());
    assertThat(simulator.health()).isEqualTo(Health.UP);
  }

  @Test
  void aChangedConfigurationBeginsANewMarketInTheSameSink() {
    Configured configured = new Configured().with("paced", false);
    simulator(FakeNodeInfo.live(), configured).start(sink);
    await().until(() -> sink.rows() > 0);
    simulator.modified(configured.with("instruments", new String[] {"BOLT.SIM"}).config());
    long before = sink.rows();
    await().until(() -> sink.rows() > before + 10_000);
    simulator.stop();
    assertThat(sink.events().stream().skip(before))
        .allSatisfy(event -> assertThat(event.instrument()).hasToString("BOLT.SIM"));
    assertThat(sink.overlapped()).isFalse();
  }

  @Test
  void aWrongChangeLeavesTheOldMarketRunningAndSaysSo() {
    Configured configured = new Configured().with("paced", false);
    simulator(FakeNodeInfo.live(), configured).start(sink);
    await().until(() -> sink.rows() > 0);
    for (Configured wrong :
        List.of(
            new Configured().with("spreadBps", -1.0),
            new Configured().with("instruments", new String[] {"NONE.SIM"}))) {
      simulator.modified(wrong.config());
      long before = sink.rows();
      await().until(() -> sink.rows() > before);
      assertThat(simulator.health().state()).isEqualTo(Health.State.DEGRADED);
      assertThat(simulator.health().reason()).contains("io.headgate.data.simulator.cfg");
    }
    simulator.modified(configured.config());
    assertThat(simulator.health()).isEqualTo(Health.UP);
  }

  @Test
  void aLiveFeedIsSilentOverABreakAndThenOpens() {
    Configured short1 =
        new Configured()
            .with("ticksPerSecond", 1_000)
            .with("marketSpeed", 600.0)
            .with("sessionMinutes", 1.0)
            .with("breakMillis", 2_000L);
    simulator(FakeNodeInfo.live(), short1).start(sink);
    // A session of one market minute would be 100 ticks long; it is stretched to hold its calls.
    long session = 100;
    for (int i = 0; i < 20; i++) {
      clock.advanceMillis(5);
      long due = 5L * (i + 1);
      await().until(() -> sink.rows() == due);
    }
    clock.advanceMillis(1_000);
    await().during(Duration.ofMillis(60)).until(() -> sink.rows() == session);
    clock.advanceMillis(1_005);
    await().until(() -> sink.rows() == session + 5);
    assertThat(simulator.health()).isEqualTo(Health.UP);
  }

  @Test
  void settingsThatAreWrongFromTheStartAreToldToWhoeverStarts() {
    simulator(FakeNodeInfo.live(), new Configured().with("spreadBps", -1.0));
    assertThat(simulator.health().state()).isEqualTo(Health.State.DOWN);
    assertThatThrownBy(() -> simulator.start(sink))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("spreadBps")
        .hasMessageContaining("io.headgate.data.simulator.cfg");
    simulator.modified(new Configured().with("paced", false).config());
    simulator.start(sink);
    await().until(() -> sink.rows() > 0);
  }

  @Test
  void aChangeWhileStoppedDoesNotStart() {
    simulator(FakeNodeInfo.live(), new Configured().with("paced", false)).start(sink);
    simulator.stop();
    long before = sink.rows();
    simulator.modified(new Configured().with("paced", false).with("seed", 5L).config());
    await().during(Duration.ofMillis(50)).until(() -> sink.rows() == before);
  }
}
