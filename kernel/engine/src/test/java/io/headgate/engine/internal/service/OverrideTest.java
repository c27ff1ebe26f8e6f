package io.headgate.engine.internal.service;

import static io.headgate.engine.internal.service.EngineFixture.buy;
import static io.headgate.engine.internal.service.EngineFixture.sell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.model.decision.Decision;
import io.headgate.model.decision.Severity;
import io.headgate.model.decision.Unit;
import io.headgate.model.decision.Verdict;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.Originator;
import io.headgate.spi.control.ControlScope;
import io.headgate.spi.journal.JournalRecord;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.LimitRow;
import io.headgate.spi.override.OverrideGrant;
import io.headgate.spi.override.OverrideGrant.State;
import io.headgate.spi.rules.OrderContext;
import io.headgate.testkit.fake.InMemoryJournal;
import io.headgate.testkit.fake.SimpleRights;
import io.headgate.testkit.fake.UnlimitedRights;
import io.headgate.testkit.venue.VenueSimulator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A denied order goes once, by another person's leave, and only past the rules that denied it. */
class OverrideTest {

  private static final NewOrder LARGE = buy(50, "99");
  private static final LimitRow ROW =
      new LimitRow(
          "firm",
          "*",
          LimitKind.MAX_LONG_POSITION,
          20 * Fixed.ONE,
          Severity.BLOCK,
          Long.MIN_VALUE,
          Long.MAX_VALUE,
          "test",
          "test",
          "limits/test.csv:2");

  private final InMemoryJournal journal = InMemoryJournal.durableAtOnce();
  private final EngineFixture fixture =
      new EngineFixture(journal, new UnlimitedRights(), new VenueSimulator("sim")).started();
  private final OverrideFace overrides = new OverrideFace(fixture.engine);
  private volatile boolean alsoOtherwise;

  @BeforeEach
  void rules() {
    fixture.rules.set(this::judge);
  }

  private void judge(OrderContext order) {
    order.beginRule("size");
    if (order.getQuantity() > 10 * Fixed.ONE) {
      order.block("QTY_MAX", order.getQuantity(), 10 * Fixed.ONE, Unit.QTY);
    }
    if (alsoOtherwise) {
      order.beginRule("other");
      order.block("OTHER", 1, 0, Unit.COUNT);
    }
  }

  private ClOrdId denied() {
    Decision decision = fixture.submit(LARGE);
    assertThat(decision.reason()).isEqualTo("QTY_MAX");
    return decision.clOrdId();
  }

  private OverrideGrant latest() {
    return overrides.grants().get(0);
  }

  @Test
  void itGoesOnceAndTheJournalSaysByWhoseLeave() throws Exception {
    ClOrdId first = denied();
    overrides.grant(first, "olga", "client confirmed", 10);

    Decision let = fixture.submit(LARGE);

    assertThat(let.accepted()).isTrue();
    assertThat(let.reason()).isEmpty();
    assertThat(let.verdicts()).extracting(Verdict::severity).containsOnly(Severity.WARN);
    assertThat(let.verdicts()).extracting(Verdict::reason).contains("QTY_MAX", "OVERRIDE_USED");
    assertThat(let.verdicts().get(1).source()).contains("olga", "client confirmed");
    assertThat(fixture.order(let.clOrdId()).status()).isEqualTo(OrdStatus.NEW);
    List<Verdict> kept = new ArrayList<>();
    journal.read(
        let.sequence(),
        (sequence, entry) -> {
          kept.addAll(((JournalRecord.Decided) entry).decision().verdicts());
          return false;
        });
    assertThat(kept).isEqualTo(let.verdicts());
    assertThat(latest().state()).isEqualTo(State.USED);
    assertThat(fixture.submit(LARGE).reason()).isEqualTo("QTY_MAX");
  }

  @Test
  void anotherKeyIsStillTheSameOrder() {
    overrides.grant(denied(), "olga", "ok", 10);
    assertThat(fixture.submit(LARGE.withIdempotencyKey("again")).accepted()).isTrue();
  }

