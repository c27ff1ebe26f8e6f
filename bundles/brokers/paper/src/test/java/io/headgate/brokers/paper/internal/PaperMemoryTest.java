package io.headgate.brokers.paper.internal;

import static io.headgate.brokers.paper.internal.PaperSession.limit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.model.execution.ExecType;
import io.headgate.model.market.MarketBatch;
import io.headgate.model.market.Trade;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.OrdType;
import io.headgate.model.order.OrderCommand;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.model.position.PositionKey;
import io.headgate.spi.broker.NotSentException;
import io.headgate.spi.broker.VenueSnapshot;
import io.headgate.spi.plugin.Health;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.time.FixedClock;
import io.headgate.testkit.time.ManualTimers;
import io.headgate.testkit.venue.FakeBrokerContext;
import io.headgate.testkit.venue.RecordingExecutions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperMemoryTest {

  @TempDir Path folder;

  private PaperSession session() {
    return new PaperSession(PaperSession.settings(folder, 0, 0, 1));
  }

  private Path log() {
    return folder.resolve("venue.log");
  }

  /** Two open orders, a filled one, a cancelled one, a replaced one and a refused one. */
  private PaperSession busy() {
    PaperSession session = session();
    session.quote("99", 10, "100", 4);
    session.buy(10, "100", TimeInForce.GTC);
    session.sell(3, "99", TimeInForce.IOC);
    ClOrdId cancelled = session.buy(2, "98", TimeInForce.DAY);
    ClOrdId replaced = session.buy(2, "97", TimeInForce.GTC);
    session.buy(2, "97.001", TimeInForce.GTC);
    session.settle();
    session.cancel(cancelled, limit(Side.BUY, 2, "98", TimeInForce.DAY));
    session.replace(replaced, limit(Side.BUY, 7, "96", TimeInForce.GTC));
    session.settle();
    return session;
  }

  @Test
  void aKilledNodeFindsTheSameVenue() {
    PaperSession session = busy();
    VenueSnapshot before = session.snapshot();
    assertThat(before.openOrders()).hasSize(2);

    session.killAndRestart();

    assertThat(session.snapshot()).isEqualTo(before);
    session.reports.clear();
    ClOrdId first = new ClOrdId("N1", 1, 1);
    session.broker.requestStatus(first, PaperSession.ACME.id(), Side.BUY);
    session.settle();
    assertThat(session.reports.of(ExecType.TRADE)).hasSize(1);
    assertThat(session.reports.last().ordStatus()).isEqualTo(OrdStatus.PARTIALLY_FILLED);
    session.quote("99", 10, "100", 100);
    assertThat(session.reports.last().ordStatus()).isEqualTo(OrdStatus.FILLED);
  }

  @Test
  void everyPrefixOfTheLogIsAVenue() throws IOException {
    busy().kill();
    byte[] whole = Files.readAllBytes(log());
    int events = -1;
    for (int length = 0; length <= whole.length; length++) {
      Files.write(log(), Arrays.copyOf(whole, length));
      List<VenueEvent> read = new ArrayList<>();
      FileVenueLog open = FileVenueLog.open(folder, read::add);
      open.close();
      int lines =
          (int)
              new String(whole, 0, length, StandardCharsets.UTF_8)
                  .chars()
                  .filter(c -> c == '\n')
                  .count();
      assertThat(read).hasSize(lines);
      assertThat(Files.size(log()))
          .as("the torn tail is cut off")
          .isEqualTo(endOfLine(whole, length));
      assertThat(read.size()).isGreaterThanOrEqualTo(events);
      events = read.size();
    }
    assertThat(events).isPositive();
  }

  private static long endOfLine(byte[] bytes, int length) {
    int end = length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    return end;
  }

  @Test
  void afterATornTailTheLogGoesOn() throws IOException {
    PaperSession session = busy();
    session.kill();
    VenueSnapshot before = reopen(session);
    Files.write(
        log(), "0badc0de\tA\t17".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
    session.restart();
    assertThat(session.snapshot()).isEqualTo(before);
    session.buy(1, "90", TimeInForce.GTC);
    session.settle();
    VenueSnapshot after = session.snapshot();
    assertThat(after.openOrders()).hasSize(before.openOrders().size() + 1);

    session.killAndRestart();

    assertThat(session.snapshot()).isEqualTo(after);
  }

  private static VenueSnapshot reopen(PaperSession session) {
    session.restart();
    VenueSnapshot snapshot = session.snapshot();
    session.kill();
    return snapshot;
  }

  @Test
  void damageInTheMiddleClosesTheVenueWithFileAndLine() throws Exception {
    PaperSession session = busy();
    session.kill();
    List<String> lines = Files.readAllLines(log());
    lines.set(2, lines.get(2).replace("ACC1", "ACC2").replace("\t3", "\t4"));
    Files.write(log(), lines);
    byte[] damaged = Files.readAllBytes(log());
    session.restart();

    assertThat(session.broker.health().state()).isEqualTo(Health.State.DOWN);
    assertThat(session.broker.health().reason())
        .contains("venue.log:3")
        .contains("restore")
        .contains("move it away");
    assertThatThrownBy(
            () ->
                session.broker.send(
                    new OrderCommand.Send(
                        session.nextId(), "paper", limit(Side.BUY, 1, "90", TimeInForce.GTC))))
        .isInstanceOf(NotSentException.class)
        .hasMessageContaining("venue.log:3");
    assertThat(Files.readAllBytes(log())).as("nothing was cut off").isEqualTo(damaged);

    Files.delete(log());
    session.buy(1, "90", TimeInForce.GTC);
    session.settle();
    assertThat(session.broker.health()).isEqualTo(Health.UP);
    assertThat(session.snapshot().openOrders()).hasSize(1);
  }

  @Test
  void aFolderThatCannotBeMadeClosesTheVenue() throws Exception {
    Files.writeString(folder.resolve("file"), "in the way");
    PaperSession session = new PaperSession(PaperSession.settings(folder.resolve("file"), 0, 0, 1));

    assertThat(session.broker.health().state()).isEqualTo(Health.State.DOWN);
    assertThatThrownBy(
            () ->
                session.broker.send(
                    new OrderCommand.Send(
                        session.nextId(), "paper", limit(Side.BUY, 1, "90", TimeInForce.GTC))))
        .isInstanceOf(NotSentException.class);
    assertThat(session.snapshot().openOrders()).isEmpty();
  }

  @Test
  void twoVenuesDoNotShareAFolder() {
    PaperSession first = session();
    PaperSession second = session();

    assertThat(first.broker.health()).isEqualTo(Health.UP);
    assertThat(second.broker.health().reason()).contains("in use").contains("stateFolder");

    first.kill();
    second.buy(1, "90", TimeInForce.GTC);
    second.settle();
    assertThat(second.snapshot().openOrders()).hasSize(1);
  }

  @Test
  void anImmediateOrderCaughtByAKillIsEndedAtTheStart() throws IOException {
    PaperSession session = session();
    session.kill();
    ClOrdId id = session.nextId();
    FileVenueLog log = FileVenueLog.open(folder, event -> {});
    log.append(
        new VenueEvent.Accepted(
            session.clock.epochNanos(), id, limit(Side.BUY, 1, "90", TimeInForce.FOK), 0));
    log.close();

    session.restart();

    assertThat(session.snapshot().openOrders()).isEmpty();
    assertThat(session.reports.last().ordStatus()).isEqualTo(OrdStatus.CANCELED);
  }

  /** A log whose disk becomes full. */
  private static final class FullLog implements VenueLog {
    private int room;

    FullLog(int room) {
      this.room = room;
    }

    @Override
    public void append(VenueEvent event) throws IOException {
      if (room == 0) {
        throw new IOException("venue.log cannot be written: No space left on device");
      }
      room--;
    }

    @Override
    public void rewrite(List<VenueEvent> events) {}

    @Override
    public void close() {}
  }

  @Test
  void whatCannotBeKeptDoesNotHappen() {
    FixedClock clock = new FixedClock();
    ManualTimers timers = new ManualTimers(clock);
    RecordingExecutions reports = new RecordingExecutions();
    Ledger ledger = new Ledger(new Book(), new FullLog(2), 1_000);
    Venue venue =
        new Venue(
            PaperSession.settings(folder, 0, 0, 1),
            "paper",
            new FakeBrokerContext(clock, timers, reports, new FakeReferenceData()),
            ledger);
    ClOrdId day = new ClOrdId("N1", 1, 1);
    ClOrdId kept = new ClOrdId("N1", 1, 2);
    ClOrdId late = new ClOrdId("N1", 1, 3);
    venue.arrive(new OrderCommand.Send(day, "paper", limit(Side.BUY, 1, "90", TimeInForce.DAY)));
    venue.arrive(new OrderCommand.Send(kept, "paper", limit(Side.BUY, 1, "91", TimeInForce.GTC)));
    VenueSnapshot before = ledger.book().snapshot();
    assertThat(before.openOrders()).containsOnlyKeys(day, kept);

    venue.arrive(new OrderCommand.Send(late, "paper", limit(Side.BUY, 1, "92", TimeInForce.GTC)));
    assertThat(reports.last().execType()).isEqualTo(ExecType.REJECTED);
    assertThat(reports.last().text()).contains("No space left");
    refusesChanges(venue, reports, kept);
    venue.onMarket(
        MarketBatch.of("test", new Trade(PaperSession.ACME.id(), 1, 1, 80_000_000_000L, 0)), 0, 1);
    timers.advance(Duration.ofDays(3));

    assertThat(ledger.book().snapshot()).isEqualTo(before);
    assertThat(reports.of(ExecType.TRADE)).isEmpty();
    assertThat(reports.of(ExecType.EXPIRED)).isEmpty();
    assertThat(ledger.failure()).contains("No space left");
  }

  private static void refusesChanges(Venue venue, RecordingExecutions reports, ClOrdId order) {
    venue.arrive(
        new OrderCommand.Cancel(
            new ClOrdId("N1", 1, 4), order, "paper", PaperSession.ACME.id(), Side.BUY));
    assertThat(reports.last().execType()).isEqualTo(ExecType.CANCEL_REJECTED);
    venue.arrive(
        new OrderCommand.Replace(
            new ClOrdId("N1", 1, 5), order, "paper", limit(Side.BUY, 2, "91", TimeInForce.GTC)));
    assertThat(reports.last().execType()).isEqualTo(ExecType.CANCEL_REJECTED);
  }

  @Test
  void everyEventReadsBackAsItWasWritten() {
    long time = Long.MAX_VALUE;
    ClOrdId id = new ClOrdId("WXYZ", ClOrdId.MAX_EPOCH, ClOrdId.MAX_SEQUENCE);
    NewOrder odd =
        new NewOrder(
            new Originator("a\tb\\n", "Zoë\n", "\\"),
            "",
            PaperSession.ACME.id(),
            Side.SELL,
            OrdType.MARKET,
            Long.MAX_VALUE,
            0,
            TimeInForce.GTD,
            Long.MAX_VALUE,
            "");
    for (VenueEvent event :
        List.of(
            new VenueEvent.Accepted(time, id, odd, -1),
            new VenueEvent.Replaced(0, id, id, odd, 7),
            new VenueEvent.Refused(1, id, "why\tnot\r\n\\t"),
            new VenueEvent.Filled(2, id, "k.1", 3, 4, -5, LocalDate.of(2024, 2, 29)),
            new VenueEvent.Carried(
                4, new PositionKey("a\tb", PaperSession.ACME.id()), Long.MIN_VALUE),
            new VenueEvent.Forgotten(5, id),
            new VenueEvent.Ended(3, id, id, OrdStatus.EXPIRED, ""))) {
      byte[] line = EventLine.write(event);
      assertThat(line[line.length - 1]).isEqualTo((byte) '\n');
      byte[] body = Arrays.copyOf(line, line.length - 1);
      assertThat(new String(body, StandardCharsets.UTF_8)).doesNotContain("\n", "\r");
      assertThat(EventLine.read(body)).isEqualTo(event);
      for (int at = 0; at < body.length; at++) {
        byte[] flipped = body.clone();
        flipped[at] ^= 1;
        assertThatThrownBy(() -> EventLine.read(flipped))
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
  }
}
