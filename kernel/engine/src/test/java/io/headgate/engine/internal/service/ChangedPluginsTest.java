package io.headgate.engine.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.MarketBatch;
import io.headgate.model.market.Quote;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.Order;
import io.headgate.model.order.OrderCommand;
import io.headgate.model.order.Side;
import io.headgate.spi.broker.BrokerConnector;
import io.headgate.spi.broker.BrokerContext;
import io.headgate.spi.broker.NotSentException;
import io.headgate.spi.broker.VenueSnapshot;
import io.headgate.spi.strategy.Strategy;
import io.headgate.spi.strategy.StrategyContext;
import io.headgate.spi.strategy.StrategyStatus;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.fake.InMemoryJournal;
import io.headgate.testkit.fake.UnlimitedRights;
import io.headgate.testkit.venue.Reaction;
import io.headgate.testkit.venue.VenueSimulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Settings that change under running strategies and connectors, and what was not sent. */
class ChangedPluginsTest {

  private final EngineFixture fixture = new EngineFixture().started();

  /** Buys once, one tick above nothing, and notes everything that it is told. */
  private static final class Buyer implements Strategy {
    private final List<String> told = new ArrayList<>();
    private @Nullable StrategyContext context;
    private String name = "buyer";
    private String fault = "";
    private long generation;
    private boolean wants = true;