  @Test
  void whoAskedCannotLetItThrough() {
    ClOrdId mine = denied();
    assertThatThrownBy(() -> overrides.grant(mine, "tom", "I need it", 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("another person");
    assertThat(fixture.submit(LARGE).accepted()).isFalse();
  }

  @Test
  void onlyTheSameOrderGoes() {
    overrides.grant(denied(), "olga", "ok", 10);
    NewOrder others =
        NewOrder.limit(
            Originator.trader("ACC1", "eve"),
            LARGE.instrument(),
            LARGE.side(),
            LARGE.quantity(),
            LARGE.limitPrice(),
            LARGE.timeInForce());
    for (NewOrder other : List.of(buy(51, "99"), buy(50, "98"), sell(50, "101"), others)) {
      assertThat(fixture.submit(other).accepted()).as("%s", other).isFalse();
    }
    assertThat(fixture.submit(LARGE).accepted()).isTrue();
  }

  @Test
  void anotherReasonStillDenies() {
    overrides.grant(denied(), "olga", "ok", 10);
    alsoOtherwise = true;
    assertThat(fixture.submit(LARGE).accepted()).isFalse();
    assertThat(latest().state()).isEqualTo(State.STANDING);
    alsoOtherwise = false;
    assertThat(fixture.submit(LARGE).accepted()).isTrue();
  }

  @Test
  void itExpires() {
    ClOrdId first = denied();
    overrides.grant(first, "olga", "ok", 1);
    // Each quote takes a millisecond of its own.
    fixture.pass(59_998);
    assertThat(latest().state()).isEqualTo(State.STANDING);
    fixture.pass(0);
    assertThat(fixture.submit(LARGE).accepted()).isFalse();
    assertThat(latest().state()).isEqualTo(State.EXPIRED);
    assertThat(latest().ended()).isEqualTo(latest().expires());
  }

  @Test
  void itCanBeTakenBack() {
    ClOrdId first = denied();
    overrides.grant(first, "olga", "ok", 10);
    assertThat(overrides.revoke(first, "paul").by()).isEqualTo("paul");
    assertThat(fixture.submit(LARGE).accepted()).isFalse();
    assertThatThrownBy(() -> overrides.revoke(first, "paul")).hasMessageContaining("no override");
  }

  @Test
  void aKillStandsAboveIt() {
    overrides.grant(denied(), "olga", "ok", 10);
    fixture.control.kill(ControlScope.NODE, "ann", "stop").toCompletableFuture().join();
    Decision decision = fixture.submit(LARGE);
    assertThat(decision.reason()).isEqualTo("KILL_HALTED");
    assertThatThrownBy(() -> overrides.grant(decision.clOrdId(), "olga", "ok", 10))
        .hasMessageContaining("KILL_HALTED")
        .hasMessageContaining("cannot be overridden");
  }

  @Test
  void rightsStandAboveIt() {
    EngineFixture poor =
        new EngineFixture(
                InMemoryJournal.durableAtOnce(),
                new SimpleRights(List.of(ROW), 1),
                new VenueSimulator("sim"))
            .started();
    poor.rules.set(this::judge);
    OverrideFace face = new OverrideFace(poor.engine);
    face.grant(poor.submit(LARGE).clOrdId(), "olga", "ok", 10);

    Decision decision = poor.submit(LARGE);

    assertThat(decision.accepted()).isFalse();
    assertThat(decision.verdicts()).extracting(Verdict::reason).contains("RIGHTS_EXHAUSTED");
    assertThat(face.grants().get(0).state()).isEqualTo(State.STANDING);
    assertThatThrownBy(() -> face.grant(decision.clOrdId(), "olga", "ok", 10))
        .hasMessageContaining("cannot be overridden");
  }

  @Test
  void aFailingSetStandsAboveIt() {
    overrides.grant(denied(), "olga", "ok", 10);
    fixture.rules.set(
        order -> {
          judge(order);
          throw new ArithmeticException("long overflow");
        });
    assertThat(fixture.submit(LARGE).verdicts())
        .extracting(Verdict::reason)
        .contains("RULES_FAILED");
  }

  @Test
  void whatIsWrongIsSaid() {
    ClOrdId first = denied();
    ClOrdId small = fixture.submit(buy(1, "99")).clOrdId();
    assertThatThrownBy(() -> overrides.grant(small, "olga", "ok", 10))
        .hasMessageContaining("denied");
    assertThatThrownBy(() -> overrides.grant(ClOrdId.parse("N1-9-9"), "olga", "ok", 10))
        .hasMessageContaining("no decision");
    assertThatThrownBy(() -> overrides.grant(first, "olga", " ", 10)).hasMessageContaining("why");
    assertThatThrownBy(() -> overrides.grant(first, "olga", "ok", 61))
        .hasMessageContaining("expected 1 to 60");
    assertThatThrownBy(() -> overrides.grant(first, "olga", "ok", 0))
        .hasMessageContaining("expected 1 to 60");
    overrides.grant(first, "olga", "ok", 60);
    assertThatThrownBy(() -> overrides.grant(first, "olga", "ok", 10))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aRestartEndsThemAll() {
    overrides.grant(denied(), "olga", "ok", 10);
    EngineFixture again =
        new EngineFixture(journal.crashed(), new UnlimitedRights(), new VenueSimulator("sim"))
            .started();
    again.rules.set(this::judge);
    assertThat(again.submit(LARGE).accepted()).isFalse();
  }
}
