package io.headgate.engine.internal.service;

import static io.headgate.engine.internal.service.EngineFixture.buy;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.internal.ledger.EngineState;
import io.headgate.model.decision.Unit;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.CancelOrder;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.fake.InMemoryJournal;
import io.headgate.testkit.fake.UnlimitedRights;
import io.headgate.testkit.venue.Reaction;
import io.headgate.testkit.venue.VenueSimulator;
import org.junit.jupiter.api.Test;

/** What a node remembers does not grow for ever, and what it must remember it does. */
class MemoryTest {

  /** Of the fixture. */
  private static final int ENDED_KEPT = 1_000;

  private static final long DAY_MILLIS = 86_400_000;

  private final InMemoryJournal journal = InMemoryJournal.durableAtOnce();
  private final VenueSimulator venue = new VenueSimulator("sim");
  private final EngineFixture fixture =
      new EngineFixture(journal, new UnlimitedRights(), venue).started();

  @Test
  void tradesOfForgottenOrdersAreForgottenAndThoseOfOpenOnesNever() {
    ClOrdId open = fixture.submit(buy(10, "99")).clOrdId();
    venue.fill(open, Fixed.ONE, 0);
    venue.reacting(Reaction.FILL);
    for (int i = 0; i < ENDED_KEPT + 200; i++) {
      fixture.submit(buy(1, "100"));
    }
    assertThat(fixture.engine.ask(EngineState::rememberedTrades)).isEqualTo(ENDED_KEPT + 201);
    long position = fixture.position();

    fixture.pass(12 * DAY_MILLIS);

    assertThat(fixture.engine.ask(EngineState::rememberedTrades)).isEqualTo(ENDED_KEPT + 1);
    // The venue tells every trade of the open order again, however old.
    venue.requestStatus(open, FakeReferenceData.ACME.id(), Side.BUY);
    assertThat(fixture.control.counters().duplicateFills()).isEqualTo(1);
    assertThat(fixture.position()).isEqualTo(position);

    EngineFixture again =
        new EngineFixture(journal.crashed(), new UnlimitedRights(), new VenueSimulator("sim"))
            .started();
    assertThat(again.engine.ask(EngineState::rememberedTrades)).isEqualTo(ENDED_KEPT + 1);
    assertThat(again.position()).isEqualTo(position);
  }

  @Test
  void howeverManyAreDeniedALateFillFindsItsOrder() {
    ClOrdId late = fixture.submit(buy(10, "99")).clOrdId();
    venue.cancel(late);
    fixture.rules.set(context -> context.block("PROBE_ONLY", 0, 0, Unit.COUNT));
    ClOrdId denied = fixture.submit(buy(1, "100")).clOrdId();
    for (int i = 0; i < ENDED_KEPT + 200; i++) {
      fixture.submit(buy(1, "100"));
    }
    assertThat(fixture.orders.order(denied)).as("those are forgotten").isNull();
    assertThat(fixture.orders.latestOrders(10)).hasSize(10);

    venue.fill(late, Fixed.ONE, 0);
    assertThat(fixture.position()).isEqualTo(1);
    assertThat(fixture.alarms.isActive("execution.orphan")).isFalse();
    EngineFixture again =
        new EngineFixture(journal.crashed(), new UnlimitedRights(), new VenueSimulator("sim"))
            .started();
    assertThat(again.position()).as("after a restart").isEqualTo(1);
  }

  private static int names(EngineFixture of) {
    return of.engine.ask(state -> state.recentOrders().names());
  }

  @Test
  void madeUpNamesAreNotRemembered() {
    for (int i = 0; i < 500; i++) {
      Originator nobody = new Originator("NOBODY" + i, "tom", "made-up-" + i);
      fixture.submit(
          NewOrder.limit(
              nobody,
              FakeReferenceData.ACME.id(),
              Side.BUY,
              Fixed.ONE,
              99 * Fixed.ONE,
              TimeInForce.GTC));
      fixture.submit(new CancelOrder(nobody, "", new ClOrdId("N1", 1, 999_999)));
    }
    assertThat(names(fixture)).isZero();

    EngineFixture again =
        new EngineFixture(journal.crashed(), new UnlimitedRights(), new VenueSimulator("sim"))
            .started();
    assertThat(names(again)).isZero();
    fixture.submit(buy(1, "99"));
    assertThat(names(fixture)).isEqualTo(3);
  }
}
