package io.headgate.brokers.paper.internal;

import static io.headgate.brokers.paper.internal.PaperSession.order;
import static io.headgate.brokers.paper.internal.PaperSession.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.execution.ExecType;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.Side;
import io.headgate.testkit.fake.FakeNodeInfo;
import io.headgate.testkit.fake.FakeReferenceData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How orders end: with their day, with their date, with the node. */
class PaperEndsTest extends PaperStage {

  @Test
  void anOrderOfTheDayEndsAtTheRollOfItsCalendar() {
    NewOrder pair = order(FakeReferenceData.EURUSD, Side.BUY, 1, "1", DAY);
    ClOrdId id = session.send(pair);
    ClOrdId good = session.send(order(FakeReferenceData.EURUSD, Side.BUY, 1, "1", GTC));
    session.settle();
    long roll = FakeReferenceData.FX.nextRoll(session.clock.epochNanos());

    session.timers.advanceTo(roll - 1);
    assertThat(session.snapshot().openOrders()).containsOnlyKeys(id, good);
    session.timers.advanceTo(roll);

    assertThat(session.snapshot().openOrders()).containsOnlyKeys(good);
    assertThat(last(id).execType()).isEqualTo(ExecType.EXPIRED);
    assertThat(last(id).ordStatus()).isEqualTo(OrdStatus.EXPIRED);
  }

  @Test
  void anOrderWithADateEndsThenEvenAfterAKill() {
    long end = session.clock.epochNanos() + Duration.ofMinutes(1).toNanos();
    ClOrdId id = session.send(until(end));
    session.settle();
    session.killAndRestart();

    session.timers.advanceTo(end - 1);
    assertThat(session.snapshot().openOrders()).containsOnlyKeys(id);
    session.timers.advanceTo(end);

    assertThat(last(id).execType()).isEqualTo(ExecType.EXPIRED);
    assertThat(session.snapshot().openOrders()).isEmpty();
  }

  @Test
  void whatExpiredWhileTheNodeWasDownEndsAtItsStart() {
    ClOrdId id = session.buy(5, "90", DAY);
    session.settle();
    session.kill();
    session.clock.advance(Duration.ofDays(2));
    session.restart();
    session.timers.runDue();

    assertThat(last(id).execType()).isEqualTo(ExecType.EXPIRED);
  }

  @Test
  void stoppingLetsWhatIsOnTheWayArrive() {
    session.quote("99", 10, "100", 10);
    ClOrdId id = session.buy(5, "100", GTC);

    session.broker.stop();

    assertThat(last(id).ordStatus()).isEqualTo(OrdStatus.FILLED);
  }

  @Test
  void aKillLosesWhatIsOnTheWay() {
    session.quote("99", 10, "100", 10);
    ClOrdId id = session.buy(5, "100", GTC);
    session.killAndRestart();
    session.settle();
    assertThat(session.reports.all()).isEmpty();

    session.broker.requestStatus(id, PaperSession.ACME.id(), Side.BUY);
    session.settle();

    assertThat(session.reports.last().ordStatus()).isEqualTo(OrdStatus.REJECTED);
    assertThat(session.reports.last().cumQty()).isZero();
  }

  @Test
  void aReplayKeepsNothing() throws Exception {
    Path untouched = folder.resolve("replay");
    PaperSession replay =
        new PaperSession(PaperSession.settings(untouched, 0, 0, 1), FakeNodeInfo.replay());
    replay.quote("99", 10, "100", 10);
    replay.buy(5, "100", GTC);
    replay.settle();

    assertThat(replay.reports.last().ordStatus()).isEqualTo(OrdStatus.FILLED);
    assertThat(Files.exists(untouched)).isFalse();
  }
}
