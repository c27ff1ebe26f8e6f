package io.headgate.engine.internal.service;

import static io.headgate.engine.internal.service.EngineFixture.buy;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.Order;
import io.headgate.model.position.Position;
import io.headgate.model.position.PositionKey;
import io.headgate.spi.broker.VenueSnapshot;
import io.headgate.spi.journal.JournalRecord;
import io.headgate.testkit.fake.InMemoryJournal;
import io.headgate.testkit.fake.UnlimitedRights;
import io.headgate.testkit.market.SeededMarket;
import io.headgate.testkit.venue.VenueSimulator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A node that comes back: its state is a fold over its journal, and its venue has the last word.
 */
class RecoveryTest {

  private static Map<PositionKey, Long> quantities(List<Position> positions) {
    return positions.stream()
        .filter(p -> p.quantity() != 0)
        .collect(Collectors.toMap(Position::key, Position::quantity));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void positionsOrdersAndRightsComeBack(long seed) {
    InMemoryJournal journal = InMemoryJournal.durableAtOnce();
    SeededSession session = new SeededSession(seed, journal).run(seed, 60);
    List<Order> openBefore = session.fixture.orders.openOrders();
    VenueSnapshot venue = session.fixture.venue.snapshot();

    EngineFixture again =
        new EngineFixture(journal.crashed(), SeededSession.rights(), session.fixture.venue);
    again.engine.start();

    assertThat(quantities(again.orders.positions()))
        .isEqualTo(quantities(session.fixture.orders.positions()));
    assertThat(again.orders.openOrders())
        .extracting(Order::id)
        .containsExactlyElementsOf(openBefore.stream().map(Order::id).toList());
    assertThat(again.orders.openOrders())
        .allSatisfy(order -> assertThat(order.status()).isEqualTo(OrdStatus.UNKNOWN));

    again.engine.lanes().add(session.fixture.venue);
    again.pass(3_000);

    assertThat(quantities(again.orders.positions())).isEqualTo(venue.positions());
    assertThat(
            again.orders.openOrders().stream()
                .collect(Collectors.toMap(Order::clOrdId, Order::leavesQty)))
        .isEqualTo(venue.openOrders());
    // Counters begin with the process, not with the journal.
    assertThat(again.control.counters().denied()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48})
  void reportsThatTheCrashSwallowedAreFetchedFromTheVenue(long seed) {
    InMemoryJournal journal = InMemoryJournal.durableAtOnce();
    SeededSession session = new SeededSession(seed, journal);
    VenueSimulator venue = session.fixture.venue;
    SeededMarket market =
        new SeededMarket(seed, SeededSession.INSTRUMENTS, EngineFixture.START, 5_000_000);
    session.play(market, 20);
    // From here on the venue works orders and its reports are on the wire when the node dies.
    venue.hold();
    session.play(market, (int) (1 + seed % 7));

    EngineFixture again = new EngineFixture(journal.crashed(), SeededSession.rights(), venue);
    again.engine.start();
    again.engine.lanes().add(venue);
    again.pass(5_000);

    assertThat(quantities(again.orders.positions())).isEqualTo(venue.snapshot().positions());
    assertThat(
            again.orders.openOrders().stream()
                .collect(Collectors.toMap(Order::clOrdId, Order::leavesQty)))
        .isEqualTo(venue.snapshot().openOrders());
    assertThat(again.orders.openOrders()).noneMatch(order -> order.status() == OrdStatus.UNKNOWN);
  }

  @Test
  void theEpochGrowsWithEveryStartAndIsDurableBeforeTheFirstOrder() {
    InMemoryJournal journal = InMemoryJournal.durableAtOnce();
    EngineFixture first =
        new EngineFixture(journal, new UnlimitedRights(), new VenueSimulator("sim")).started();
    ClOrdId one = first.submit(buy(1, "100")).clOrdId();
    EngineFixture second =
        new EngineFixture(journal.crashed(), new UnlimitedRights(), new VenueSimulator("sim"))
            .started();
    ClOrdId two = second.submit(buy(1, "100")).clOrdId();

    assertThat(one.epoch()).isEqualTo(1);
    assertThat(two.epoch()).isEqualTo(2);
    assertThat(journal.records().get(0)).isInstanceOf(JournalRecord.Started.class);
  }

  @Test
  void idempotencyKeysOutliveTheNode() {
    InMemoryJournal journal = InMemoryJournal.durableAtOnce();
    EngineFixture first =
        new EngineFixture(journal, new UnlimitedRights(), new VenueSimulator("sim")).started();
    var decision = first.submit(buy(1, "100").withIdempotencyKey("key"));
    EngineFixture second =
        new EngineFixture(journal.crashed(), new UnlimitedRights(), first.venue).started();

    assertThat(second.submit(buy(1, "100").withIdempotencyKey("key"))).isEqualTo(decision);
  }
}
