package io.headgate.limits.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.headgate.model.decision.Unit;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.testkit.fake.FakeNodeInfo;
import io.headgate.testkit.fake.RecordingAlarms;
import io.headgate.testkit.time.FixedClock;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits that come with a rule set, beside those of the folder. */
class ActivatedLimitsTest {

  private static final String HEADER =
      "who,what,limit,value,unit,severity,effectiveFrom,effectiveTo,owner,basis\n";
  private static final LimitSubject SUBJECT = Subjects.of("A", "t", "s", "ALFA.SIM");

  @TempDir private Path folder;

  private final RecordingAlarms alarms = new RecordingAlarms();
  private final FixedClock clock = new FixedClock();
  private CsvLimits limits;

  private record TestConfig(String folder, int warnAtPercent, int pollMillis)
      implements CsvLimits.Config {
    @Override
    public String heardFolder() {
      return folder + "/heard";
    }

    @Override
    public Class<? extends Annotation> annotationType() {
      return CsvLimits.Config.class;
    }
  }

  @BeforeEach
  void open() throws IOException {
    open(50);
  }

  private void open(int pollMillis) throws IOException {
    save("firm.csv", maxQty(100));
    limits =
        new CsvLimits(
            new TestConfig(folder.toString(), 80, pollMillis),
            Map.of(),
            FakeNodeInfo.live(),
            clock);
    limits.bindAlarms(alarms);
  }

  /** A test that looks by itself: one in between would take the folder's files. */
  private void openUnwatched() throws IOException {
    limits.close();
    open(10_000);
  }

  @AfterEach
  void close() {
    limits.close();
  }

  private void save(String name, String rows) throws IOException {
    Files.write(folder.resolve(name), (HEADER + rows).getBytes(UTF_8));
  }

  private static String maxQty(long quantity) {
    return "firm,*,max-order-qty," + quantity + ",qty,block,,,,\n";
  }

  private static SortedMap<String, byte[]> set(String name, String rows) {
    return new TreeMap<>(Map.of(name, (HEADER + rows).getBytes(UTF_8)));
  }

  private long maxQty() {
    ResolvedLimits resolved =
        Objects.requireNonNull(limits.resolve(SUBJECT, clock.epochNanos()), "limits serve");
    return Long.parseLong(Unit.QTY.format(resolved.block(LimitKind.MAX_ORDER_QTY)));
  }

  private void awaitMaxQty(long quantity) {
    await().atMost(Duration.ofSeconds(30)).until(() -> maxQty() == quantity);
  }

  @Test
  void theLimitsOfASetServeUntilTheFolderChanges() throws Exception {
    long version = limits.version();
    limits.activate(set("other.csv", maxQty(70)), false);
    assertThat(maxQty()).isEqualTo(70);
    assertThat(limits.version()).isGreaterThan(version);
    assertThat(limits.rows()).singleElement().asString().contains("limits/other.csv:2");

    save("firm.csv", maxQty(90));
    awaitMaxQty(90);
    assertThat(limits.failures()).as("a file of the set was never in the folder").isEmpty();
    save("firm.csv", maxQty(80));
    awaitMaxQty(80);
  }

  @Test
  void theFolderServesAgainWhenASetWithoutLimitsDoes() {
    limits.activate(set("firm.csv", maxQty(70)), false);
    limits.activate(new TreeMap<>(), false);
    assertThat(maxQty()).isEqualTo(100);
  }

  @Test
  void heldLimitsStayWhateverIsSavedInTheFolder() throws Exception {
    limits.activate(set("firm.csv", maxQty(70)), true);
    save("firm.csv", maxQty(1_000));
    assertThat(limits.reload()).isEmpty();
    assertThat(maxQty()).as("nobody has approved the folder's").isEqualTo(70);
    limits.activate(set("firm.csv", maxQty(60)), true);
    assertThat(maxQty()).isEqualTo(60);
    limits.activate(new TreeMap<>(), true);
    assertThat(maxQty()).as("a set without limits leaves them to the folder").isEqualTo(1_000);
  }

