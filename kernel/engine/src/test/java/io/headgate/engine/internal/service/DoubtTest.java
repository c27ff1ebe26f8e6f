package io.headgate.engine.internal.service;

import static io.headgate.engine.internal.service.EngineFixture.ME;
import static io.headgate.engine.internal.service.EngineFixture.buy;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.decision.Decision;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.CancelOrder;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.OrderCommand;
import io.headgate.model.order.ReplaceOrder;
import io.headgate.model.order.Side;
import io.headgate.spi.order.OrderEntryException;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.fake.InMemoryJournal;
import io.headgate.testkit.fake.UnlimitedRights;
import io.headgate.testkit.venue.Reaction;
import io.headgate.testkit.venue.VenueSimulator;
import org.junit.jupiter.api.Test;

/** Lost reports, late answers and a disk that fails in between: nothing is guessed. */
class DoubtTest {

  private final EngineFixture fixture = new EngineFixture().started();

  private long reserved() {
    return ((UnlimitedRights) fixture.rights).reserved();
  }

  @Test
  void aReplaceWhoseReportWasLostIsSettledByTheStatusAnswer() {
    ClOrdId id = fixture.submit(buy(10, "99")).clOrdId();
    fixture.venue.link(VenueSimulator.Link.BREAKS_AFTER_DELIVERY);
    Decision up = fixture.submit(new ReplaceOrder(ME, "", id, 25 * Fixed.ONE, 98 * Fixed.ONE));
    assertThat(fixture.order(id).status()).isEqualTo(OrdStatus.UNKNOWN);
    assertThat(reserved()).isEqualTo(25 * Fixed.ONE);

    fixture.venue.link(VenueSimulator.Link.UP);
    fixture.pass(1_500);

    assertThat(fixture.order(id).status()).isEqualTo(OrdStatus.NEW);
    assertThat(fixture.order(id).clOrdId()).isEqualTo(up.clOrdId());
    assertThat(fixture.order(id).request().quantity()).isEqualTo(25 * Fixed.ONE);
    assertThat(reserved()).isEqualTo(25 * Fixed.ONE);
    // The venue knows the order by its latest ClOrdID: a cancel must name that one.
    assertThat(fixture.submit(new CancelOrder(ME, "", id)).accepted()).isTrue();
    assertThat(fixture.order(id).status()).isEqualTo(OrdStatus.CANCELED);
    assertThat(reserved()).isZero();
  }

  @Test
  void aReplaceThatNeverArrivedIsTakenBackByTheStatusAnswer() {
    ClOrdId id = fixture.submit(buy(10, "99")).clOrdId();
    fixture.venue.link(VenueSimulator.Link.BREAKS_BEFORE_DELIVERY);
    fixture.submit(new ReplaceOrder(ME, "", id, 25 * Fixed.ONE, 98 * Fixed.ONE));

    fixture.venue.link(VenueSimulator.Link.UP);
    fixture.pass(1_500);

    assertThat(fixture.order(id).status()).isEqualTo(OrdStatus.NEW);
    assertThat(fixture.order(id).clOrdId()).isEqualTo(id);
    assertThat(fixture.order(id).request().quantity()).isEqualTo(10 * Fixed.ONE);
    assertThat(reserved()).isEqualTo(10 * Fixed.ONE);
  }

  @Test
  void theAnswerToAnOlderQuestionChangesNothing() {
    ClOrdId id = fixture.submit(buy(10, "99")).clOrdId();
    fixture.venue.reacting(Reaction.SILENT);
    fixture.venue.hold();
    fixture.venue.requestStatus(id, FakeReferenceData.ACME.id(), Side.BUY);
    Decision up = fixture.submit(new ReplaceOrder(ME, "", id, 25 * Fixed.ONE, 98 * Fixed.ONE));

    fixture.venue.release();

    assertThat(fixture.order(id).status()).isEqualTo(OrdStatus.PENDING_REPLACE);
    assertThat(reserved()).isEqualTo(25 * Fixed.ONE);
    fixture.venue.replace(up.clOrdId());
    assertThat(fixture.order(id).request().quantity()).isEqualTo(25 * Fixed.ONE);
    assertThat(fixture.order(id).status()).isEqualTo(OrdStatus.NEW);
  }

