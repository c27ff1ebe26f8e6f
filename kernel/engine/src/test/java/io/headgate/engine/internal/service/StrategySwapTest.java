package io.headgate.engine.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.headgate.model.market.Quote;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.CancelOrder;
import io.headgate.model.order.Order;
import io.headgate.model.order.OrderCommand;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import io.headgate.spi.broker.Outbound;
import io.headgate.spi.strategy.StrategyContext;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** I8: a strategy that is replaced or taken away loses no order, doubles none. */
class StrategySwapTest {

  private static final int QUOTES = 4_000;
  private static final int SWAPS = 40;

  private final EngineFixture fixture =
      new EngineFixture(
              InMemoryJournal.durableAtOnce(),
              new UnlimitedRights(),
              new VenueSimulator("sim"),
              FakeNodeInfo.live())
          .started();

  @AfterEach
  void stop() {
    fixture.engine.close();
  }

  private void quotes(int count) {
    for (int i = 0; i < count; i++) {
      fixture.quote(FakeReferenceData.ACME, "99.99", "100.01");
    }
  }

  private AutoCloseable route() {
    Outbound outbound = fixture.control;
    return outbound.onApproved(command -> outbound.dispatch(command.broker(), command));
  }

  @Test
  void replacedUnderLoadEveryOrderIsDecidedSentAndFilledOnce() throws Exception {
    fixture.venue.reacting(Reaction.FILL);
    AtomicLong asked = new AtomicLong();
    AtomicInteger running = new AtomicInteger();
    try (AutoCloseable route = route()) {
      Thread market = new Thread(() -> quotes(QUOTES));
      Buyer current = new Buyer("swapped", asked, running);
      fixture.add(current);
      market.start();
      for (int i = 0; i < SWAPS; i++) {
        Buyer next = new Buyer("swapped", asked, running);
        long before = asked.get();
        fixture.remove(current);
        assertThat(running).hasValue(0);
        fixture.add(next);
        assertThat(running).hasValue(1);
        current = next;
        await()
            .atMost(Duration.ofSeconds(30))
            .pollInterval(Duration.ofMillis(5))
            .until(() -> asked.get() > before || !market.isAlive());
      }
      market.join();
      quotes(1);
      assertThat(fixture.control.drain(30_000)).isTrue();
    }

    assertThat(asked.get()).isPositive();
    List<OrderCommand> sent = fixture.venue.commands();
    assertThat(sent).hasSize(Math.toIntExact(asked.get()));
    assertThat(sent.stream().map(OrderCommand::clOrdId).distinct().count()).isEqualTo(sent.size());
    assertThat(fixture.position()).isEqualTo(asked.get());
    assertThat(fixture.orders.openOrders()).isEmpty();
  }

  @Test
  void openOrdersStayTheEnginesAndTheNextVersionFindsThem() throws Exception {
    fixture.venue.reacting(Reaction.ACKNOWLEDGE);
    try (AutoCloseable route = route()) {
      // The first prices must be behind it: it buys at each quote that it sees.
      await().atMost(Duration.ofSeconds(30)).until(() -> fixture.control.counters().ticks() >= 2);
      Buyer first = new Buyer("keeper", new AtomicLong(), new AtomicInteger());
      fixture.add(first);
      quotes(1);
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> fixture.venue.snapshot().openOrders().size() == 1);
      fixture.remove(first);
      assertThat(fixture.control.list()).isEmpty();
      assertThat(fixture.orders.openOrders()).hasSize(1);
      Order open = fixture.orders.openOrders().get(0);

      Canceller second = new Canceller();
      fixture.add(second);

      assertThat(second.found).extracting(Order::id).containsExactly(open.id());
      await().atMost(Duration.ofSeconds(10)).until(() -> fixture.orders.openOrders().isEmpty());
      assertThat(fixture.venue.snapshot().openOrders()).isEmpty();
    }
  }

  @Test
  void whatWasStoppedSubmitsNoMore() {
    Buyer old = new Buyer("swapped", new AtomicLong(), new AtomicInteger());
    fixture.add(old);
    fixture.remove(old);

    assertThatThrownBy(old::buy)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("swapped has been stopped");
  }

  @Test
  void theSecondOfOneNameWaitsUntilTheFirstIsGone() {
    AtomicInteger running = new AtomicInteger();
    Buyer first = new Buyer("twin", new AtomicLong(), running);
    Buyer second = new Buyer("twin", new AtomicLong(), running);
    fixture.add(first);
    fixture.add(second);

    assertThat(running).hasValue(1);
    assertThat(second.hasStarted()).isFalse();
    assertThat(fixture.control.list())
        .extracting(StrategyStatus::state)
        .containsExactly(StrategyStatus.State.ACTIVE, StrategyStatus.State.FAILED);
    assertThat(fixture.control.list().get(1).reason()).contains("'twin' is taken");
    assertThat(fixture.alarms.isActive("strategy.twin.name")).isTrue();

    fixture.remove(first);

    assertThat(running).hasValue(1);
    assertThat(second.hasStarted()).isTrue();
    assertThat(fixture.control.list())
        .extracting(StrategyStatus::state)
        .containsExactly(StrategyStatus.State.ACTIVE);
    assertThat(fixture.alarms.isActive("strategy.twin.name")).isFalse();
  }

  @Test
  void whoTakesChangedSettingsKeepsItsNameAndWhoIsRenamedFreesIt() {
    AtomicInteger running = new AtomicInteger();
    Buyer first = new Buyer("twin", new AtomicLong(), running);
    Buyer second = new Buyer("twin", new AtomicLong(), running);
    fixture.add(first);
    fixture.add(second);

    first.change("twin");
    fixture.changed(first);
    assertThat(second.hasStarted()).isFalse();
    assertThat(running).hasValue(1);

    second.change("other");
    fixture.changed(second);
    assertThat(fixture.control.list())
        .extracting(StrategyStatus::name, StrategyStatus::state)
        .containsExactly(
            tuple("other", StrategyStatus.State.ACTIVE),
            tuple("twin", StrategyStatus.State.ACTIVE));
    assertThat(running).hasValue(2);
  }

  /** Buys one at each quote. */
  private static class Buyer extends AcmeStrategy {
    private final AtomicLong generation = new AtomicLong();
    private final AtomicLong asked;
    private final AtomicInteger running;

    Buyer(String name, AtomicLong asked, AtomicInteger running) {
      super(name);
      this.asked = asked;
      this.running = running;
    }

    void change(String newName) {
      rename(newName);
      generation.incrementAndGet();
    }

    @Override
    public long generation() {
      return generation.get();
    }

    @Override
    public void start(StrategyContext given) {
      super.start(given);
      running.incrementAndGet();
    }

    @Override
    public void stop() {
      running.decrementAndGet();
    }

    @Override
    public void onQuote(Quote quote) {
      buy();
    }

    void buy() {
      context().submit(context().limitOrder(ACME, Side.BUY, Fixed.ONE, 100 * Fixed.ONE));
      asked.incrementAndGet();
    }
  }

  /** Cancels what it finds at its start. */
  private static final class Canceller extends Buyer {
    private final List<Order> found = new ArrayList<>();

    Canceller() {
      super("keeper", new AtomicLong(), new AtomicInteger());
    }

    @Override
    public void start(StrategyContext given) {
      found.addAll(given.openOrders());
      for (Order order : found) {
        given.submit(new CancelOrder(Originator.strategy("ACC1", "keeper"), "", order.id()));
      }
    }

    @Override
    public void onQuote(Quote quote) {}
  }
}
