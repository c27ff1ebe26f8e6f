package io.headgate.engine.internal.service;

import static io.headgate.engine.internal.service.EngineFixture.ME;
import static io.headgate.engine.internal.service.EngineFixture.buy;
import static io.headgate.engine.internal.service.EngineFixture.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.decision.Decision;
import io.headgate.model.decision.Severity;
import io.headgate.model.decision.Unit;
import io.headgate.model.decision.Verdict;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.CancelOrder;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.OrdType;
import io.headgate.model.order.OrderCommand;
import io.headgate.model.order.Originator;
import io.headgate.model.order.ReplaceOrder;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.spi.journal.JournalRecord;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.order.OrderEntryException;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.fake.InMemoryJournal;
import io.headgate.testkit.fake.UnlimitedRights;
import io.headgate.testkit.venue.Reaction;
import io.headgate.testkit.venue.VenueSimulator;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The one way of an order, step by step. */
class OrderPathTest {

  private final EngineFixture fixture = new EngineFixture().started();

  @Test
  void anAcceptedOrderReachesTheVenueWithItsClOrdId() {
    Decision decision = fixture.submit(buy(10, "100"));

    assertThat(decision.accepted()).isTrue();
    assertThat(decision.broker()).isEqualTo("sim");
    assertThat(fixture.venue.commands()).hasSize(1);
    assertThat(fixture.venue.commands().get(0).clOrdId()).isEqualTo(decision.clOrdId());
    assertThat(fixture.order(decision.clOrdId()).status()).isEqualTo(OrdStatus.NEW);
  }

  @Test
  void nothingLeavesBeforeItsDecisionIsDurable() {
    InMemoryJournal journal = InMemoryJournal.durableOnDemand();
    EngineFixture slow =
        new EngineFixture(journal, new UnlimitedRights(), new VenueSimulator("sim"));
    StartedOnDemand.start(slow, journal);

    slow.offer(buy(10, "100"));
    assertThat(slow.venue.commands()).isEmpty();
    assertThat(slow.durable).isEmpty();

    journal.commit();
    assertThat(slow.venue.commands()).hasSize(1);
    assertThat(slow.durable).hasSize(1);
  }

  @Test
  void whatWaitsTooLongForTheDiskIsTakenBackAndNeverSent() {
    InMemoryJournal journal = InMemoryJournal.durableOnDemand();
    EngineFixture slow =
        new EngineFixture(journal, new UnlimitedRights(), new VenueSimulator("sim"));
    StartedOnDemand.start(slow, journal);
    slow.offer(buy(10, "100"));
    ClOrdId id = slow.decided.get(0).clOrdId();

    slow.pass(8_000);

    assertThat(slow.order(id).status()).isEqualTo(OrdStatus.DENIED);
    assertThat(((UnlimitedRights) slow.rights).reserved()).isZero();
    journal.commit();
    slow.pass(8_000);
    assertThat(slow.venue.commands()).isEmpty();
  }

  @Test
  void deniedOrdersAreJournalledWithEveryReasonAndSentNowhere() {
    fixture.rules.set(
        context -> {
          context.beginRule("first");
          context.block("QTY_MAX", LimitKind.MAX_ORDER_QTY, context.getQuantity());
          context.beginRule("second");
          context.warn("NOTIONAL_HIGH", context.getNotional(), 5, Unit.AMOUNT);
          context.block("OTHER_REASON", 1, 2, Unit.COUNT);
        });

    Decision decision = fixture.submit(buy(10, "100"));

    assertThat(decision.accepted()).isFalse();
    assertThat(decision.reason()).isEqualTo("QTY_MAX");
    assertThat(decision.verdicts())
        .extracting(Verdict::rule, Verdict::severity, Verdict::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("first", Severity.BLOCK, "QTY_MAX"),
            org.assertj.core.groups.Tuple.tuple("second", Severity.WARN, "NOTIONAL_HIGH"),
            org.assertj.core.groups.Tuple.tuple("second", Severity.BLOCK, "OTHER_REASON"));
    assertThat(fixture.venue.commands()).isEmpty();
    assertThat(fixture.order(decision.clOrdId()).status()).isEqualTo(OrdStatus.DENIED);
    assertThat(((InMemoryJournal) fixture.journal).records(JournalRecord.Decided.class)).hasSize(1);
  }

