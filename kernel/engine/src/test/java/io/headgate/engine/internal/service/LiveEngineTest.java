package io.headgate.engine.internal.service;

import static io.headgate.engine.internal.service.EngineFixture.buy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.headgate.model.decision.Decision;
import io.headgate.model.market.Quote;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.OrdStatus;
import io.headgate.spi.broker.Outbound;
import io.headgate.spi.control.ControlScope;
import io.headgate.spi.control.TradingState;
import io.headgate.spi.journal.JournalRecord;
import io.headgate.spi.strategy.StrategyStatus;
import io.headgate.testkit.fake.FakeNodeInfo;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.fake.InMemoryJournal;
import io.headgate.testkit.fake.UnlimitedRights;
import io.headgate.testkit.venue.Reaction;
import io.headgate.testkit.venue.VenueSimulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The engine with its real threads. */
class LiveEngineTest {

  private final EngineFixture fixture =
      new EngineFixture(
              InMemoryJournal.durableAtOnce(),
              new UnlimitedRights(),
              new VenueSimulator("sim").reacting(Reaction.FILL),
              FakeNodeInfo.live())
          .started();

  @AfterEach
  void stop() {
    fixture.engine.close();
  }

  private AutoCloseable route() {
    Outbound outbound = fixture.control;
    return outbound.onApproved(command -> outbound.dispatch(command.broker(), command));
  }

  private void awaitPrice() {
    await().atMost(Duration.ofSeconds(60)).until(() -> fixture.control.counters().ticks() >= 2);
  }

  @Test
  void manyThreadsSubmitAndEveryOrderIsDecidedSentAndFilledOnce() throws Exception {
    awaitPrice();
    try (AutoCloseable route = route()) {
      List<Thread> threads = new ArrayList<>();
      List<CompletableFuture<Decision>> outcomes =
          java.util.Collections.synchronizedList(new ArrayList<>());
      for (int t = 0; t < 4; t++) {
        Thread thread =
            new Thread(
                () -> {
                  for (int i = 0; i < 1_000; i++) {
                    outcomes.add(fixture.orders.submit(buy(1, "100")).toCompletableFuture());
                  }
                });
        threads.add(thread);
        thread.start();
      }
      for (Thread thread : threads) {
        thread.join();
      }
      for (CompletableFuture<Decision> outcome : outcomes) {
        assertThat(outcome.get().accepted()).isTrue();
      }
      assertThat(fixture.control.drain(10_000)).isTrue();
      assertThat(fixture.venue.commands()).hasSize(4_000);
      assertThat(fixture.position()).isEqualTo(4_000);
      assertThat(fixture.orders.openOrders()).isEmpty();
    }
  }

  @Test
  void withoutARouteCommandsWaitAndAKillStopsThem() throws Exception {
    awaitPrice();
    assertThat(fixture.orders.submit(buy(1, "100")).toCompletableFuture().get().accepted())
        .isTrue();
    fixture.control.kill(ControlScope.NODE, "ann", "test").toCompletableFuture().get();
    try (AutoCloseable route = route()) {
      await().atMost(Duration.ofSeconds(60)).until(() -> fixture.orders.openOrders().isEmpty());
      assertThat(fixture.venue.commands())
          .noneMatch(io.headgate.model.order.OrderCommand::addsRisk);
      assertThat(fixture.position()).isZero();
    }
  }

  @Test
  void aRouteThatInventsOrRepeatsACommandIsRefused() throws Exception {
    awaitPrice();
    List<String> refusals = java.util.Collections.synchronizedList(new ArrayList<>());
    try (AutoCloseable route =
        fixture.control.onApproved(
            command -> {
              fixture.control.dispatch(command.broker(), command);
              try {
                fixture.control.dispatch(command.broker(), command);
              } catch (IllegalStateException e) {
                refusals.add(String.valueOf(e.getMessage()));
              }
            })) {
      fixture.orders.submit(buy(1, "100")).toCompletableFuture().get();
      await().atMost(Duration.ofSeconds(60)).until(() -> fixture.position() == 1);
      assertThat(refusals).hasSize(1);
      assertThat(fixture.venue.commands()).hasSize(1);
    }
  }

  @Test
  void aRouteThatFailsBehindTheLaneDoesNotTakeTheOrderBack() throws Exception {
    awaitPrice();
    try (AutoCloseable route =
        fixture.control.onApproved(
            command -> {
              fixture.control.dispatch(command.broker(), command);
              throw new IllegalStateException("a later step of the route failed");
            })) {
      fixture.orders.submit(buy(1, "100")).toCompletableFuture().get();
      await().atMost(Duration.ofSeconds(60)).until(() -> fixture.position() == 1);
    }
  }

