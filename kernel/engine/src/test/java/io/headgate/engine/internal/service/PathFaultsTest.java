package io.headgate.engine.internal.service;

import static io.headgate.engine.internal.service.EngineFixture.buy;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.decision.Decision;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.MarketBatch;
import io.headgate.model.market.Quote;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.CancelOrder;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.OrderCommand;
import io.headgate.model.order.OrderIntent;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.spi.broker.BrokerConnector;
import io.headgate.spi.broker.BrokerContext;
import io.headgate.spi.broker.VenueSnapshot;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.order.OrderEntryException;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.fake.InMemoryJournal;
import io.headgate.testkit.fake.UnlimitedRights;
import io.headgate.testkit.venue.VenueSimulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever fails within the path: there is an answer, and no order (invariant I4). */
class PathFaultsTest {

  private final InMemoryJournal journal = InMemoryJournal.durableAtOnce();
  private final UnlimitedRights rights = new UnlimitedRights();
  private final EngineFixture fixture =
      new EngineFixture(journal, rights, new VenueSimulator("sim")).started();

  static List<Throwable> faults() {
    return List.of(
        new IllegalStateException("a bug"),
        new NoClassDefFoundError("a/b/C"),
        new StackOverflowError("deep"));
  }

  private static RuntimeException raised(Throwable fault) {
    if (fault instanceof Error e) {
      throw e;
    }
    return (RuntimeException) fault;
  }

  @ParameterizedTest
  @MethodSource("faults")
  void rulesThatFailDenyWithThatReason(Throwable fault) {
    fixture.rules.set(
        context -> {
          throw raised(fault);
        });

    assertThat(fixture.submit(buy(1, "99")).reason()).isEqualTo("RULES_FAILED");
    assertThat(rights.reserved()).isZero();
    fixture.rules.set(context -> {});
    assertThat(fixture.submit(buy(1, "99")).accepted()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void whatElseFailsIsAnswered(Throwable fault) {
    fixture.limits.set(
        subject -> {
          throw raised(fault);
        });
    fixture.offer(buy(1, "99"));

    assertThat(fixture.decided).isEmpty();
    assertThat(fixture.failures)
        .extracting(OrderEntryException::reason)
        .containsExactly(OrderEntryException.Reason.FAILED);
    assertThat(fixture.venue.commands()).isEmpty();
    assertThat(rights.reserved()).isZero();
    assertThat(fixture.alarms.isActive("engine.path")).isTrue();
    fixture.limits.set(ResolvedLimits.none());
    assertThat(fixture.submit(buy(1, "99")).accepted()).isTrue();
  }

  /** Asks once for an order, then for its cancel; remembers what became of it. */
  private static final class Bidder extends AcmeStrategy {
    private final List<OrderIntent> undecided = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();
    private int quotes;

    Bidder() {
      super("bidder");
    }

    @Override
    public void onQuote(Quote quote) {
      quotes++;
      context()
          .submit(context().limitOrder(quote.instrument(), Side.BUY, Fixed.ONE, 90 * Fixed.ONE));
    }

    @Override
    public void onDecision(Decision decision) {
      decisions.add(decision);
    }

    @Override
    public void onUndecided(OrderIntent intent, String reason) {
      assertThat(reason).isNotBlank();
      undecided.add(intent);
    }
  }

  private Bidder bidder() {
    Bidder bidder = new Bidder();
    fixture.add(bidder);
    return bidder;
  }

  private void quote() {
    fixture.quote(FakeReferenceData.ACME, "99.99", "100.01");
  }

  @Test
  void aStrategyIsToldThatThereIsNoDecision() {
    Bidder bidder = bidder();
    journal.fillUp();
    quote();

    assertThat(bidder.quotes).isEqualTo(1);
    assertThat(bidder.decisions).isEmpty();
    assertThat(bidder.undecided).hasSize(1).allMatch(NewOrder.class::isInstance);
  }

  @Test
  void aCancelThatCouldNotBeJournalledIsTooAndGoesAllTheSame() {
    Bidder bidder = bidder();
    quote();
    ClOrdId id = bidder.decisions.get(0).clOrdId();
    journal.fail();
    bidder.context().submit(new CancelOrder(Originator.strategy("ACC1", "bidder"), "", id));

    assertThat(bidder.undecided).hasSize(1).allMatch(CancelOrder.class::isInstance);
    assertThat(fixture.venue.commands()).anyMatch(OrderCommand.Cancel.class::isInstance);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aStrategyHearsOfAFailureOfThePathToo(Throwable fault) {
    Bidder bidder = bidder();
    fixture.limits.set(
        subject -> {
          throw raised(fault);
        });
    quote();

    assertThat(bidder.undecided).hasSize(1);
  }

  /** A connector that fails in its answers. */
  private static final class Faulty implements BrokerConnector {
    private final Throwable fault;
    private boolean well;

    Faulty(Throwable fault) {
      this.fault = fault;
    }

    @Override
    public String name() {
      return "a-faulty";
    }

    @Override
    public boolean serves(String venue) {
      if (!well) {
        throw raised(fault);
      }
      return false;
    }

    @Override
    public long generation() {
      return well ? 1 : 0;
    }

    @Override
    public void start(BrokerContext context) {}

    @Override
    public void stop() {}

    @Override
    public void send(OrderCommand command) {}

    @Override
    public void requestStatus(ClOrdId clOrdId, InstrumentId instrument, Side side) {}

    @Override
    public boolean wantsMarket() {
      if (!well) {
        throw raised(fault);
      }
      return false;
    }

    @Override
    public VenueSnapshot snapshot() {
      return new VenueSnapshot(Map.of(), Map.of());
    }
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aConnectorThatCannotSayWhatItServesServesNothing(Throwable fault) {
    Faulty faulty = new Faulty(fault);
    fixture.engine.lanes().add(faulty);

    Decision decision = fixture.submit(buy(1, "99"));
    assertThat(decision.accepted()).isTrue();
    assertThat(decision.broker()).as("the next by name").isEqualTo("sim");
    assertThat(fixture.order(decision.clOrdId()).status()).isEqualTo(OrdStatus.NEW);
    NewOrder named =
        new NewOrder(
            EngineFixture.ME,
            "",
            FakeReferenceData.ACME.id(),
            Side.BUY,
            buy(1, "99").type(),
            Fixed.ONE,
            98 * Fixed.ONE,
            TimeInForce.GTC,
            0,
            "a-faulty");
    assertThat(fixture.submit(named).reason()).isEqualTo("INSTRUMENT_NO_ROUTE");
    assertThat(fixture.alarms.isActive("broker.a-faulty.fault")).isTrue();

    faulty.well = true;
    fixture.engine.lanes().changed(faulty);
    assertThat(fixture.alarms.isActive("broker.a-faulty.fault")).isFalse();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aConnectorThatFailsOverMarketDataTakesThemFromNobody(Throwable fault) {
    fixture.engine.lanes().add(new Faulty(fault));
    Bidder bidder = bidder();
    MarketBatch batch =
        MarketBatch.builder("test")
            .quote(
                FakeReferenceData.ACME.id(),
                fixture.time() + 1,
                fixture.time() + 1,
                99 * Fixed.ONE,
                Fixed.ONE,
                101 * Fixed.ONE,
                Fixed.ONE)
            .build();
    fixture.engine.market(batch);

    assertThat(bidder.quotes).isEqualTo(1);
    assertThat(fixture.alarms.isActive("broker.a-faulty.fault")).isTrue();
    assertThat(fixture.alarms.isActive("engine.task")).isFalse();
  }
}