  @Test
  void everyUnknownDenies() {
    assertReason("ACCOUNT_UNKNOWN", withOriginator(Originator.trader("NOBODY", "tom")));
    assertReason("INSTRUMENT_UNKNOWN", withInstrument("NOPE.SIM"));
    assertReason("MARKET_MISSING", withInstrument("CORP.SIM"));
    assertReason("PRICE_TICK", buy(10, "100.001"));
    NewOrder oddLot = buy(1, "100");
    assertReason(
        "LOT_SIZE",
        new NewOrder(
            ME,
            "",
            oddLot.instrument(),
            Side.BUY,
            OrdType.LIMIT,
            Fixed.ONE / 2,
            oddLot.limitPrice(),
            TimeInForce.DAY,
            0,
            ""));
    fixture.limits.set(subject -> null);
    assertReason("LIMITS_UNAVAILABLE", buy(10, "100"));
    fixture.limits.set(ResolvedLimits.none());
    fixture.rules.set(
        context -> {
          throw new IllegalStateException("broken rule");
        });
    assertReason("RULES_FAILED", buy(10, "100"));
    fixture.pass(20_000);
    assertReason("MARKET_STALE", buy(10, "100"));
  }

  private void assertReason(String reason, NewOrder order) {
    assertThat(fixture.submit(order).reason()).isEqualTo(reason);
    assertThat(fixture.venue.commands()).isEmpty();
  }

  private static NewOrder withOriginator(Originator originator) {
    return NewOrder.limit(
        originator,
        FakeReferenceData.ACME.id(),
        Side.BUY,
        Fixed.ONE,
        100 * Fixed.ONE,
        TimeInForce.DAY);
  }

  private static NewOrder withInstrument(String id) {
    return NewOrder.limit(
        ME, InstrumentId.parse(id), Side.BUY, Fixed.ONE, 100 * Fixed.ONE, TimeInForce.DAY);
  }

  @Test
  void aMarketOrderGoesOutAsALimitAtTheCollar() {
    fixture.limits.set(
        ResolvedLimits.builder(Long.MAX_VALUE)
            .block(LimitKind.PRICE_COLLAR, 100 * Fixed.ONE, "limits/x.csv:2")
            .build());

    fixture.submit(NewOrder.market(ME, FakeReferenceData.ACME.id(), Side.BUY, 10 * Fixed.ONE));

    OrderCommand.Send sent = (OrderCommand.Send) fixture.venue.commands().get(0);
    assertThat(sent.order().type()).isEqualTo(OrdType.LIMIT);
    // One per cent (100 bp) above the mid of 100.00.
    assertThat(sent.order().limitPrice()).isEqualTo(Fixed.parse("101"));
  }

  @Test
  void rulesSeeThePositionTheOpenOrdersAndTheWorstCase() {
    fixture.venue.reacting(Reaction.FILL);
    fixture.submit(buy(30, "100"));
    fixture.venue.reacting(Reaction.ACKNOWLEDGE);
    fixture.submit(buy(20, "99"));
    AtomicReference<String> seen = new AtomicReference<>("");
    fixture.rules.set(
        context ->
            seen.set(
                "%s %s %s %s"
                    .formatted(
                        Fixed.format(context.getPosition()),
                        Fixed.format(context.getOpenBuyQuantity()),
                        Fixed.format(context.getWorstLongPosition()),
                        Fixed.formatAmount(context.getNotional()))));

    fixture.submit(buy(5, "98"));

    assertThat(seen.get()).isEqualTo("30 20 55 490");
  }

  @Test
  void theSameKeyGivesTheSameDecisionAndOneOrder() {
    NewOrder order = buy(10, "100").withIdempotencyKey("k1");
    Decision first = fixture.submit(order);
    Decision second = fixture.submit(order);

    assertThat(second).isEqualTo(first);
    assertThat(fixture.venue.commands()).hasSize(1);

    fixture.offer(buy(11, "100").withIdempotencyKey("k1"));
    assertThat(fixture.failures)
        .extracting(OrderEntryException::reason)
        .containsExactly(OrderEntryException.Reason.KEY_REUSED);
  }

