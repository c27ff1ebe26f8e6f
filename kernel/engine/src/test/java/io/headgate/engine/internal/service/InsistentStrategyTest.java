package io.headgate.engine.internal.service;

import static io.headgate.engine.internal.service.EngineFixture.buy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.headgate.model.decision.Decision;
import io.headgate.model.decision.Unit;
import io.headgate.model.market.Quote;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.Side;
import io.headgate.spi.control.ControlScope;
import io.headgate.spi.control.TradingState;
import io.headgate.spi.strategy.ScoreAnswer;
import io.headgate.spi.strategy.StrategyContext;
import io.headgate.spi.strategy.StrategyStatus;
import io.headgate.testkit.fake.FakeNodeInfo;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.fake.InMemoryJournal;
import io.headgate.testkit.fake.UnlimitedRights;
import io.headgate.testkit.venue.VenueSimulator;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A strategy that answers every answer at once with another question. */
class InsistentStrategyTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** What it insists on. */
  enum Way {
    ORDER,
    SCORE,
    TIMER
  }

  private static final class Insistent extends AcmeStrategy {
    private final Way way;
    private final Runnable onAsk;
    private final AtomicLong asked = new AtomicLong();

    Insistent(Way way, Runnable onAsk) {
      super("insistent");
      this.way = way;
      this.onAsk = onAsk;
    }

    private void ask() {
      onAsk.run();
      asked.incrementAndGet();
      StrategyContext engine = context();
      long now = engine.clock().epochNanos();
      switch (way) {
        case ORDER -> engine.submit(engine.limitOrder(ACME, Side.BUY, Fixed.ONE, Fixed.ONE));
        case SCORE -> engine.requestScore("nobody", ACME, now);
        case TIMER -> engine.timers().schedule(now - 1, this::ask);
      }
    }

    @Override
    public void onQuote(Quote quote) {
      if (asked.get() == 0) {
        ask();
      }
    }

    @Override
    public void onDecision(Decision decision) {
      ask();
    }

    @Override
    public void onScore(ScoreAnswer answer) {
      ask();
    }
  }

  private static Insistent added(EngineFixture fixture, Way way, Runnable onAsk) {
    fixture.rules.set(
        context -> {
          if (context.getLimitPrice() == Fixed.ONE) {
            context.beginRule("no-penny");
            context.block("PRICE_PENNY", 1, 2, Unit.COUNT);
          }
        });
    Insistent strategy = new Insistent(way, onAsk);
    fixture.add(strategy);
    fixture.quote(FakeReferenceData.ACME, "99.99", "100.01");
    return strategy;
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void liveOrdersKillAndStopGetThrough(Way way) throws Exception {
    EngineFixture fixture =
        new EngineFixture(
                InMemoryJournal.durableAtOnce(),
                new UnlimitedRights(),
                new VenueSimulator("sim"),
                FakeNodeInfo.live())
            .started();
    try (AutoCloseable route =
        fixture.control.onApproved(
            command -> fixture.control.dispatch(command.broker(), command))) {
      await().atMost(PATIENCE).until(() -> fixture.control.counters().ticks() >= 2);
      // Time moves on, as it does live: nothing but the turns of the loop stands in its way.
      Insistent strategy = added(fixture, way, () -> fixture.machine.advance(Duration.ofNanos(1)));
      await().atMost(PATIENCE).until(() -> strategy.asked.get() > 1_000);

      Decision decision =
          fixture.orders.submit(buy(1, "99")).toCompletableFuture().get(30, TimeUnit.SECONDS);
      assertThat(decision.accepted()).isTrue();
      await().atMost(PATIENCE).until(() -> !fixture.venue.commands().isEmpty());
      int canceled =
          fixture
              .control
              .kill(ControlScope.NODE, "ann", "test")
              .toCompletableFuture()
              .get(30, TimeUnit.SECONDS);
      assertThat(canceled).isEqualTo(1);
      await().atMost(PATIENCE).until(() -> fixture.orders.openOrders().isEmpty());
      assertThat(fixture.control.list().get(0).state()).isEqualTo(StrategyStatus.State.ACTIVE);
      fixture.control.stop("insistent");
      assertThat(fixture.control.list().get(0).state()).isEqualTo(StrategyStatus.State.STOPPED);
    } finally {
      fixture.engine.close();
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void aReplayStopsItAndGoesOn(Way way) {
    EngineFixture fixture = new EngineFixture().started();
    Insistent strategy = added(fixture, way, () -> {});
    // A timer that is due comes before the next event.
    fixture.pass(1);

    StrategyStatus status = fixture.control.list().get(0);
    assertThat(status.state()).isEqualTo(StrategyStatus.State.FAILED);
    assertThat(status.reason()).contains("without time moving on");
    assertThat(strategy.asked.get()).isLessThan(20_000);
    assertThat(fixture.alarms.isActive("strategy.insistent")).isTrue();
    assertThat(fixture.control.state()).isEqualTo(TradingState.ACTIVE);
    assertThat(fixture.submit(buy(1, "99")).accepted()).isTrue();
  }
}
