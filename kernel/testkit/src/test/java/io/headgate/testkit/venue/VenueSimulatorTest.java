package io.headgate.testkit.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.model.execution.ExecType;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.OrderCommand;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.spi.broker.NotSentException;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.time.FixedClock;
import io.headgate.testkit.time.ManualTimers;
import io.headgate.testkit.venue.VenueSimulator.Link;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VenueSimulatorTest {

  private static final NewOrder ORDER =
      NewOrder.limit(
          Originator.strategy("ACC1", "s1"),
          FakeReferenceData.ACME.id(),
          Side.BUY,
          10 * Fixed.ONE,
          100 * Fixed.ONE,
          TimeInForce.GTC);

  private final FixedClock clock = new FixedClock();
  private final RecordingExecutions reports = new RecordingExecutions();
  private final VenueSimulator venue = new VenueSimulator("sim", "SIM");
  private long sequence;

  @BeforeEach
  void start() {
    venue.start(
        new FakeBrokerContext(clock, new ManualTimers(clock), reports, new FakeReferenceData()));
  }

  private ClOrdId send() throws NotSentException {
    ClOrdId id = new ClOrdId("N1", 1, ++sequence);
    venue.send(new OrderCommand.Send(id, "sim", ORDER));
    return id;
  }

  private void askStatus(ClOrdId id) {
    venue.requestStatus(id, ORDER.instrument(), Side.BUY);
  }

  @Test
  void aSilentVenueKnowsTheOrderAndSaysNothing() throws NotSentException {
    venue.reacting(Reaction.SILENT);
    ClOrdId id = send();
    assertThat(reports.all()).isEmpty();
    assertThat(venue.commands()).hasSize(1);

    askStatus(id);

    assertThat(reports.last().ordStatus()).isEqualTo(OrdStatus.PENDING_NEW);
  }

  @Test
  void withoutAConnectionNothingArrives() {
    venue.link(Link.DOWN);

    assertThatThrownBy(this::send).isInstanceOf(NotSentException.class);
    assertThat(venue.commands()).isEmpty();
  }

  @Test
  void aBreakBeforeDeliveryLeavesNoTraceAndOneAfterItDoes() {
    venue.reacting(Reaction.FILL);
    venue.link(Link.BREAKS_BEFORE_DELIVERY);
    assertThatThrownBy(this::send).isInstanceOf(IllegalStateException.class);
    venue.link(Link.BREAKS_AFTER_DELIVERY);
    assertThatThrownBy(this::send).isInstanceOf(IllegalStateException.class);
    assertThat(reports.all()).isEmpty();
    assertThat(venue.lostReports()).isEqualTo(2);

    venue.link(Link.UP);
    askStatus(new ClOrdId("N1", 1, 1));
    assertThat(reports.last().ordStatus()).isEqualTo(OrdStatus.REJECTED);
    askStatus(new ClOrdId("N1", 1, 2));

    assertThat(reports.of(ExecType.TRADE)).hasSize(1);
    assertThat(reports.last().ordStatus()).isEqualTo(OrdStatus.FILLED);
  }

  @Test
  void heldReportsComeInOrderOrShuffledAndNoneTwice() throws NotSentException {
    venue.hold();
    for (int i = 0; i < 20; i++) {
      send();
    }
    assertThat(reports.all()).isEmpty();
    venue.releaseShuffled(7);
    List<ExecutionReport> shuffled = reports.all();

    assertThat(shuffled).hasSize(20).doesNotHaveDuplicates();
    assertThat(shuffled).extracting(ExecutionReport::clOrdId).isNotEqualTo(sorted(shuffled));
    assertThat(sorted(shuffled)).hasSize(20);
  }

  private static List<ClOrdId> sorted(List<ExecutionReport> reports) {
    return reports.stream().map(ExecutionReport::clOrdId).sorted().toList();
  }

  @Test
  void copiesAreTheSameReportAgain() throws NotSentException {
    venue.copies(3);
    venue.reacting(Reaction.FILL);
    send();

    assertThat(reports.of(ExecType.TRADE)).hasSize(3);
    assertThat(reports.of(ExecType.TRADE).stream().distinct()).hasSize(1);
  }

  @Test
  void aBustTakesTheTradeBackUnderItsKey() throws NotSentException {
    venue.reacting(Reaction.FILL);
    ClOrdId id = send();
    String key = reports.last().tradeKey();

    venue.bust(id);

    assertThat(reports.last().execType()).isEqualTo(ExecType.TRADE_CANCEL);
    assertThat(reports.last().tradeKey()).isEqualTo(key);
    assertThat(venue.snapshot().positions()).isEmpty();
  }

  @Test
  void itFillsTooMuchAndTooLateWhenTold() throws NotSentException {
    ClOrdId id = send();
    venue.fill(id, 12 * Fixed.ONE, 0);
    assertThat(reports.last().cumQty()).isEqualTo(12 * Fixed.ONE);

    ClOrdId other = send();
    venue.cancel(other);
    venue.fill(other, Fixed.ONE, 0);
    assertThat(reports.last().ordStatus()).isEqualTo(OrdStatus.CANCELED);
    assertThat(venue.snapshot().positions().values()).containsExactly(13 * Fixed.ONE);
  }

  @Test
  void theSameSeedReactsTheSameWay() throws NotSentException {
    venue.reacting(Reaction.seeded(5));
    for (int i = 0; i < 50; i++) {
      send();
    }
    VenueSimulator again = new VenueSimulator("sim", "SIM").reacting(Reaction.seeded(5));
    RecordingExecutions second = new RecordingExecutions();
    again.start(
        new FakeBrokerContext(clock, new ManualTimers(clock), second, new FakeReferenceData()));
    for (int i = 1; i <= 50; i++) {
      again.send(new OrderCommand.Send(new ClOrdId("N1", 1, i), "sim", ORDER));
    }

    assertThat(second.all()).isEqualTo(reports.all());
    assertThat(reports.of(ExecType.REJECTED)).isNotEmpty();
    assertThat(reports.of(ExecType.TRADE)).isNotEmpty();
  }
}