  @Test
  void aReplaceReservesOnlyItsIncreaseAndAFailedOneGivesItBack() {
    UnlimitedRights rights = (UnlimitedRights) fixture.rights;
    ClOrdId id = fixture.submit(buy(10, "100")).clOrdId();
    fixture.venue.reacting(Reaction.SILENT);

    Decision up = fixture.submit(new ReplaceOrder(ME, "", id, 25 * Fixed.ONE, 99 * Fixed.ONE));
    assertThat(up.accepted()).isTrue();
    assertThat(rights.reserved()).isEqualTo(25 * Fixed.ONE);
    assertThat(fixture.order(id).status()).isEqualTo(OrdStatus.PENDING_REPLACE);

    fixture.venue.refuseChange(up.clOrdId(), "too late");
    assertThat(rights.reserved()).isEqualTo(10 * Fixed.ONE);
    assertThat(fixture.order(id).request().quantity()).isEqualTo(10 * Fixed.ONE);

    Decision down = fixture.submit(new ReplaceOrder(ME, "", id, 4 * Fixed.ONE, 99 * Fixed.ONE));
    assertThat(rights.reserved()).isEqualTo(10 * Fixed.ONE);
    fixture.venue.replace(down.clOrdId());
    assertThat(rights.reserved()).isEqualTo(4 * Fixed.ONE);
    assertThat(fixture.order(id).clOrdId()).isEqualTo(down.clOrdId());
  }

  @Test
  void aCancelIsNeverDeniedWhileTheOrderIsOpenAndGoesEvenIfTheJournalFails() {
    InMemoryJournal journal = (InMemoryJournal) fixture.journal;
    ClOrdId id = fixture.submit(buy(10, "100")).clOrdId();
    fixture.venue.reacting(Reaction.SILENT);
    journal.fail();

    fixture.offer(new CancelOrder(ME, "", id));

    assertThat(fixture.venue.commands()).last().isInstanceOf(OrderCommand.Cancel.class);
    assertThat(fixture.alarms.isActive("journal.append")).isTrue();
  }

  @Test
  void anOrderThatCannotBeJournalledHoldsNothing() {
    ((InMemoryJournal) fixture.journal).fail();

    fixture.offer(buy(10, "100"));

    assertThat(fixture.failures)
        .extracting(OrderEntryException::reason)
        .containsExactly(OrderEntryException.Reason.JOURNAL_UNAVAILABLE);
    assertThat(fixture.venue.commands()).isEmpty();
    assertThat(((UnlimitedRights) fixture.rights).reserved()).isZero();
  }

  @Test
  void whatDidNotReachTheVenueGivesItsRightsBack() {
    fixture.venue.link(VenueSimulator.Link.DOWN);
    ClOrdId id = fixture.submit(buy(10, "100")).clOrdId();

    assertThat(fixture.order(id).status()).isEqualTo(OrdStatus.DENIED);
    assertThat(((UnlimitedRights) fixture.rights).reserved()).isZero();
  }

  @Test
  void whatMayHaveReachedTheVenueKeepsItsRightsUntilTheVenueSpeaks() {
    fixture.venue.link(VenueSimulator.Link.BREAKS_AFTER_DELIVERY);
    ClOrdId lost = fixture.submit(buy(10, "100")).clOrdId();
    fixture.venue.link(VenueSimulator.Link.BREAKS_BEFORE_DELIVERY);
    ClOrdId never = fixture.submit(buy(7, "100")).clOrdId();
    UnlimitedRights rights = (UnlimitedRights) fixture.rights;

    assertThat(fixture.order(lost).status()).isEqualTo(OrdStatus.UNKNOWN);
    assertThat(fixture.order(never).status()).isEqualTo(OrdStatus.UNKNOWN);
    assertThat(rights.reserved()).isEqualTo(17 * Fixed.ONE);

    fixture.venue.link(VenueSimulator.Link.UP);
    fixture.pass(1_500);

    assertThat(fixture.order(lost).status()).isEqualTo(OrdStatus.NEW);
    assertThat(fixture.order(never).status()).isEqualTo(OrdStatus.REJECTED);
    assertThat(rights.reserved()).isEqualTo(10 * Fixed.ONE);
  }

  @Test
  void profitIsAfterFeesAndInTheAccountsCurrency() {
    fixture.venue.reacting(Reaction.FILL);
    fixture.submit(buy(10, "100"));
    fixture.submit(sell(10, "101"));

    var position =
        fixture.orders.positions().stream()
            .filter(p -> p.key().instrument().equals(FakeReferenceData.ACME.id()))
            .findFirst()
            .orElseThrow();
    assertThat(position.quantity()).isZero();
    assertThat(Fixed.formatAmount(position.realized())).isEqualTo("10");
  }
}