    private void change(String newName) {
      name = newName;
      generation++;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public String account() {
      return "ACC1";
    }

    @Override
    public long generation() {
      return generation;
    }

    @Override
    public Set<InstrumentId> subscriptions() {
      return Set.of(FakeReferenceData.ACME.id());
    }

    @Override
    public void start(StrategyContext newContext) {
      if (!fault.isEmpty()) {
        throw new IllegalStateException(fault);
      }
      context = newContext;
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
      StrategyContext asked = context;
      if (wants && asked != null) {
        wants = false;
        asked.submit(asked.limitOrder(quote.instrument(), Side.BUY, 5 * Fixed.ONE, 90 * Fixed.ONE));
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
    fixture.engine.withStrategies(
        host -> {
          host.add(buyer);
          return true;
        });
    return buyer;
  }

  private void changed(Strategy strategy) {
    fixture.engine.withStrategies(
        host -> {
          host.changed(strategy);
          return true;
        });
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
    changed(buyer);

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
    changed(buyer);
    trade();

    assertThat(buyer.told).containsExactly("start 0", "NEW NEW");
  }

  @Test
  void underANewNameTheOrdersOfTheOldOneAreCancelled() {
    Buyer buyer = added();
    trade();
    ClOrdId id = fixture.orders.openOrders().get(0).id();

    buyer.change("other");
    changed(buyer);

    assertThat(fixture.order(id).status()).isEqualTo(OrdStatus.CANCELED);
    assertThat(fixture.control.list()).extracting(StrategyStatus::name).containsExactly("other");
    assertThat(buyer.told).last().isEqualTo("start 0");
  }

  @Test
  void whatAnOperatorHasStoppedStaysStopped() {
    Buyer buyer = added();
    fixture.control.stop("buyer");
    buyer.change("buyer");
    changed(buyer);

    assertThat(status().state()).isEqualTo(StrategyStatus.State.STOPPED);
    fixture.control.start("buyer");
    assertThat(status().state()).isEqualTo(StrategyStatus.State.ACTIVE);
  }

  @Test
  void wrongFromTheStartItIsShownFailedAndStartsOnceItIsRight() {
    Buyer buyer = new Buyer();
    buyer.fault = "etc/buyer.cfg: quantity is 'x', expected a number";
    fixture.engine.withStrategies(
        host -> {
          host.add(buyer);
          return true;
        });
    assertThat(status().state()).isEqualTo(StrategyStatus.State.FAILED);
    assertThat(status().reason()).isEqualTo(buyer.fault);
    assertThat(fixture.alarms.isActive("strategy.buyer")).isTrue();

    buyer.fault = "";
    buyer.change("buyer");
    changed(buyer);

    assertThat(status().state()).isEqualTo(StrategyStatus.State.ACTIVE);
    assertThat(fixture.alarms.isActive("strategy.buyer")).isFalse();
  }

  /** The simulated venue behind a session with settings. */
  private static final class Session implements BrokerConnector {
    private final VenueSimulator venue = new VenueSimulator("session");
    private final List<String> calls = new ArrayList<>();
    private long generation;
    private @Nullable Throwable onStart;
    private @Nullable LinkageError onSend;
    private Runnable onStop = () -> {};

    @Override
    public String name() {
      return "session";
    }

    @Override
    public boolean serves(String code) {
      return true;
    }

    @Override
    public long generation() {
      return generation;
    }

    @Override
    public void start(BrokerContext context) {
      calls.add("start");
      if (onStart instanceof RuntimeException e) {
        throw e;
      }
      venue.start(context);
    }

    @Override
    public void stop() {
      calls.add("stop");
      onStop.run();
      venue.stop();
    }

    @Override
    public void send(OrderCommand command) throws NotSentException {
      if (onSend != null) {
        throw onSend;
      }
      venue.send(command);
    }

    @Override
    public void requestStatus(ClOrdId clOrdId, InstrumentId instrument, Side side) {
      venue.requestStatus(clOrdId, instrument, side);
    }

    @Override
    public void onMarket(MarketBatch batch, int from, int to) {}

    @Override
    public VenueSnapshot snapshot() {
      return venue.snapshot();
    }
  }

  private Session session() {
    Session session = new Session();
    fixture.engine.lanes().remove(fixture.venue);
    fixture.engine.lanes().add(session);
    return session;
  }

  @Test
  void aConnectorTakesChangedSettingsAndTradesOn() {
    Session session = session();
    ClOrdId before = fixture.submit(EngineFixture.buy(1, "99")).clOrdId();
    fixture.engine.lanes().changed(session);
    assertThat(session.calls).containsExactly("start");

    session.generation++;
    fixture.engine.lanes().changed(session);

    assertThat(session.calls).containsExactly("start", "stop", "start");
    ClOrdId after = fixture.submit(EngineFixture.buy(1, "98")).clOrdId();
    assertThat(fixture.order(before).status()).isEqualTo(OrdStatus.NEW);
    assertThat(fixture.order(after).status()).isEqualTo(OrdStatus.NEW);
  }

  @Test
  void whatTheVenueDidWhileAConnectorTookItsSettingsIsAskedFor() {
    Session session = session();
    ClOrdId filled = fixture.submit(EngineFixture.buy(5, "99")).clOrdId();
    session.onStop =
        () -> {
          session.venue.link(VenueSimulator.Link.DOWN);
          session.venue.fillRest(filled);
          session.venue.link(VenueSimulator.Link.UP);
        };

    session.generation++;
    fixture.engine.lanes().changed(session);

    assertThat(fixture.order(filled).status()).isEqualTo(OrdStatus.FILLED);
    assertThat(fixture.position()).isEqualTo(5);
  }

  @Test
  void ordersOfAConnectorThatDoesNotComeBackAreInDoubtWithTheirRights() {
    Session session = session();
    ClOrdId open = fixture.submit(EngineFixture.buy(5, "99")).clOrdId();
    session.onStart = new IllegalStateException("no such host");

    session.generation++;
    fixture.engine.lanes().changed(session);

    assertThat(fixture.order(open).status()).isEqualTo(OrdStatus.UNKNOWN);
    assertThat(((UnlimitedRights) fixture.rights).reserved()).isEqualTo(5 * Fixed.ONE);
    session.onStart = null;
    session.generation++;
    fixture.engine.lanes().changed(session);
    assertThat(fixture.order(open).status()).isEqualTo(OrdStatus.NEW);
  }

  @Test
  void anOrderThatHasNotReachedItsLaneIsNotTakenBackForChangedSettings() {
    InMemoryJournal journal = InMemoryJournal.durableOnDemand();
    EngineFixture slow =
        new EngineFixture(journal, new UnlimitedRights(), new VenueSimulator("sim"));
    StartedOnDemand.start(slow, journal);
    Session session = new Session();
    slow.engine.lanes().remove(slow.venue);
    slow.engine.lanes().add(session);
    ClOrdId waits = slow.submit(EngineFixture.buy(1, "99")).clOrdId();

    session.generation++;
    slow.engine.lanes().changed(session);
    journal.commit();

    assertThat(slow.order(waits).status()).isEqualTo(OrdStatus.NEW);
    assertThat(session.venue.commands()).hasSize(1);
  }

  @Test
  void aConnectorThatCannotStartSendsNothingAndSaysSo() {
    Session session = new Session();
    session.onStart = new IllegalStateException("no such host");
    fixture.engine.lanes().remove(fixture.venue);
    fixture.engine.lanes().add(session);
    ClOrdId id = fixture.submit(EngineFixture.buy(1, "99")).clOrdId();

    assertThat(fixture.order(id).status()).isEqualTo(OrdStatus.DENIED);
    assertThat(fixture.order(id).text()).isEqualTo("BROKER_DOWN");
    assertThat(fixture.alarms.isActive("broker.session")).isTrue();

    session.onStart = null;
    session.generation++;
    fixture.engine.lanes().changed(session);
    assertThat(fixture.alarms.isActive("broker.session")).isFalse();
    ClOrdId next = fixture.submit(EngineFixture.buy(1, "99")).clOrdId();
    assertThat(fixture.order(next).status()).isEqualTo(OrdStatus.NEW);
  }

  @Test
  void aConnectorWithAMissingClassLeavesItsOrderInDoubtAndTheLaneGoesOn() {
    Session session = session();
    session.onSend = new NoClassDefFoundError("a/b/C");
    ClOrdId id = fixture.submit(EngineFixture.buy(1, "99")).clOrdId();
    assertThat(fixture.order(id).status()).isEqualTo(OrdStatus.UNKNOWN);

    session.onSend = null;
    session.venue.reacting(Reaction.ACKNOWLEDGE);
    ClOrdId next = fixture.submit(EngineFixture.buy(1, "98")).clOrdId();
    assertThat(fixture.order(next).status()).isEqualTo(OrdStatus.NEW);
    fixture.pass(1_500);
    assertThat(fixture.order(id).status()).isEqualTo(OrdStatus.REJECTED);
  }

  @Test
  void aStrategyThatNeverReturnsFromItselfIsStoppedAlone() {
    fixture.engine.withStrategies(
        host -> {
          host.add(new Recursive());
          return true;
        });
    Buyer buyer = added();
    trade();

    assertThat(fixture.control.list())
        .extracting(StrategyStatus::name, StrategyStatus::state)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("buyer", StrategyStatus.State.ACTIVE),
            org.assertj.core.groups.Tuple.tuple("a-recursive", StrategyStatus.State.FAILED));
    assertThat(buyer.told).contains("NEW NEW");
  }

  private static final class Recursive implements Strategy {
    @Override
    public String name() {
      return "a-recursive";
    }

    @Override
    public String account() {
      return "ACC1";
    }

    @Override
    public Set<InstrumentId> subscriptions() {
      return Set.of(FakeReferenceData.ACME.id());
    }

    @Override
    public void start(StrategyContext context) {}

    @Override
    @SuppressWarnings("InfiniteRecursion")
    public void onQuote(Quote quote) {
      onQuote(quote);
    }
  }
}
