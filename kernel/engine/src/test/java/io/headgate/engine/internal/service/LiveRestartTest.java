package io.headgate.engine.internal.service;

import static io.headgate.engine.internal.service.EngineFixture.buy;
import static io.headgate.engine.internal.service.EngineFixture.sell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.headgate.model.decision.Decision;
import io.headgate.model.decision.Unit;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.spi.broker.Outbound;
import io.headgate.spi.journal.JournalRecord;
import io.headgate.spi.rules.ContextImage;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.testkit.fake.FakeNodeInfo;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.fake.InMemoryJournal;
import io.headgate.testkit.fake.UnlimitedRights;
import io.headgate.testkit.venue.Reaction;
import io.headgate.testkit.venue.VenueSimulator;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a live node has counted of its trading day when it is restarted on that day. */
class LiveRestartTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final long DAY_MILLIS = 86_400_000;

  private static final List<ContextNumber> OF_THE_DAY =
      List.of(
          ContextNumber.DAY_LOSS,
          ContextNumber.DRAWDOWN,
          ContextNumber.FIRM_DAY_LOSS,
          ContextNumber.ACCOUNT_CREDIT,
          ContextNumber.DAY_ORDER_VALUE,
          ContextNumber.MESSAGES_TODAY,
          ContextNumber.ORDER_TO_TRADE);

  private final List<EngineFixture> nodes = new ArrayList<>();

  @AfterEach
  void stop() {
    nodes.forEach(node -> node.engine.close());
  }

  private EngineFixture live(InMemoryJournal journal, long laterMillis) {
    return live(journal, laterMillis, new VenueSimulator("sim").reacting(Reaction.FILL));
  }

  private EngineFixture live(InMemoryJournal journal, long laterMillis, VenueSimulator venue) {
    EngineFixture node =
        new EngineFixture(journal, new UnlimitedRights(), venue, FakeNodeInfo.live());
    nodes.add(node);
    return node.later(laterMillis).started();
  }

  private EngineFixture restarted(EngineFixture before, long laterMillis) {
    return live(crashed(before), laterMillis);
  }

  private InMemoryJournal crashed(EngineFixture node) {
    nodes.remove(node);
    node.engine.close();
    return ((InMemoryJournal) node.journal).crashed();
  }

  private static Decision submit(EngineFixture node, NewOrder order) throws Exception {
    return node.orders.submit(order).toCompletableFuture().get();
  }

  /** What the rules see of an order that they then block. */
  private static ContextImage seen(EngineFixture node) throws Exception {
    node.rules.set(context -> context.block("PROBE_ONLY", 0, 0, Unit.COUNT));
    Decision probe = submit(node, buy(1, "90"));
    assertThat(probe.reason()).isEqualTo("PROBE_ONLY");
    List<JournalRecord.Decided> decided =
        ((InMemoryJournal) node.journal).records(JournalRecord.Decided.class);
    return Objects.requireNonNull(decided.get(decided.size() - 1).context());
  }

  private static List<LocalDate> begun(EngineFixture node) {
    return ((InMemoryJournal) node.journal)
        .records(JournalRecord.Rolled.class).stream()
            .map(JournalRecord.Rolled::tradingDate)
            .toList();
  }

  /** Loses 10 with two orders of together 1,990. */
  private EngineFixture thatLost() throws Exception {
    EngineFixture node = live(InMemoryJournal.durableAtOnce(), 0);
    try (AutoCloseable route = route(node)) {
      submit(node, buy(10, "100"));
      await().atMost(LONG).until(() -> node.position() == 10);
      submit(node, sell(10, "99"));
      await().atMost(LONG).until(() -> node.position() == 0);
    }
    return node;
  }

  @Test
  void theDayGoesOnAfterARestartOnTheSameDay() throws Exception {
    EngineFixture first = thatLost();
    ContextImage before = seen(first);
    assertThat(Fixed.formatAmount(before.number(ContextNumber.DAY_LOSS))).isEqualTo("10");
    assertThat(begun(first))
        .containsExactly(LocalDate.of(2023, 11, 14), LocalDate.of(2023, 11, 15));

    EngineFixture node = first;
    for (int restart = 1; restart <= 2; restart++) {
      node = restarted(node, 3_600_000);
      ContextImage after = seen(node);
      for (ContextNumber field : OF_THE_DAY) {
        assertThat(after.number(field))
            .as("%s after restart %d", field, restart)
            .isEqualTo(before.number(field));
      }
      assertThat(begun(node)).as("begun once").isEqualTo(begun(first));
    }
  }

  @Test
  void aJournalReadsToTheSameStateWithAndWithoutTheDaysThatAnEarlierVersionLeftOut()
      throws Exception {
    EngineFixture first = thatLost();
    seen(first);
    String hash = restarted(first, 0).control.stateHash();
    assertThat(live(((InMemoryJournal) first.journal).crashed(), 0).control.stateHash())
        .isEqualTo(hash);

    InMemoryJournal earlier = InMemoryJournal.durableAtOnce();
    for (JournalRecord entry : ((InMemoryJournal) first.journal).records()) {
      if (!(entry instanceof JournalRecord.Rolled)) {
        earlier.append(entry);
      }
    }
    EngineFixture upgraded = live(earlier, 0);
    assertThat(upgraded.control.stateHash()).isEqualTo(hash);
    assertThat(begun(upgraded)).isEqualTo(begun(first));
    assertThat(seen(upgraded).number(ContextNumber.DAY_LOSS)).as("begun anew").isZero();
  }

  @Test
  void aDayThatBeganWhileTheNodeWasDownBeginsOnce() throws Exception {
    EngineFixture first = thatLost();
    EngineFixture second = restarted(first, DAY_MILLIS);
    ContextImage next = seen(second);
    assertThat(next.number(ContextNumber.DAY_LOSS)).isZero();
    assertThat(next.number(ContextNumber.MESSAGES_TODAY)).isEqualTo(1);
    assertThat(Fixed.formatAmount(next.number(ContextNumber.DAY_ORDER_VALUE))).isEqualTo("90");
    assertThat(begun(second)).hasSize(3).endsWith(LocalDate.of(2023, 11, 16));
    assertThat(begun(restarted(second, DAY_MILLIS))).isEqualTo(begun(second));
  }

  @Test
  void aDayThatAWrongClockBeganEndsWithTheNextStartByARightOne() throws Exception {
    EngineFixture first = thatLost();
    EngineFixture wrong = restarted(first, 3_650 * DAY_MILLIS);
    assertThat(begun(wrong)).hasSize(4).endsWith(LocalDate.of(2033, 11, 12));
    EngineFixture right = restarted(wrong, DAY_MILLIS);
    assertThat(begun(right)).hasSize(6).endsWith(LocalDate.of(2023, 11, 16));
    assertThat(seen(right).number(ContextNumber.MESSAGES_TODAY)).isEqualTo(1);
  }

  @Test
  void aDayOrderIsCancelledThatItsDayHasOutlivedWhileTheNodeWasDown() throws Exception {
    VenueSimulator venue = new VenueSimulator("sim");
    EngineFixture first = live(InMemoryJournal.durableAtOnce(), 0, venue);
    ClOrdId ends;
    ClOrdId stays;
    try (AutoCloseable route = route(first)) {
      ends =
          submit(
                  first,
                  NewOrder.limit(
                      EngineFixture.ME,
                      FakeReferenceData.ACME.id(),
                      Side.BUY,
                      7 * Fixed.ONE,
                      98 * Fixed.ONE,
                      TimeInForce.DAY))
              .clOrdId();
      stays = submit(first, buy(5, "98")).clOrdId();
      await().atMost(LONG).until(() -> status(first, stays) == OrdStatus.NEW);
    }
    assertThat(status(first, ends)).isEqualTo(OrdStatus.NEW);

    EngineFixture next = live(crashed(first), DAY_MILLIS, venue);
    try (AutoCloseable route = route(next)) {
      await()
          .atMost(LONG)
          .until(
              () -> {
                next.machine.advanceMillis(1_000);
                return status(next, ends) == OrdStatus.CANCELED;
              });
    }
    assertThat(status(next, stays)).isEqualTo(OrdStatus.NEW);
  }

  private static AutoCloseable route(EngineFixture node) {
    Outbound outbound = node.control;
    return outbound.onApproved(command -> outbound.dispatch(command.broker(), command));
  }

  private static OrdStatus status(EngineFixture node, ClOrdId id) {
    return node.order(id).status();
  }
}