  @Test
  void theVenueIsNotAskedAboutAnOrderBeforeItIsSent() throws Exception {
    awaitPrice();
    CountDownLatch release = new CountDownLatch(1);
    fixture.venue.reacting(
        (venue, command) -> {
          hang(release);
          Reaction.ACKNOWLEDGE.react(venue, command);
        });
    try (AutoCloseable route = route()) {
      fixture.orders.submit(buy(1, "100")).toCompletableFuture().get();
      var second = fixture.orders.submit(buy(2, "100")).toCompletableFuture().get();
      // Both wait in the lane for longer than a venue may take: the engine doubts them and asks.
      await()
          .atMost(Duration.ofSeconds(10))
          .until(
              () -> {
                fixture.machine.advanceMillis(1_000);
                return fixture.order(second.clOrdId()).status() == OrdStatus.UNKNOWN;
              });
      release.countDown();
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> fixture.order(second.clOrdId()).status() == OrdStatus.NEW);
      assertThat(fixture.venue.snapshot().openOrders()).hasSize(2);
      assertThat(fixture.orders.openOrders()).hasSize(2);
    }
  }

  @Test
  void aStrategyThatThrowsIsStoppedAlone() {
    fixture.add(
        new OneCallback(
            "thrower",
            () -> {
              throw new IllegalStateException("bug");
            }));
    fixture.quote(FakeReferenceData.ACME, "99", "101");

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> fixture.control.list().get(0).state() == StrategyStatus.State.FAILED);
    assertThat(fixture.alarms.isActive("strategy.thrower")).isTrue();
    assertThat(fixture.control.state()).isEqualTo(TradingState.ACTIVE);
  }

  @Test
  void aRouteIsReplacedAndOneWithAMissingClassStopsNothing() throws Exception {
    awaitPrice();
    ClOrdId lost;
    try (AutoCloseable broken =
        fixture.control.onApproved(
            command -> {
              throw new NoClassDefFoundError("a/b/C");
            })) {
      lost = fixture.orders.submit(buy(1, "100")).toCompletableFuture().get().clOrdId();
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> fixture.order(lost).status() == OrdStatus.DENIED);
      assertThat(fixture.order(lost).text()).contains("a/b/C");
      assertThatThrownBy(this::route).isInstanceOf(IllegalStateException.class);
    }
    try (AutoCloseable route = route()) {
      fixture.orders.submit(buy(1, "100")).toCompletableFuture().get();
      await().atMost(Duration.ofSeconds(10)).until(() -> fixture.position() == 1);
    }
    try (AutoCloseable next = route()) {
      fixture.orders.submit(buy(1, "100")).toCompletableFuture().get();
      await().atMost(Duration.ofSeconds(10)).until(() -> fixture.position() == 2);
    }
    assertThat(fixture.venue.commands()).hasSize(2);
  }

  @Test
  void aLoopThatHangsHaltsTheNodeAlsoForItsNextLife() {
    CountDownLatch release = new CountDownLatch(1);
    fixture.add(new OneCallback("hanger", () -> hang(release)));
    fixture.quote(FakeReferenceData.ACME, "99", "101");
    // The fixture's clock stands still: time passes only by the test's will.
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () -> {
              fixture.machine.advanceMillis(500);
              return fixture.control.state() == TradingState.HALTED;
            });
    InMemoryJournal journal = (InMemoryJournal) fixture.journal;
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> !journal.records(JournalRecord.Controlled.class).isEmpty());
    // The loop has not moved: whoever restarts the process now finds the node halted.
    EngineFixture again =
        new EngineFixture(journal.crashed(), new UnlimitedRights(), new VenueSimulator("sim"))
            .started();
    assertThat(again.control.state()).isEqualTo(TradingState.HALTED);
    assertThat(again.control.restrictions().get(0).who()).isEqualTo("watchdog");
    release.countDown();
    await().atMost(Duration.ofSeconds(10)).until(() -> fixture.alarms.isActive("engine.hang"));
  }

  @Test
  void aLoopThatHangsInTheAlarmBoardHaltsTheNodeAllTheSame() {
    CountDownLatch release = new CountDownLatch(1);
    fixture.add(
        new OneCallback(
            "hanger",
            () -> {
              synchronized (fixture.alarms) {
                hang(release);
              }
            }));
    fixture.quote(FakeReferenceData.ACME, "99", "101");
    try {
      await()
          .atMost(Duration.ofSeconds(10))
          .until(
              () -> {
                fixture.machine.advanceMillis(500);
                return fixture.control.state() == TradingState.HALTED;
              });
      InMemoryJournal journal = (InMemoryJournal) fixture.journal;
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> !journal.records(JournalRecord.Controlled.class).isEmpty());
    } finally {
      release.countDown();
    }
    await().atMost(Duration.ofSeconds(10)).until(() -> fixture.alarms.isActive("engine.hang"));
  }

  private static void hang(CountDownLatch release) {
    try {
      release.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Runs one action on each quote. */
  private static final class OneCallback extends AcmeStrategy {
    private final Runnable action;

    OneCallback(String name, Runnable action) {
      super(name);
      this.action = action;
    }

    @Override
    public void onQuote(Quote quote) {
      action.run();
    }
  }
}
