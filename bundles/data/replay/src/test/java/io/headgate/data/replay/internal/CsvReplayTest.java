package io.headgate.data.replay.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.Bar;
import io.headgate.model.market.MarketBatch;
import io.headgate.model.market.MarketEvent;
import io.headgate.model.market.Quote;
import io.headgate.model.market.Trade;
import io.headgate.spi.data.FeedProgress;
import io.headgate.spi.node.NodeInfo;
import io.headgate.spi.plugin.Health;
import io.headgate.testkit.fake.FakeNodeInfo;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.fake.RecordingMarketSink;
import io.headgate.testkit.time.FixedClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole files through the service: times, kinds, failures, pace. */
@Timeout(60)
class CsvReplayTest {

  private static final long MIDNIGHT = nanos("2014-05-08T00:00:00Z");
  private static final long MILLI = 1_000_000L;
  private static final InstrumentId EURUSD = InstrumentId.parse("EURUSD.SIM");

  @TempDir private Path folder;

  private final FixedClock clock = new FixedClock();
  private final RecordingMarketSink sink = new RecordingMarketSink();
  private CsvReplay replay = replay(new Configured(), FakeNodeInfo.replay());

  private static long nanos(String instant) {
    return Instant.parse(instant).toEpochMilli() * MILLI;
  }

  private CsvReplay replay(Configured configured, NodeInfo node) {
    Path base = folder == null ? Path.of("") : folder;
    replay = new CsvReplay(clock, node, new FakeReferenceData(), configured.config(), base);
    return replay;
  }

