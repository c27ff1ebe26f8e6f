package io.headgate.testkit.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.decision.Decision;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.Order;
import io.headgate.model.order.OrderIntent;
import io.headgate.model.order.Side;
import io.headgate.spi.strategy.OrderDesk;
import io.headgate.spi.strategy.Strategy;
import io.headgate.spi.strategy.StrategyContext;
import io.headgate.testkit.fake.FakeReferenceData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A strategy's orders as its desk sees them. */
class OrderDeskTest {

  private static final InstrumentId ACME = FakeReferenceData.ACME.id();
  private static final InstrumentId BOLT = FakeReferenceData.BOLT.id();
  private static final Duration TTL = Duration.ofSeconds(2);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Clerk clerk = new Clerk();
  private final StrategyStage stage = new StrategyStage(clerk).start();

  /** Does nothing of its own accord. */
  private static final class Clerk implements Strategy {
    private @Nullable OrderDesk desk;
    private @Nullable StrategyContext context;
    private final List<NewOrder> denied = new ArrayList<>();

    OrderDesk desk() {
      assertThat(desk).isNotNull();
      return desk;
    }

    void buy(InstrumentId id) {
      assertThat(context).isNotNull();
      desk().submit(context.limitOrder(id, Side.BUY, 10 * Fixed.ONE, 100 * Fixed.ONE));
    }

    @Override
    public String name() {
      return "clerk";
    }

    @Override
    public String account() {
      return "ACC1";
    }

    @Override
    public Set<InstrumentId> subscriptions() {
      return Set.of(ACME, BOLT);
    }

    @Override
    public void start(StrategyContext newContext) {
      context = newContext;
      desk = new OrderDesk(this, newContext, TTL.toNanos(), PAUSE.toNanos());
    }

    @Override
    public void stop() {
      desk().stop();
    }

    @Override
    public void onDecision(Decision decision) {
      NewOrder refused = desk().onDecision(decision);
      if (refused != null) {
        denied.add(refused);
      }
    }

    @Override
    public void onUndecided(OrderIntent intent, String reason) {
      NewOrder undecided = desk().onUndecided(intent);
      if (undecided != null) {
        denied.add(undecided);
      }
    }

    @Override
    public void onExecution(Order order, ExecutionReport report) {
      desk().onExecution(order, report);
    }

    @Override
    public void onNotSent(Order order, String reason) {
      desk().onNotSent(order);
    }
  }

  /** Lets the stage decide what was asked. */
  private void settle() {
    stage.quote(FakeReferenceData.CORP, 100 * Fixed.ONE, 101 * Fixed.ONE);
    stage.quote(FakeReferenceData.ACME, 100 * Fixed.ONE, 101 * Fixed.ONE);
  }

  private List<Class<?>> kinds() {
    List<Class<?>> kinds = new ArrayList<>();
    for (OrderIntent intent : stage.intents()) {
      kinds.add(intent.getClass());
    }
    return kinds;
  }

  @Test
  void oneInstrumentIsBusyWhileAnotherIsFree() {
    clerk.buy(ACME);
    assertThat(clerk.desk().isFree(ACME)).as("asked").isFalse();
    settle();

    assertThat(clerk.desk().isFree(ACME)).as("works").isFalse();
    assertThat(clerk.desk().isFree(BOLT)).isTrue();
    stage.fill(stage.openOrders().get(0).id(), 4 * Fixed.ONE);
    assertThat(clerk.desk().isFree(ACME)).as("filled in part").isFalse();
    stage.fill(stage.openOrders().get(0).id(), 6 * Fixed.ONE);
    assertThat(clerk.desk().isFree(ACME)).isTrue();
    assertThat(stage.pendingTimers()).isZero();
  }

  @Test
  void whatHasGrownOldIsCancelledOnce() {
    clerk.buy(ACME);
    settle();
    stage.advance(TTL.minusMillis(1));
    assertThat(stage.openOrders()).hasSize(1);

    stage.advance(Duration.ofMillis(1));

    assertThat(stage.openOrders()).isEmpty();
    assertThat(clerk.desk().isFree(ACME)).isTrue();
    stage.advance(TTL.multipliedBy(10));
    assertThat(kinds()).hasSize(2);
  }

  @Test
  void onlyTheOtherSideIsCancelled() {
    clerk.buy(ACME);
    clerk.buy(BOLT);
    settle();

    clerk.desk().cancelExcept(ACME, Side.BUY);
    settle();
    assertThat(stage.openOrders()).hasSize(2);

    clerk.desk().cancelExcept(ACME, Side.SELL);
    clerk.desk().cancelExcept(ACME, null);
    settle();
    assertThat(stage.openOrders()).extracting(o -> o.request().instrument()).containsExactly(BOLT);
    assertThat(kinds()).as("asked once").hasSize(3);
  }

  @Test
  void eachFurtherDenialDoublesThePauseAndAnAcceptanceEndsIt() {
    stage.denying(intent -> "QTY_MAX");
    long pause = PAUSE.toNanos();
    for (int i = 0; i < 9; i++) {
      clerk.buy(ACME);
      settle();
      assertThat(clerk.denied).hasSize(i + 1);
      stage.advance(Duration.ofNanos((pause << Math.min(i, 6)) - 1));
      assertThat(clerk.desk().isFree(ACME)).as("denial %d", i).isFalse();
      stage.advance(Duration.ofNanos(1));
      assertThat(clerk.desk().isFree(ACME)).as("denial %d", i).isTrue();
    }
    stage.denying(intent -> null);
    clerk.buy(ACME);
    settle();
    stage.fill(stage.openOrders().get(0).id(), 10 * Fixed.ONE);
    stage.denying(intent -> "QTY_MAX");
    clerk.buy(ACME);
    settle();
    stage.advance(PAUSE);
    assertThat(clerk.desk().isFree(ACME)).isTrue();
  }

  @Test
  void whatGotNoDecisionIsLikeADenial() {
    stage.notDeciding(intent -> "the disk has not kept up");
    clerk.buy(ACME);
    settle();

    assertThat(clerk.denied).hasSize(1);
    assertThat(clerk.desk().isBusy(ACME)).isFalse();
    assertThat(clerk.desk().isFree(ACME)).as("pauses").isFalse();
    stage.advance(PAUSE);
    assertThat(clerk.desk().isFree(ACME)).isTrue();
  }

  @Test
  void aCancelWithoutADecisionIsAskedForAgain() {
    clerk.buy(ACME);
    settle();
    stage.notDeciding(intent -> "the disk has not kept up");
    stage.advance(TTL);
    assertThat(stage.openOrders()).hasSize(1);

    stage.notDeciding(intent -> null);
    stage.advance(TTL);

    assertThat(stage.openOrders()).isEmpty();
    assertThat(clerk.desk().isFree(ACME)).isTrue();
  }

  @Test
  void ordersFromBeforeTheStartAreTakenOver() {
    clerk.buy(ACME);
    settle();
    clerk.stop();
    assertThat(stage.pendingTimers()).isZero();

    stage.start();

    assertThat(clerk.desk().isFree(ACME)).isFalse();
    stage.advance(TTL);
    assertThat(stage.openOrders()).isEmpty();
  }
}
