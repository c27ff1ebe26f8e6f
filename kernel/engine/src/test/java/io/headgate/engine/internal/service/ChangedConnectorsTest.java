package io.headgate.engine.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.MarketBatch;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.OrderCommand;
import io.headgate.model.order.Side;
import io.headgate.spi.broker.BrokerConnector;
import io.headgate.spi.broker.BrokerContext;
import io.headgate.spi.broker.NotSentException;
import io.headgate.spi.broker.VenueSnapshot;
import io.headgate.testkit.fake.InMemoryJournal;
import io.headgate.testkit.fake.UnlimitedRights;
import io.headgate.testkit.venue.Reaction;
import io.headgate.testkit.venue.VenueSimulator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Settings that change under a running connector, and a connector that fails. */
class ChangedConnectorsTest {

  private final EngineFixture fixture = new EngineFixture().started();

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
}