  private static ConditionFactory await() {
    return Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2));
  }

  @AfterEach
  void stop() {
    replay.stop();
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
      packed.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(String... entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream packed = new ZipOutputStream(bytes)) {
      for (int i = 0; i < entries.length; i += 2) {
        packed.putNextEntry(new ZipEntry(entries[i]));
        packed.write(entries[i + 1].getBytes(UTF_8));
        packed.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private FeedProgress run(Configured configured) {
    replay(configured, FakeNodeInfo.replay()).start(sink);
    await().until(() -> replay.progress().finished());
    FeedProgress progress = replay.progress();
    assertThat(progress.delivered()).isEqualTo(sink.rows());
    assertThat(progress.read()).isEqualTo(progress.delivered() + progress.skipped());
    assertThat(progress.skippedByReason().values().stream().mapToLong(n -> n).sum())
        .isEqualTo(progress.skipped());
    return progress;
  }

  private static Quote quote(long millis, long bid, long ask) {
    long at = MIDNIGHT + millis * MILLI;
    return new Quote(EURUSD, at, at, bid * 10_000, 0, ask * 10_000, 0);
  }

  @Test
  void theLastLineMayLackItsEnd() throws IOException {
    Path open = file("open.csv", "17007,1.39147,1.39148\r\n86399235,1.38371,1.38374");
    FeedProgress progress = run(Configured.quotes(open));
    assertThat(progress).isEqualTo(new FeedProgress(2, 2, 0, Map.of(), true, ""));
    assertThat(sink.events())
        .containsExactly(quote(17_007, 139_147, 139_148), quote(86_399_235, 138_371, 138_374));
    assertThat(sink.batches().get(0).source()).isEqualTo("replay");
    assertThat(replay.health()).isEqualTo(Health.UP);
  }

  @Test
  void filesAndEntriesFollowEachOther() throws IOException {
    file("a.zip", zip("2.csv", "1,1.1,1.2\n", "1.csv", "2,1.1,1.2"));
    file("b.csv.gz", gzip("3,1.1,1.2\n"));
    file("c.csv", "4,1.1,1.2\n");
    run(Configured.quotes("a.zip,b.*", "c.csv"));
    assertThat(sink.events())
        .extracting(MarketEvent::tsEvent)
        .containsExactly(
            MIDNIGHT + MILLI, MIDNIGHT + 2 * MILLI, MIDNIGHT + 3 * MILLI, MIDNIGHT + 4 * MILLI);
  }

  @Test
  void namesTellTheDates() throws IOException {
    file("eurusd-20140508.zip", zip("x.csv", "0,1.1,1.2\n", "2014-05-09.csv", "0,1.1,1.2\n"));
    file("eurusd-20140510.csv", "0,1.1,1.2\n");
    file("eurusd-99999999.csv", "0,1.1,1.2\n");
    FeedProgress progress = run(Configured.quotes("eurusd-*").with("date", "fileName"));
    assertThat(sink.events())
        .extracting(MarketEvent::tsEvent)
        .containsExactly(
            nanos("2014-05-08T00:00:00Z"),
            nanos("2014-05-09T00:00:00Z"),
            nanos("2014-05-10T00:00:00Z"));
    assertThat(progress.failure()).contains("eurusd-99999999.csv").contains("'date'");
  }

  @Test
  void tradesInTenThousandthsOfNewYork() throws IOException {
    Path trades = file("t.csv", "34200000,1674100,100,P,0,0\n34200001,1674200,50,Q,0,0\n");
    run(
        Configured.quotes(trades)
            .with("columns", "millisOfDay,price,size")
            .with("zone", "America/New_York")
            .with("priceScale", "10000"));
    long open = nanos("2014-05-08T13:30:00Z");
    assertThat(sink.events())
        .containsExactly(
            new Trade(EURUSD, open, open, 167_410_000_000L, 100_000_000_000L),
            new Trade(EURUSD, open + MILLI, open + MILLI, 167_420_000_000L, 50_000_000_000L));
  }

  @Test
  void aBarIsSeenWhenItHasEnded() throws IOException {
    Path bars = file("b.csv", "date,o,h,l,c,v\n20140508 00:00,1.1,1.4,1.0,1.2,7\n");
    FeedProgress progress =
        run(
            Configured.quotes(bars)
                .with("columns", "time,open,high,low,close,volume")
                .with("date", "")
                .with("barMillis", 60_000L));
    long end = MIDNIGHT + 60_000 * MILLI;
    assertThat(sink.events())
        .containsExactly(
            new Bar(
                EURUSD,
                end,
                end,
                1_100_000_000L,
                1_400_000_000L,
                1_000_000_000L,
                1_200_000_000L,
                7_000_000_000L));
    assertThat(progress.skippedByReason()).isEqualTo(Map.of("HEADER", 1L));
  }

  @Test
  void everyRowOfAMessyFileIsAccountedFor() throws IOException {
    Path messy =
        file(
            "messy.csv",
            """
            Time,Bid,Ask
            1000,1.39,1.40

            1001,,1.40
            1002,0,1.40
            1003,0,0
            1004,abc,1.40
            999,1.39,1.40
            1005,"1.39",1.40
            1006,139,140
            1007,1.39
            1008,1.39,1.40000000001
            99999999,1.39,1.40
            1009,1.39,1.40
            """);
    FeedProgress progress = run(Configured.quotes(messy));
    assertThat(progress.read()).isEqualTo(14);
    assertThat(progress.delivered()).isEqualTo(4);
    assertThat(progress.failure()).isEmpty();
    assertThat(progress.skippedByReason())
        .isEqualTo(
            Map.of(
                "HEADER", 1L,
                "BLANK_ROW", 1L,
                "MISSING_PRICE", 1L,
                "ABSURD_PRICE", 2L,
                "MALFORMED_ROW", 2L,
                "TIME_BACKWARDS", 1L,
                "TOO_PRECISE", 1L,
                "TIME_OUT_OF_RANGE", 1L));
  }

  @Test
  void aRowTooLongToHoldIsSkipped() throws IOException {
    Path longRow = file("long.csv", "1,1.1,1.2\n" + "x".repeat(300_000) + "\n2,1.1,1.2\n");
    FeedProgress progress = run(Configured.quotes(longRow));
    assertThat(progress.delivered()).isEqualTo(2);
    assertThat(progress.skippedByReason()).isEqualTo(Map.of("MALFORMED_ROW", 1L));
  }

  @Test
  void whereBadRowsFailTheFirstEndsTheFeed() throws IOException {
    Path bad = file("bad.csv", "T,B,A\n1,1.1,1.2\n2,1.1\n3,1.1,1.2\n");
    FeedProgress progress = run(Configured.quotes(bad).with("badRowPolicy", "fail"));
    assertThat(progress.delivered()).isEqualTo(1);
    assertThat(progress.failure()).contains("bad.csv:3").contains("MALFORMED_ROW");
  }

  @Test
  void columnsThatFitNoRowAreAFailure() throws IOException {
    Path trades = file("trades.csv", "1,x,1.2\n2,y,1.2\n");
    FeedProgress progress = run(Configured.quotes(trades));
    assertThat(progress.read()).isEqualTo(2);
    assertThat(progress.failure()).contains("none of 2 rows").contains("columns");
    assertThat(replay.health().state()).isEqualTo(Health.State.DOWN);
  }

  @Test
  void aMissingFileEndsTheFeedAfterTheOnesBefore() throws IOException {
    file("a.csv", "1,1.1,1.2\n");
    FeedProgress progress = run(Configured.quotes("a.csv", "none.csv", "a.csv"));
    assertThat(progress.delivered()).isEqualTo(1);
    assertThat(progress.failure()).contains("none.csv does not exist");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aHalfWrittenArchiveGivesWhatItHoldsAndFails(long seed) throws IOException {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      text.append(
          "%d,1.%05d,2.%05d%n".formatted(i, random.nextInt(99_999), random.nextInt(99_999)));
    }
    int cutRows = 0;
    for (byte[] whole : List.of(gzip(text.toString()), zip("a.csv", text.toString()))) {
      for (int i = 0; i < 20; i++) {
        int length = 40 + random.nextInt(whole.length - 40);
        file("cut", Arrays.copyOf(whole, length));
        RecordingMarketSink cut = new RecordingMarketSink();
        CsvReplay one = replay(Configured.quotes("cut"), FakeNodeInfo.replay());
        one.start(cut);
        await().until(() -> one.progress().finished());
        FeedProgress progress = one.progress();
        String what = "seed %d cut to %d of %d: %s".formatted(seed, length, whole.length, progress);
        assertThat(progress.failure()).as(what).contains("cut").contains("fetch");
        assertThat(progress.delivered()).as(what).isEqualTo(cut.rows());
        assertThat(progress.skippedByReason().keySet()).as(what).isSubsetOf("INCOMPLETE_ROW");
        assertThat(progress.skipped()).as(what).isLessThanOrEqualTo(1);
        cutRows += (int) progress.skipped();
        assertThat(progress.read()).as(what).isEqualTo(cut.rows() + progress.skipped());
        List<MarketEvent> events = cut.events();
        for (int row = 0; row < events.size(); row++) {
          assertThat(events.get(row).tsEvent()).as(what).isEqualTo(MIDNIGHT + row * MILLI);
          assertThat(((Quote) events.get(row)).askPrice()).as(what).isGreaterThan(2_000_000_000L);
        }
      }
    }
    assertThat(cutRows).as("most cuts go through a row").isGreaterThan(20);
  }

  @Test
  void aStartBeginsWithTheFirstRowAndGivesTheSame() throws IOException {
    Path file = file("a.csv", "1,1.1,1.2\n2,1.1,1.2\n");
    run(Configured.quotes(file));
    RecordingMarketSink again = new RecordingMarketSink();
    replay.start(again);
    await().until(() -> replay.progress().finished());
    assertThat(again.events()).isEqualTo(sink.events());
  }

  @Test
  void aLiveNodeReceivesRowsNow() throws IOException {
    Path file = file("a.csv", "1,1.1,1.2\n");
    replay(Configured.quotes(file), FakeNodeInfo.live()).start(sink);
    await().until(() -> replay.progress().finished());
    assertThat(sink.events().get(0).tsEvent()).isEqualTo(MIDNIGHT + MILLI);
    assertThat(sink.events().get(0).tsInit()).isEqualTo(clock.epochNanos());
  }

  @Test
  void recordedSpeedFollowsTheClock() throws IOException {
    Path file = file("a.csv", "0,1.1,1.2\n0,1.1,1.2\n1000,1.1,1.2\n5000,1.1,1.2\n5001,1.1,1.2\n");
    replay(Configured.quotes(file).with("speed", "10"), FakeNodeInfo.replay()).start(sink);
    await().until(() -> sink.rows() == 2);
    clock.advanceMillis(99);
    await().during(Duration.ofMillis(60)).until(() -> sink.rows() == 2);
    clock.advanceMillis(300);
    await().during(Duration.ofMillis(60)).until(() -> sink.rows() == 3);
    clock.advanceMillis(200);
    await().until(() -> replay.progress().finished());
    assertThat(sink.rows()).isEqualTo(5);
    assertThat(sink.events()).extracting(MarketEvent::tsInit).isSorted();
  }

  @Test
  void aStopEndsAWaitAtOnce() throws IOException {
    Path file = file("a.csv", "0,1.1,1.2\n86400000,1.1,1.2\n");
    replay(Configured.quotes(file).with("speed", "1"), FakeNodeInfo.live()).start(sink);
    await().until(() -> sink.rows() == 1);
    replay.stop();
    assertThat(replay.progress()).isEqualTo(new FeedProgress(1, 1, 0, Map.of(), false, ""));
  }

  @Test
  void aSinkThatClosesBeforeItStopsTheFeedIsAStop() throws IOException {
    Path file = file("a.csv", "1,1.1,1.2\n");
    sink.stop();
    replay(Configured.quotes(file), FakeNodeInfo.replay()).start(sink);
    await().until(() -> replay.progress().finished());
    assertThat(replay.progress().failure()).contains("the engine has stopped");
    replay.stop();
    assertThat(replay.progress()).isEqualTo(new FeedProgress(0, 0, 0, Map.of(), false, ""));
    assertThat(replay.health()).isEqualTo(Health.UP);
  }

  @Test
  void theSinkItselfMayStopTheFeed() throws IOException {
    Path file = file("a.csv", "1,1.1,1.2\n2,1.1,1.2\n3,1.1,1.2\n");
    replay(Configured.quotes(file).with("batchSize", 1), FakeNodeInfo.replay());
    replay.start(
        batch -> {
          sink.accept(batch);
          replay.stop();
        });
    await().during(Duration.ofMillis(50)).until(() -> sink.rows() == 1);
    replay.start(sink);
    await().until(() -> sink.rows() == 4);
  }

  @Test
  void aConfigurationThatCannotBeUsedIsToldAtTheStart() {
    assertThatThrownBy(() -> replay.start(sink))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("io.headgate.data.replay.cfg: files is ''");
    replay(Configured.quotes("a.csv").with("instrument", "NONE.SIM"), FakeNodeInfo.replay());
    assertThatThrownBy(() -> replay.start(sink))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("instrument NONE.SIM is not known");
  }

  @Test
  void aChangedConfigurationCountsFromTheNextStart() throws IOException {
    Path file = file("a.csv", "1,1.1,1.2\n");
    replay.modified(Configured.quotes(file).config());
    replay.start(sink);
    await().until(() -> sink.rows() == 1);
    replay.modified(Configured.quotes(file).with("speed", "never").config());
    await().until(() -> replay.progress().finished());
    assertThatThrownBy(() -> replay.start(sink)).hasMessageContaining("speed is 'never'");
  }

  @Test
  void batchesHoldAsManyRowsAsConfigured() throws IOException {
    file("a.csv", "1,1.1,1.2\n".repeat(2_500));
    run(Configured.quotes("a.csv").with("batchSize", 1_000));
    assertThat(sink.batches()).extracting(MarketBatch::size).containsExactly(1_000, 1_000, 500);
  }
}
