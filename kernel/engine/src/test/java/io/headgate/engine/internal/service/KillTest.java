package io.headgate.engine.internal.service;

import static io.headgate.engine.internal.service.EngineFixture.ME;
import static io.headgate.engine.internal.service.EngineFixture.buy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.model.order.CancelOrder;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.OrdStatus;
import io.headgate.spi.control.ControlScope;
import io.headgate.spi.control.TradingState;
import io.headgate.spi.node.NodeInfo;
import io.headgate.testkit.fake.FakeNodeInfo;
import io.headgate.testkit.fake.InMemoryJournal;
import io.headgate.testkit.fake.UnlimitedRights;
import io.headgate.testkit.venue.VenueSimulator;
import org.junit.jupiter.api.Test;

/** The stop button stops, stays pressed, and takes two people to release. */
class KillTest {

  private static final FakeNodeInfo TWO_PEOPLE =
      new FakeNodeInfo("N1", 1, NodeInfo.Mode.REPLAY, "0.1.0", 2);

  private final InMemoryJournal journal = InMemoryJournal.durableAtOnce();
  private final VenueSimulator venue = new VenueSimulator("sim");
  private final EngineFixture fixture =
      new EngineFixture(journal, new UnlimitedRights(), venue, TWO_PEOPLE).started();

  private static <T> T now(java.util.concurrent.CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }

  @Test
  void aKillCancelsWhatIsOpenAndDeniesWhatComes() {
    ClOrdId open = fixture.submit(buy(10, "99")).clOrdId();

    assertThat(now(fixture.control.kill(ControlScope.NODE, "ann", "test"))).isEqualTo(1);

    assertThat(fixture.order(open).status()).isEqualTo(OrdStatus.CANCELED);
    assertThat(fixture.submit(buy(1, "99")).reason()).isEqualTo("KILL_HALTED");
    assertThat(fixture.control.state()).isEqualTo(TradingState.HALTED);
  }

  @Test
  void cancelsStillGoWhileKilled() {
    venue.reacting(io.headgate.testkit.venue.Reaction.ACKNOWLEDGE);
    ClOrdId open = fixture.submit(buy(10, "99")).clOrdId();
    venue.reacting(io.headgate.testkit.venue.Reaction.SILENT);
    now(fixture.control.kill(ControlScope.NODE, "ann", "test"));

    assertThat(fixture.submit(new CancelOrder(ME, "", open)).accepted()).isTrue();
  }

  @Test
  void aCancelThatCameToNothingIsSentAgainWhileTheKillStands() {
    ClOrdId open = fixture.submit(buy(10, "99")).clOrdId();
    venue.reacting(io.headgate.testkit.venue.Reaction.REJECT);
    now(fixture.control.kill(ControlScope.NODE, "ann", "test"));
    assertThat(fixture.order(open).status()).isEqualTo(OrdStatus.NEW);

    venue.reacting(io.headgate.testkit.venue.Reaction.ACKNOWLEDGE);
    fixture.pass(8_000);

    assertThat(fixture.order(open).status()).isEqualTo(OrdStatus.CANCELED);
  }

  @Test
  void twoDifferentPeopleLiftIt() {
    now(fixture.control.kill(ControlScope.NODE, "ann", "test"));

    assertThat(now(fixture.control.rearm(ControlScope.NODE, "ann", "ok")).state())
        .isEqualTo(TradingState.HALTED);
    assertThat(now(fixture.control.rearm(ControlScope.NODE, "ann", "ok")).state())
        .isEqualTo(TradingState.HALTED);
    assertThat(now(fixture.control.rearm(ControlScope.NODE, "bob", "ok")).state())
        .isEqualTo(TradingState.ACTIVE);
    assertThat(fixture.submit(buy(1, "99")).accepted()).isTrue();
  }

  @Test
  void aNewKillTakesEarlierApprovalsBack() {
    now(fixture.control.kill(ControlScope.NODE, "ann", "test"));
    now(fixture.control.rearm(ControlScope.NODE, "ann", "ok"));
    now(fixture.control.kill(ControlScope.NODE, "eve", "again"));

    assertThat(now(fixture.control.rearm(ControlScope.NODE, "bob", "ok")).state())
        .isEqualTo(TradingState.HALTED);
  }

  @Test
  void itSurvivesARestartWithItsApprovals() {
    now(fixture.control.kill(ControlScope.parse("account:ACC1"), "ann", "test"));
    now(fixture.control.rearm(ControlScope.parse("account:ACC1"), "ann", "ok"));

    EngineFixture again =
        new EngineFixture(journal.crashed(), new UnlimitedRights(), venue, TWO_PEOPLE).started();

    assertThat(again.submit(buy(1, "99")).reason()).isEqualTo("KILL_HALTED");
    assertThat(again.control.restrictions().get(0).rearmApprovals()).containsExactly("ann");
    assertThat(now(again.control.rearm(ControlScope.parse("account:ACC1"), "bob", "ok")).state())
        .isEqualTo(TradingState.ACTIVE);
    assertThat(again.submit(buy(1, "99")).accepted()).isTrue();
  }

  @Test
  void aReasonIsNeeded() {
    assertThatThrownBy(() -> fixture.control.kill(ControlScope.NODE, "ann", " "))
        .hasMessageContaining("why");
  }

  @Test
  void aStrategyKillLeavesOthersAlone() {
    now(fixture.control.kill(ControlScope.parse("strategy:other"), "ann", "test"));

    assertThat(fixture.submit(buy(1, "99")).accepted()).isTrue();
  }
}