  @Test
  void limitsThatCannotServeChangeNothing() {
    limits.activate(set("firm.csv", maxQty(70)), false);
    assertThatThrownBy(() -> limits.activate(set("firm.csv", maxQty(-1)), false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("limits/firm.csv:2");
    assertThatThrownBy(() -> limits.trial(set("firm.csv", maxQty(-1))))
        .hasMessageContaining("limits/firm.csv:2");
    assertThat(limits.trial(set("firm.csv", maxQty(5))).rows()).hasSize(1);
    assertThat(maxQty()).isEqualTo(70);
    assertThat(alarms.isActive(LoadAlarm.KEY)).isFalse();
  }

  @Test
  void aFaultyFolderLeavesTheLimitsOfTheSetInForce() throws Exception {
    limits.activate(set("other.csv", maxQty(70)), false);
    save("firm.csv", "nonsense\n");
    await().atMost(Duration.ofSeconds(30)).until(() -> alarms.isActive(LoadAlarm.KEY));
    assertThat(maxQty()).isEqualTo(70);
    save("firm.csv", maxQty(90));
    awaitMaxQty(90);
  }

  @Test
  void aFileThatGoesFromTheFolderMeanwhileIsMissed() throws Exception {
    openUnwatched();
    save("firm.csv", maxQty(100));
    save("more.csv", "firm,*,max-order-notional,5,amount,block,,,,\n");
    assertThat(limits.reload()).isEmpty();
    limits.activate(set("other.csv", maxQty(70)), false);

    Files.delete(folder.resolve("firm.csv"));
    assertThat(limits.reload())
        .singleElement()
        .asString()
        .startsWith("limits/firm.csv: the file is gone, and what served before goes on");
    assertThat(maxQty()).as("the set's").isEqualTo(70);
    assertThat(alarms.isActive(LoadAlarm.KEY)).isTrue();
    Files.write(folder.resolve("firm.csv"), HEADER.getBytes(UTF_8));
    assertThat(limits.reload()).as("a header alone withdraws them").isEmpty();
    assertThat(limits.rows()).singleElement().asString().contains("limits/more.csv:2");
  }

  @Test
  void aListThatGoesFromTheFolderMeanwhileLeavesOnlyClosingOrders() throws Exception {
    Path list = folder.resolve("restricted.csv");
    Files.writeString(
        list,
        """
        instrument,account,restriction,effectiveFrom,effectiveTo,owner,source
        BETA.SIM,*,no-orders,,,ann,memo
        """);
    assertThat(limits.reload()).isEmpty();
    limits.activate(set("firm.csv", maxQty(70)), false);
    Files.delete(list);
    save("firm.csv", maxQty(90));
    await().atMost(Duration.ofSeconds(30)).until(() -> alarms.isActive(LoadAlarm.KEY));
    assertThat(limits.resolve(SUBJECT, clock.epochNanos()))
        .extracting(resolved -> resolved.block(LimitKind.RESTRICTED_OPENING_QTY))
        .isEqualTo(0L);
  }

  @Test
  void anEffectiveDateIsKeptToTheSecondByTheClock() {
    limits.activate(
        set(
            "firm.csv",
            """
            firm,*,max-order-qty,50,qty,block,,2030-06-01T12:00:00Z,,
            firm,*,max-order-qty,20,qty,block,2030-06-01T12:00:00Z,,,
            """),
        false);
    long noon = java.time.Instant.parse("2030-06-01T12:00:00Z").getEpochSecond() * 1_000_000_000L;
    assertThat(at(noon - 1_000_000_000L)).isEqualTo(50);
    assertThat(at(noon - 1)).as("the last nanosecond before").isEqualTo(50);
    assertThat(at(noon)).isEqualTo(20);
    assertThat(at(noon - 1)).as("asked again about a moment before").isEqualTo(50);
    assertThat(at(noon + 1_000_000_000L)).isEqualTo(20);
  }

  private long at(long epochNanos) {
    ResolvedLimits resolved =
        Objects.requireNonNull(limits.resolve(SUBJECT, epochNanos), "limits serve");
    return Long.parseLong(Unit.QTY.format(resolved.block(LimitKind.MAX_ORDER_QTY)));
  }
}
