package io.headgate.brokers.paper.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.execution.ExecType;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.OrderCommand;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.spi.broker.VenueSnapshot;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.time.FixedClock;
import io.headgate.testkit.time.ManualTimers;
import io.headgate.testkit.venue.FakeBrokerContext;
import io.headgate.testkit.venue.RecordingExecutions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the venue keeps when there is more than it wants to keep. */
class BookTest {

  private static final int KEPT = 10;

  @TempDir Path folder;

  private static ClOrdId id(long sequence) {
    return new ClOrdId("N1", 1, sequence);
  }

  /**
   * Events of a long session: orders that fill, end, are replaced, are refused, and some that stay.
   */
  private static List<VenueEvent> session(long seed, int orders) {
    Random random = new Random(seed);
    List<VenueEvent> events = new ArrayList<>();
    long sequence = 0;
    for (int i = 0; i < orders; i++) {
      ClOrdId order = id(++sequence);
      Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
      if (random.nextInt(5) == 0) {
        events.add(new VenueEvent.Refused(i, order, "no"));
        continue;
      }
      events.add(
          new VenueEvent.Accepted(
              i, order, PaperSession.limit(side, 10, "100", TimeInForce.GTC), 0));
      long trade = 0;
      if (random.nextBoolean()) {
        events.add(fill(order, ++trade, 4_000_000_000L));
      }
      if (random.nextInt(4) == 0) {
        events.add(
            new VenueEvent.Replaced(
                i, order, id(++sequence), PaperSession.limit(side, 20, "101", TimeInForce.GTC), 0));
      } else if (random.nextInt(10) > 0) {
        events.add(new VenueEvent.Ended(i, order, id(++sequence), OrdStatus.CANCELED, ""));
      }
    }
    return events;
  }

  private static VenueEvent fill(ClOrdId order, long trade, long quantity) {
    return new VenueEvent.Filled(
        1, order, order + "." + trade, quantity, 100, 0, LocalDate.of(2026, 3, 2));
  }

  private static Book book(List<VenueEvent> events) {
    Book book = new Book();
    events.forEach(book::apply);
    return book;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theShortestRunOfEventsMakesTheSameBook(long seed) {
    Book book = book(session(seed, 500));
    VenueSnapshot before = book.snapshot();

    book.forget(KEPT);
    Book again = book(book.events(9));

    assertThat(book.snapshot()).as("forgetting changes no position").isEqualTo(before);
    assertThat(again.snapshot()).isEqualTo(before);
    assertThat(again.events(9)).isEqualTo(book.events(9));
    assertThat(priorities(again)).isEqualTo(priorities(book));
    assertThat(book.history()).isLessThanOrEqualTo(2 * KEPT);
    for (long sequence = 1; sequence <= 1_000; sequence++) {
      ClOrdId id = id(sequence);
      assertThat(again.knows(id)).as("%s", id).isEqualTo(book.knows(id));
      assertThat(again.isForgotten(id)).as("%s", id).isEqualTo(book.isForgotten(id));
      assertThat(again.refusal(id)).isEqualTo(book.refusal(id));
    }
  }

  /** Live orders by their place in time. */
  private static List<ClOrdId> priorities(Book book) {
    return book.liveOrders().stream()
        .sorted(Comparator.comparingLong(PaperOrder::priority))
        .map(PaperOrder::id)
        .toList();
  }

  @Test
  void whatIsForgottenIsStillUsedUp() {
    Book book = book(session(1, 500));
    List<ClOrdId> used = new ArrayList<>();
    for (long sequence = 1; sequence <= 1_000; sequence++) {
      if (book.knows(id(sequence))) {
        used.add(id(sequence));
      }
    }

    book.forget(KEPT);

    assertThat(used).isNotEmpty().allMatch(book::knows);
    assertThat(book.isForgotten(id(1))).isTrue();
    assertThat(book.isForgotten(new ClOrdId("N2", 1, 1))).isFalse();
    assertThat(book.isForgotten(new ClOrdId("N1", 2, 1))).isFalse();
    assertThat(book.isForgotten(id(1_000_000))).isFalse();
  }

  @Test
  void liveOrdersAreNeverForgotten() {
    Book book = book(session(2, 500));
    int live = book.liveOrders().size();

    book.forget(0);

    assertThat(book.liveOrders()).hasSize(live);
    for (PaperOrder order : book.liveOrders()) {
      assertThat(book.find(order.id())).isSameAs(order);
      assertThat(book.find(order.latest())).isSameAs(order);
    }
  }

  private Venue venue(Ledger ledger, RecordingExecutions reports) {
    FixedClock clock = new FixedClock();
    return new Venue(
        PaperSession.settings(folder, 0, 0, 1),
        "paper",
        new FakeBrokerContext(clock, new ManualTimers(clock), reports, new FakeReferenceData()),
        ledger);
  }

  @Test
  void theLogIsShortenedWhileTheVenueRunsAndReadsBack() throws IOException {
    Book book = new Book();
    Ledger ledger = new Ledger(book, FileVenueLog.open(folder, book::apply), KEPT);
    RecordingExecutions reports = new RecordingExecutions();
    Venue venue = venue(ledger, reports);
    venue.arrive(
        new OrderCommand.Send(
            id(1), "paper", PaperSession.limit(Side.BUY, 3, "90", TimeInForce.GTC)));
    for (long sequence = 2; sequence < 2_000; sequence++) {
      venue.arrive(
          new OrderCommand.Send(
              id(sequence), "paper", PaperSession.limit(Side.BUY, 3, "90", TimeInForce.IOC)));
    }

    assertThat(Files.readAllLines(folder.resolve("venue.log"))).hasSizeLessThan(100);
    assertThat(Files.exists(folder.resolve("venue.log.new"))).isFalse();
    VenueSnapshot before = book.snapshot();
    ledger.close();
    Book again = new Book();
    FileVenueLog.open(folder, again::apply).close();
    assertThat(again.snapshot()).isEqualTo(before);
    assertThat(again.snapshot().openOrders()).containsOnlyKeys(id(1));
  }

  @Test
  void aVenueThatHasForgottenDoesNotSayThatItNeverSaw() {
    Ledger ledger = new Ledger(new Book(), VenueLog.NONE, KEPT);
    RecordingExecutions reports = new RecordingExecutions();
    Venue venue = venue(ledger, reports);
    for (long sequence = 1; sequence < 200; sequence++) {
      venue.arrive(
          new OrderCommand.Send(
              id(sequence), "paper", PaperSession.limit(Side.BUY, 3, "90", TimeInForce.IOC)));
    }
    reports.clear();

    venue.status(id(1), PaperSession.ACME.id(), Side.BUY);
    assertThat(reports.all()).isEmpty();
    venue.status(id(199), PaperSession.ACME.id(), Side.BUY);
    assertThat(reports.last().ordStatus()).isEqualTo(OrdStatus.CANCELED);
    venue.arrive(
        new OrderCommand.Send(
            id(1), "paper", PaperSession.limit(Side.BUY, 3, "90", TimeInForce.IOC)));
    assertThat(reports.last().execType()).isEqualTo(ExecType.REJECTED);
  }
}
