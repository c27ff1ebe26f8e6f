package io.headgate.engine.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.market.Quote;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.Order;
import io.headgate.model.order.Side;
import io.headgate.spi.strategy.StrategyContext;
import io.headgate.spi.strategy.StrategyStatus;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.venue.VenueSimulator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Settings that change under running strategies, and what was not sent for them. */
class ChangedStrategiesTest {

  private final EngineFixture fixture = new EngineFixture().started();

  /** Buys once, one tick above nothing, and notes everything that it is told. */
  private static final class Buyer extends AcmeStrategy {
    private final List<String> told = new ArrayList<>();
    private String fault = "";
    private long generation;
    private boolean wants = true;

    Buyer() {
      super("buyer");
    }

    private void change(String newName) {
      rename(newName);
      generation++;
    }

    @Override
    public long generation() {
      return generation;
    }

    @Override
    public void start(StrategyContext newContext) {
      if (!fault.isEmpty()) {
        throw new IllegalStateException(fault);
      }
      super.start(newContext);
      told.add("start " + newContext.openOrders().size());
      long life = generation;
      newContext
          .timers()
          .schedule(
              newContext.clock().epochNanos() + 1_000_000_000L, () -> told.add("timer " + life));
    }

    @Override
    public void stop() {
      told.add("stop");
    }

    @Override
    public void onQuote(Quote quote) {
      if (wants) {
        wants = false;
        context()
            .submit(
                context().limitOrder(quote.instrument(), Side.BUY, 5 * Fixed.ONE, 90 * Fixed.ONE));
      }
    }

    @Override
    public void onExecution(Order order, ExecutionReport report) {
      told.add(report.execType() + " " + order.status());
    }

    @Override
    public void onNotSent(Order order, String reason) {
      told.add("not sent " + order.status() + " " + reason);
    }
  }

  private Buyer added() {
    Buyer buyer = new Buyer();
    fixture.add(buyer);
    return buyer;
  }

  private void trade() {
    fixture.quote(FakeReferenceData.ACME, "99.99", "100.01");
  }

  private StrategyStatus status() {
    return fixture.control.list().get(0);
  }

  @Test
  void aStrategyIsToldThatItsOrderWasNotSent() {
    fixture.venue.link(VenueSimulator.Link.DOWN);
    Buyer buyer = added();
    trade();

    assertThat(buyer.told).containsExactly("start 0", "not sent DENIED no connection");
    assertThat(fixture.orders.openOrders()).isEmpty();
  }

  @Test
  void aStrategyIsToldThatItsCancelWasNotSent() {
    Buyer buyer = added();
    trade();
    ClOrdId id = fixture.orders.openOrders().get(0).id();
    fixture.venue.link(VenueSimulator.Link.DOWN);
    fixture.submit(
        new io.headgate.model.order.CancelOrder(
            io.headgate.model.order.Originator.strategy("ACC1", "buyer"), "", id));

    assertThat(buyer.told).last().isEqualTo("not sent NEW no connection");
    assertThat(fixture.order(id).status()).isEqualTo(OrdStatus.NEW);
  }

  @Test
  void changedSettingsStopAndStartItAndItsOrdersStayOpen() {
    Buyer buyer = added();
    trade();
    assertThat(fixture.orders.openOrders()).hasSize(1);

    buyer.change("buyer");
    fixture.changed(buyer);

    assertThat(buyer.told).containsExactly("start 0", "NEW NEW", "stop", "start 1");
    assertThat(status().state()).isEqualTo(StrategyStatus.State.ACTIVE);
    assertThat(status().openOrders()).isEqualTo(1);
    fixture.pass(5_000);
    assertThat(buyer.told).as("timers of the life before").doesNotContain("timer 0");
    assertThat(buyer.told).contains("timer 1");
  }

  @Test
  void whatHasNotChangedGoesOnUndisturbed() {
    Buyer buyer = added();
    fixture.changed(buyer);
    trade();

    assertThat(buyer.told).containsExactly("start 0", "NEW NEW");
  }

  @Test
  void underANewNameTheOrdersOfTheOldOneAreCancelled() {
    Buyer buyer = added();
    trade();
    ClOrdId id = fixture.orders.openOrders().get(0).id();

    buyer.change("other");
    fixture.changed(buyer);

    assertThat(fixture.order(id).status()).isEqualTo(OrdStatus.CANCELED);
    assertThat(fixture.control.list()).extracting(StrategyStatus::name).containsExactly("other");
    assertThat(buyer.told).last().isEqualTo("start 0");
  }

  @Test
  void whatAnOperatorHasStoppedStaysStopped() {
    Buyer buyer = added();
    fixture.control.stop("buyer");
    buyer.change("buyer");
    fixture.changed(buyer);

    assertThat(status().state()).isEqualTo(StrategyStatus.State.STOPPED);
    fixture.control.start("buyer");
    assertThat(status().state()).isEqualTo(StrategyStatus.State.ACTIVE);
  }

  @Test
  void wrongFromTheStartItIsShownFailedAndStartsOnceItIsRight() {
    Buyer buyer = new Buyer();
    buyer.fault = "etc/buyer.cfg: quantity is 'x', expected a number";
    fixture.add(buyer);
    assertThat(status().state()).isEqualTo(StrategyStatus.State.FAILED);
    assertThat(status().reason()).isEqualTo(buyer.fault);
    assertThat(fixture.alarms.isActive("strategy.buyer")).isTrue();

    buyer.fault = "";
    buyer.change("buyer");
    fixture.changed(buyer);

    assertThat(status().state()).isEqualTo(StrategyStatus.State.ACTIVE);
    assertThat(fixture.alarms.isActive("strategy.buyer")).isFalse();
  }

  @Test
  void aStrategyThatNeverReturnsFromItselfIsStoppedAlone() {
    fixture.add(new Recursive());
    Buyer buyer = added();
    trade();

    assertThat(fixture.control.list())
        .extracting(StrategyStatus::name, StrategyStatus::state)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("buyer", StrategyStatus.State.ACTIVE),
            org.assertj.core.groups.Tuple.tuple("a-recursive", StrategyStatus.State.FAILED));
    assertThat(buyer.told).contains("NEW NEW");
  }

  private static final class Recursive extends AcmeStrategy {
    Recursive() {
      super("a-recursive");
    }

    @Override
    @SuppressWarnings("InfiniteRecursion")
    public void onQuote(Quote quote) {
      onQuote(quote);
    }
  }
}
