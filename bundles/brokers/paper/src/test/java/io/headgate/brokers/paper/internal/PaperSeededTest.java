package io.headgate.brokers.paper.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.execution.ExecType;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.instrument.Instrument;
import io.headgate.model.market.MarketBatch;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.OrdType;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.model.position.PositionKey;
import io.headgate.spi.broker.VenueSnapshot;
import io.headgate.testkit.fake.FakeNodeInfo;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.market.SeededMarket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole sessions by chance; what they must keep whatever happens. */
class PaperSeededTest {

  private static final List<Instrument> INSTRUMENTS =
      List.of(FakeReferenceData.ACME, FakeReferenceData.EURUSD, FakeReferenceData.FUTURE);
  private static final int STEPS = 400;

  @TempDir Path folder;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 15);
  }

  /** Everything that a client of the venue knows from what it sent and what it was told. */
  private static final class Client {
    final List<ClOrdId> orders = new ArrayList<>();
    private final Map<ClOrdId, NewOrder> terms = new HashMap<>();

    /** Terms that go with a request: of a cancel, those of the order that it names. */
    void sent(ClOrdId request, NewOrder order) {
      terms.put(request, order);
    }

    NewOrder terms(ClOrdId request) {
      NewOrder known = terms.get(request);
      if (known == null) {
        throw new AssertionError("never sent: " + request);
      }
      return known;
    }
  }

  private static final class Play {
    final PaperSession session;
    final Client client = new Client();
    final Random random;
    final SeededMarket market;
    final boolean killed;
    private final Map<Instrument, MarketBatch> lastQuotes = new LinkedHashMap<>();

    Play(PaperSession session, long seed, boolean killed) {
      this.session = session;
      this.random = new Random(seed);
      this.market =
          new SeededMarket(
              seed, INSTRUMENTS, session.clock.epochNanos(), Duration.ofMillis(2).toNanos());
      this.killed = killed;
    }

    void run() {
      for (int step = 0; step < STEPS; step++) {
        tick();
        for (int i = random.nextInt(3); i > 0; i--) {
          command();
        }
        if (random.nextInt(40) == 0) {
          pause();
        }
      }
      session.settle();
    }

    private void tick() {
      MarketBatch batch = market.next(1 + random.nextInt(3));
      for (int row = 0; row < batch.size(); row++) {
        session.timers.advanceTo(Math.max(batch.tsInit(row), session.clock.epochNanos()));
        session.broker.onMarket(batch, row, row + 1);
        if (batch.kind(row) == MarketBatch.Kind.QUOTE) {
          Instrument instrument = instrument(batch, row);
          lastQuotes.put(instrument, MarketBatch.of("again", batch.event(row)));
        }
      }
    }

    private static Instrument instrument(MarketBatch batch, int row) {
      return INSTRUMENTS.stream()
          .filter(instrument -> instrument.id().equals(batch.instrument(row)))
          .findFirst()
          .orElseThrow();
    }

    /** A kill with nothing on the way, or none; the market is shown again in both cases. */
    private void pause() {
      session.settle();
      if (killed) {
        session.killAndRestart();
      }
      lastQuotes.values().forEach(quote -> session.broker.onMarket(quote, 0, 1));
    }

    private void command() {
      int dice = random.nextInt(10);
      if (dice < 6 || client.orders.isEmpty()) {
        NewOrder order = anyOrder();
        ClOrdId id = session.send(order);
        client.orders.add(id);
        client.sent(id, order);
        return;
      }
      ClOrdId target = client.orders.get(random.nextInt(client.orders.size()));
      NewOrder terms = client.terms(target);
      if (dice < 8) {
        client.sent(session.cancel(target, terms), terms);
      } else {
        NewOrder next = changed(terms);
        ClOrdId id = session.replace(target, next);
        client.orders.add(id);
        client.sent(id, next);
      }
    }

    private NewOrder anyOrder() {
      Instrument instrument = INSTRUMENTS.get(random.nextInt(INSTRUMENTS.size()));
      Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
      TimeInForce tif = TimeInForce.values()[random.nextInt(TimeInForce.values().length)];
      boolean limit = random.nextInt(5) > 0;
      long at =
          tif == TimeInForce.GTD ? session.clock.epochNanos() + random.nextInt(500_000_000) : 0;
      return new NewOrder(
          Originator.strategy("ACC" + (1 + random.nextInt(2)), "s1"),
          "",
          instrument.id(),
          side,
          limit ? OrdType.LIMIT : OrdType.MARKET,
          (1 + random.nextInt(700)) * instrument.lotSize(),
          limit ? price(instrument) : 0,
          tif,
          Math.max(at, tif == TimeInForce.GTD ? 1 : 0),
          "");
    }

    private long price(Instrument instrument) {
      MarketBatch quote = lastQuotes.get(instrument);
      long near = quote == null ? 100 * instrument.tickSize() : quote.value(0, 0);
      return Math.max(
          instrument.tickSize(), near + (random.nextInt(21) - 10) * instrument.tickSize());
    }

    private NewOrder changed(NewOrder terms) {
      Instrument instrument =
          INSTRUMENTS.stream()
              .filter(any -> any.id().equals(terms.instrument()))
              .findFirst()
              .orElseThrow();
      return new NewOrder(
          terms.originator(),
          "",
          terms.instrument(),
          terms.side(),
          terms.type(),
          (1 + random.nextInt(900)) * instrument.lotSize(),
          terms.type() == OrdType.LIMIT ? price(instrument) : 0,
          terms.timeInForce(),
          terms.expireTime(),
          "");
    }
  }

  private Play play(String name, long seed, boolean killed) {
    PaperSession session =
        new PaperSession(PaperSession.settings(folder.resolve(name), 40, 5, seed));
    Play play = new Play(session, seed, killed);
    play.run();
    return play;
  }

  /** An order as its reports tell it. */
  private static final class Told {
    long cumQty;
    int trades;
    OrdStatus status = OrdStatus.PENDING_NEW;
    ClOrdId latest = new ClOrdId("N1", 1, 1);
    NewOrder terms;

    Told(NewOrder terms) {
      this.terms = terms;
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nothingIsMadeOrLost(long seed) {
    Play play = play("conserve", seed, false);
    Map<String, Told> orders = new LinkedHashMap<>();
    Map<PositionKey, Long> positions = new HashMap<>();
    Set<ExecutionReport.TradeId> keys = new HashSet<>();
    for (ExecutionReport report : play.session.reports.all()) {
      if (report.venueOrderId().isEmpty() || report.execType() == ExecType.CANCEL_REJECTED) {
        continue;
      }
      NewOrder terms = play.client.terms(report.clOrdId());
      Told told = orders.computeIfAbsent(report.venueOrderId(), id -> new Told(terms));
      assertThat(told.status.isTerminal()).as("%s after the end", report).isFalse();
      if (report.execType() == ExecType.NEW || report.execType() == ExecType.REPLACED) {
        told.terms = terms;
        told.latest = report.clOrdId();
      }
      if (report.execType() == ExecType.TRADE) {
        assertThat(keys.add(report.tradeId())).as("%s is new", report.tradeId()).isTrue();
        fill(told, report);
        PositionKey key =
            new PositionKey(told.terms.originator().account(), told.terms.instrument());
        positions.merge(key, report.lastQty() * report.side().sign(), Long::sum);
      }
      assertThat(report.cumQty()).as("%s", report).isEqualTo(told.cumQty);
      assertThat(told.cumQty).isLessThanOrEqualTo(told.terms.quantity());
      told.status = report.ordStatus();
    }
    positions.values().removeIf(quantity -> quantity == 0);
    VenueSnapshot snapshot = play.session.snapshot();
    assertThat(snapshot.positions()).isEqualTo(positions);
    Map<ClOrdId, Long> open = new HashMap<>();
    for (Told told : orders.values()) {
      assertFinished(told);
      if (!told.status.isTerminal()) {
        open.put(told.latest, told.terms.quantity() - told.cumQty);
      }
    }
    assertThat(snapshot.openOrders()).isEqualTo(open);
    assertThat(keys).as("enough happened").hasSizeGreaterThan(50);
  }

  private static void fill(Told told, ExecutionReport trade) {
    told.cumQty += trade.lastQty();
    told.trades++;
    assertThat(trade.lastQty()).isPositive();
    if (told.terms.type() == OrdType.LIMIT && told.terms.side() == Side.BUY) {
      assertThat(trade.lastPx()).isBetween(1L, told.terms.limitPrice());
    } else if (told.terms.type() == OrdType.LIMIT) {
      assertThat(trade.lastPx()).isGreaterThanOrEqualTo(told.terms.limitPrice());
    }
  }

  private static void assertFinished(Told told) {
    TimeInForce tif = told.terms.timeInForce();
    if (tif == TimeInForce.IOC || tif == TimeInForce.FOK) {
      assertThat(told.status.isTerminal()).as("%s rests", told.terms).isTrue();
    }
    if (tif == TimeInForce.FOK) {
      assertThat(told.cumQty).isIn(0L, told.terms.quantity());
      assertThat(told.trades).isLessThanOrEqualTo(1);
    }
    assertThat(told.status == OrdStatus.FILLED).isEqualTo(told.cumQty == told.terms.quantity());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void killsChangeNothing(long seed) {
    Play undisturbed = play("calm", seed, false);
    Play killed = play("killed", seed, true);

    assertThat(killed.session.reports.all()).isEqualTo(undisturbed.session.reports.all());
    assertThat(killed.session.snapshot()).isEqualTo(undisturbed.session.snapshot());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theSameSeedGivesTheSameVenueWithOrWithoutAFile(long seed) {
    Play live = play("live", seed, false);
    PaperSession session =
        new PaperSession(
            PaperSession.settings(folder.resolve("none"), 40, 5, seed), FakeNodeInfo.replay());
    Play replay = new Play(session, seed, false);
    replay.run();

    assertThat(replay.session.reports.all()).isEqualTo(live.session.reports.all());
    assertThat(replay.session.snapshot()).isEqualTo(live.session.snapshot());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aKillAtAnyMomentLeavesTheBookAsItWasTold(long seed) {
    PaperSession session =
        new PaperSession(PaperSession.settings(folder.resolve("any"), 40, 5, seed));
    Play play = new Play(session, seed, false);
    Random moments = new Random(seed * 31);
    for (int step = 0; step < STEPS; step++) {
      play.tick();
      play.command();
      if (moments.nextInt(25) == 0) {
        VenueSnapshot before = session.snapshot();
        session.killAndRestart();
        assertThat(session.snapshot()).isEqualTo(before);
      }
    }
    long filled =
        session.reports.of(ExecType.TRADE).stream()
            .filter(trade -> trade.instrument().equals(FakeReferenceData.ACME.id()))
            .mapToLong(trade -> trade.lastQty() * trade.side().sign())
            .sum();
    long held =
        session.snapshot().positions().entrySet().stream()
            .filter(entry -> entry.getKey().instrument().equals(FakeReferenceData.ACME.id()))
            .mapToLong(Map.Entry::getValue)
            .sum();
    assertThat(held).as("ACME in lots of %s", Fixed.format(Fixed.ONE)).isEqualTo(filled);
  }
}
