package io.headgate.engine.internal.service;

import io.headgate.model.decision.Unit;
import io.headgate.model.instrument.Instrument;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrderIntent;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.spi.rules.ContextImage;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.fake.InMemoryJournal;
import io.headgate.testkit.fake.UnlimitedRights;
import io.headgate.testkit.venue.Reaction;
import io.headgate.testkit.venue.VenueSimulator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** An engine whose venue fills at once, and what its rules see of an order. */
abstract class RiskFactsStage {

  static final Originator ROBOT = Originator.strategy("ACC1", "robot");
  static final long DAY_MILLIS = 86_400_000;

  final InMemoryJournal journal = InMemoryJournal.durableAtOnce();
  final VenueSimulator venue = new VenueSimulator("sim");
  EngineFixture fixture = new EngineFixture(journal, new UnlimitedRights(), venue);

  @BeforeEach
  void start() {
    fixture.started();
    venue.reacting(Reaction.FILL);
  }

  EngineFixture restarted() {
    return new EngineFixture(journal.crashed(), new UnlimitedRights(), new VenueSimulator("sim"))
        .started();
  }

  /** What the rules see of an order that they then block. */
  static ContextImage seen(EngineFixture fixture, OrderIntent order) {
    List<ContextImage> images = new ArrayList<>();
    fixture.rules.set(
        context -> {
          images.add(context.image());
          context.block("PROBE_ONLY", 0, 0, Unit.COUNT);
        });
    fixture.submit(order);
    fixture.rules.set(context -> {});
    return images.get(0);
  }

  long number(NewOrder order, ContextNumber field) {
    return seen(fixture, order).number(field);
  }

  String shown(NewOrder order, ContextNumber field) {
    return field.unit().format(number(order, field));
  }

  static NewOrder by(Originator who, Instrument what, Side side, long qty, String price) {
    return NewOrder.limit(
        who, what.id(), side, qty * Fixed.ONE, Fixed.parse(price), TimeInForce.GTC);
  }

  static NewOrder robot(Side side, long quantity, String price) {
    return by(ROBOT, FakeReferenceData.ACME, side, quantity, price);
  }
}