  @Test
  void aCancelWhoseRecordNeverReachesTheDiskGoesAllTheSame() {
    InMemoryJournal journal = InMemoryJournal.durableOnDemand();
    EngineFixture slow =
        new EngineFixture(journal, new UnlimitedRights(), new VenueSimulator("sim"));
    StartedOnDemand.start(slow, journal);
    ClOrdId id = slow.submit(buy(10, "99")).clOrdId();
    journal.commit();
    assertThat(slow.order(id).status()).isEqualTo(OrdStatus.NEW);

    slow.submit(new CancelOrder(ME, "", id));
    // The disk fails under the record of the cancel: it will never be durable.
    journal.fail();
    slow.pass(1_000);
    assertThat(slow.venue.commands()).noneMatch(OrderCommand.Cancel.class::isInstance);
    slow.pass(6_000);
    slow.pass(1_000);

    assertThat(slow.venue.commands()).filteredOn(OrderCommand.Cancel.class::isInstance).hasSize(1);
  }

  @Test
  void aCancelThatWasNotJournalledIsForgottenOverARestartAndTheVenueHasTheLastWord() {
    InMemoryJournal journal = (InMemoryJournal) fixture.journal;
    ClOrdId id = fixture.submit(buy(10, "99")).clOrdId();
    journal.fail();
    fixture.offer(new CancelOrder(ME, "", id));
    assertThat(fixture.failures)
        .extracting(OrderEntryException::reason)
        .containsExactly(OrderEntryException.Reason.JOURNAL_UNAVAILABLE);
    assertThat(fixture.venue.commands()).last().isInstanceOf(OrderCommand.Cancel.class);

    EngineFixture again =
        new EngineFixture(journal.crashed(), new UnlimitedRights(), fixture.venue);
    again.engine.start();
    assertThat(again.order(id).status()).isEqualTo(OrdStatus.UNKNOWN);
    again.engine.lanes().add(fixture.venue);
    again.pass(2_000);

    assertThat(again.order(id).status()).isEqualTo(OrdStatus.CANCELED);
    assertThat(((UnlimitedRights) again.rights).reserved()).isZero();
    // The report that the crash has swallowed names a ClOrdID that this life has never given out.
    fixture.venue.resendRefused();
    assertThat(again.order(id).status()).isEqualTo(OrdStatus.CANCELED);
    assertThat(again.position()).isZero();
  }

  @Test
  void countersBeginWithTheProcessPositionsAndDuplicatesDoNot() {
    fixture.venue.reacting(Reaction.FILL);
    fixture.submit(buy(10, "100.01"));
    fixture.submit(buy(5_000_000, "0.001"));
    var before = fixture.control.counters();
    assertThat(before.accepted() + before.denied()).isEqualTo(2);
    assertThat(before.fills()).isPositive();

    EngineFixture again =
        new EngineFixture(
                ((InMemoryJournal) fixture.journal).crashed(), new UnlimitedRights(), fixture.venue)
            .started();
    var after = again.control.counters();

    assertThat(after.intents()).isZero();
    assertThat(after.accepted()).isZero();
    assertThat(after.denied()).isZero();
    assertThat(after.deniedByReason()).isEmpty();
    assertThat(after.fills()).isZero();
    assertThat(after.duplicateFills()).isZero();
    assertThat(again.control.decisionLatency().count()).isZero();
    assertThat(again.position()).isEqualTo(fixture.position());
    again.submit(buy(1, "100.01"));
    assertThat(again.control.counters().accepted()).isEqualTo(1);
  }
}
