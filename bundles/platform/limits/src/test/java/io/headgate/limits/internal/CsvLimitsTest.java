package io.headgate.limits.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.headgate.model.decision.Unit;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.plugin.Health;
import io.headgate.testkit.fake.FakeNodeInfo;
import io.headgate.testkit.fake.RecordingAlarms;
import io.headgate.testkit.time.FixedClock;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvLimitsTest {

  private static final String HEADER =
      "who,what,limit,value,unit,severity,effectiveFrom,effectiveTo,owner,basis\n";
  private static final LimitSubject SUBJECT = Subjects.of("A", "t", "s", "ALFA.SIM");

  @TempDir private Path folder;

  private final RecordingAlarms alarms = new RecordingAlarms();
  private final FixedClock clock = new FixedClock();

  /** Of a folder that is not there, until a test opens its own. */
  private CsvLimits limits =
      new CsvLimits(new TestConfig("nowhere", 80, 300), Map.of(), FakeNodeInfo.replay(), clock);

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

  private void open(FakeNodeInfo node) {
    limits = new CsvLimits(new TestConfig(folder.toString(), 80, 300), Map.of(), node, clock);
    limits.bindAlarms(alarms);
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

  private long maxQty() {
    ResolvedLimits resolved = limits.resolve(SUBJECT, clock.epochNanos());
    return resolved == null
        ? -1
        : Long.parseLong(Unit.QTY.format(resolved.block(LimitKind.MAX_ORDER_QTY)));
  }

  @Test
  void aSavedFileServesByItself() throws Exception {
    save("firm.csv", maxQty(100));
    open(FakeNodeInfo.live());
    assertThat(maxQty()).isEqualTo(100);
    assertThat(limits.version()).isEqualTo(1);
    assertThat(limits.check()).isEqualTo(Health.UP);
    String hash = limits.hash();

    save("firm.csv", maxQty(200));
    serves(200);
    assertThat(limits.version()).isEqualTo(2);
    assertThat(limits.hash()).isNotEqualTo(hash);
    // As most editors do it: write beside, then rename over.
    Path beside = folder.resolve(".firm.csv.swp");
    Files.write(beside, (HEADER + maxQty(300)).getBytes(UTF_8));
    Files.move(beside, folder.resolve("firm.csv"), StandardCopyOption.ATOMIC_MOVE);
    serves(300);
    save("second.csv", "account=A,*,max-order-qty,50,qty,block,,,,\n");
    serves(50);
    assertThat(limits.rows()).hasSize(2);
  }

  private void serves(long quantity) {
    await()
        .pollInterval(Duration.ofMillis(10))
        .untilAsserted(() -> assertThat(maxQty()).isEqualTo(quantity));
  }

  @Test
  void aBadSetChangesNothingAndSaysWhy() throws Exception {
    save("firm.csv", maxQty(100));
    open(FakeNodeInfo.live());

    save("firm.csv", "firm,*,max-order-qty,200,,block,,,,\n");
    await().untilAsserted(() -> assertThat(limits.failures()).hasSize(1));
    assertThat(limits.failures().get(0)).startsWith("limits/firm.csv:2: unit is ''");
    assertThat(maxQty()).isEqualTo(100);
    assertThat(limits.version()).isEqualTo(1);
    assertThat(limits.check().state()).isEqualTo(Health.State.DEGRADED);
    await().untilAsserted(() -> assertThat(alarms.isActive(LoadAlarm.KEY)).isTrue());
    assertThat(alarms.active().get(0).text()).contains("limits/firm.csv:2");
    alarms.clear(LoadAlarm.KEY, "ines");
    await().untilAsserted(() -> assertThat(alarms.isActive(LoadAlarm.KEY)).isTrue());

    save("firm.csv", maxQty(300));
    await().untilAsserted(() -> assertThat(maxQty()).isEqualTo(300));
    await().untilAsserted(() -> assertThat(alarms.isActive(LoadAlarm.KEY)).isFalse());
    assertThat(limits.failures()).isEmpty();
  }

  @Test
  void beforeTheFirstGoodSetThereIsNoAnswer() throws Exception {
    open(FakeNodeInfo.live());
    assertThat(maxQty()).isEqualTo(-1);
    assertThat(limits.rows()).isEmpty();
    assertThat(limits.hash()).isEmpty();
    assertThat(limits.check().state()).isEqualTo(Health.State.DOWN);
    assertThat(alarms.isActive(LoadAlarm.KEY)).isTrue();

    save("firm.csv", maxQty(7));
    await().untilAsserted(() -> assertThat(maxQty()).isEqualTo(7));
    assertThat(limits.check()).isEqualTo(Health.UP);
  }

  @Test
  void aFileThatVanishesTakesNothingWithIt() throws Exception {
    save("firm.csv", maxQty(100));
    save("desk.csv", "account=A,*,max-order-qty,50,qty,block,,,,\n");
    open(FakeNodeInfo.live());

    Files.delete(folder.resolve("desk.csv"));
    await().untilAsserted(() -> assertThat(limits.failures()).hasSize(1));
    assertThat(maxQty()).isEqualTo(50);

    save("desk.csv", "");
    await().untilAsserted(() -> assertThat(maxQty()).isEqualTo(100));
    assertThat(limits.failures()).isEmpty();
  }

  @Test
  void aFolderThatIsGoneChangesNothing() throws Exception {
    save("firm.csv", maxQty(100));
    open(FakeNodeInfo.live());
    Path aside = folder.resolveSibling(folder.getFileName() + "-aside");
    Files.move(folder, aside);

    await().untilAsserted(() -> assertThat(limits.failures()).isNotEmpty());
    assertThat(limits.failures().get(0)).contains("can not be read").contains("create it");
    assertThat(maxQty()).isEqualTo(100);

    Files.move(aside, folder);
    await().untilAsserted(() -> assertThat(limits.failures()).isEmpty());
  }

  private static final String LIST_HEADER =
      "instrument,account,restriction,effectiveFrom,effectiveTo,owner,source\n";

  private void saveList(String rows) throws IOException {
    Files.write(folder.resolve("restricted.csv"), (LIST_HEADER + rows).getBytes(UTF_8));
  }

  /** What an order of the subject may add, and may add beyond closing; in whole units. */
  private long[] mayAdd() {
    return new long[] {
      resolved().block(LimitKind.RESTRICTED_QTY), resolved().block(LimitKind.RESTRICTED_OPENING_QTY)
    };
  }

  private ResolvedLimits resolved() {
    return Objects.requireNonNull(limits.resolve(SUBJECT, clock.epochNanos()));
  }

  @Test
  void aListRestrictsAndItsSourceIsItsLine() throws Exception {
    save("firm.csv", maxQty(100));
    saveList("ECHO.SIM,*,no-orders,,,ann,\n");
    open(FakeNodeInfo.replay());
    assertThat(mayAdd()).containsExactly(Long.MAX_VALUE, Long.MAX_VALUE);

    saveList("ECHO.SIM,*,no-orders,,,ann,\nALFA.*,A,closing-only,,,ann,memo 7\n");
    assertThat(limits.reload()).isEmpty();
    assertThat(mayAdd()).containsExactly(Long.MAX_VALUE, 0);
    assertThat(resolved().source(LimitKind.RESTRICTED_OPENING_QTY))
        .isEqualTo("limits/restricted.csv:3");

    saveList("ECHO.SIM,*,no-orders,,,ann,\nALFA.SIM,*,watch,,,ann,\n");
    assertThat(limits.reload()).isEmpty();
    assertThat(mayAdd()).as("only watched").containsExactly(Long.MAX_VALUE, Long.MAX_VALUE);
    assertThat(resolved().warn(LimitKind.RESTRICTED_QTY)).isZero();
    assertThat(resolved().warnSource(LimitKind.RESTRICTED_QTY))
        .isEqualTo("limits/restricted.csv:3");

    saveList("ALFA.SIM,*,no-orders,2000-01-01,2000-12-31,ann,\n");
    assertThat(limits.reload()).isEmpty();
    assertThat(mayAdd()).as("it is over").containsExactly(Long.MAX_VALUE, Long.MAX_VALUE);
  }

  @Test
  void aListThatCannotBeReadLetsNothingButClosingOrdersPass() throws Exception {
    save("firm.csv", maxQty(100));
    saveList("ECHO.SIM,*,no-orders,,,ann,\n");
    open(FakeNodeInfo.replay());
    long version = limits.version();

    saveList("ALFA,*,no-orders,,,ann,\n");
    assertThat(limits.reload()).hasSize(1);
    assertThat(mayAdd()).containsExactly(Long.MAX_VALUE, 0);
    assertThat(resolved().source(LimitKind.RESTRICTED_OPENING_QTY))
        .startsWith("limits/restricted.csv:2: instrument is 'ALFA', expected SYMBOL.VENUE");
    assertThat(limits.version()).isEqualTo(version + 1);
    assertThat(limits.check().state()).isEqualTo(Health.State.DEGRADED);
    assertThat(limits.check().reason()).contains("only closing orders pass");
    limits.reload();
    assertThat(limits.version()).as("nothing changed").isEqualTo(version + 1);

    Files.delete(folder.resolve("restricted.csv"));
    assertThat(limits.reload()).hasSize(1);
    assertThat(mayAdd()).as("the list is gone").containsExactly(Long.MAX_VALUE, 0);

    save("firm.csv", "firm,*,max-order-qty,200,,block,,,,\n");
    saveList("ECHO.SIM,*,no-orders,,,ann,\n");
    assertThat(limits.reload()).as("only the limits are at fault").hasSize(1);
    assertThat(mayAdd()).containsExactly(Long.MAX_VALUE, Long.MAX_VALUE);
    assertThat(limits.check().reason()).doesNotContain("closing");

    save("firm.csv", maxQty(100));
    saveList("");
    assertThat(limits.reload()).as("an empty list restricts nothing").isEmpty();
    assertThat(limits.check()).isEqualTo(Health.UP);
  }

  @Test
  void aWorkbookBesideAListIsNamedAndLeavesTheListAsItIs() throws Exception {
    save("firm.csv", maxQty(100));
    saveList("ECHO.SIM,*,no-orders,,,ann,\n");
    open(FakeNodeInfo.replay());
    for (String name : List.of("restricted.xlsx", "Restricted list.txt")) {
      Files.writeString(folder.resolve(name), "PK");
      assertThat(limits.reload())
          .singleElement()
          .asString()
          .startsWith("limits/" + name + ": it is no CSV file");
      assertThat(mayAdd()).as(name).containsExactly(Long.MAX_VALUE, Long.MAX_VALUE);
      assertThat(limits.check().reason()).contains("serve on", name);
      Files.delete(folder.resolve(name));
      assertThat(limits.reload()).isEmpty();
    }

    Files.move(folder.resolve("restricted.csv"), folder.resolve("restricted.xlsx"));
    assertThat(limits.reload()).hasSize(2);
    assertThat(mayAdd()).as("the list is gone").containsExactly(Long.MAX_VALUE, 0);
    assertThat(resolved().source(LimitKind.RESTRICTED_OPENING_QTY))
        .startsWith("limits/restricted.csv: the file is gone");
  }

  @Test
  void aListAloneIsNoSetOfLimits() throws Exception {
    saveList("ECHO.SIM,*,no-orders,,,ann,\n");
    open(FakeNodeInfo.replay());
    assertThat(limits.failures()).hasSize(1);
    assertThat(limits.resolve(SUBJECT, 0)).isNull();
  }

  @Test
  void reloadTakesTheFilesAtOnceAndTheSameContentIsNoNewVersion() throws Exception {
    save("firm.csv", maxQty(100));
    open(FakeNodeInfo.replay());
    save("firm.csv", maxQty(200));
    assertThat(maxQty()).as("a replay does not watch").isEqualTo(100);

    assertThat(limits.reload()).isEmpty();
    assertThat(maxQty()).isEqualTo(200);
    assertThat(limits.version()).isEqualTo(2);
    assertThat(limits.reload()).isEmpty();
    assertThat(limits.version()).isEqualTo(2);
  }

  @Test
  void rowsThatAreOverAreNotListed() throws Exception {
    save(
        "firm.csv",
        """
        firm,*,max-order-qty,1,qty,block,,2020-01-01,,
        firm,*,max-order-qty,2,qty,block,2020-01-02,2030-01-01,,
        firm,*,max-order-qty,3,qty,block,2030-01-02,,,
        """);
    open(FakeNodeInfo.replay());

    assertThat(limits.rows())
        .extracting(row -> row.source())
        .containsExactly("limits/firm.csv:3", "limits/firm.csv:4");
    assertThat(maxQty()).isEqualTo(2);
  }

  @Test
  void aWrongChangeOfTheConfigurationTakesNothingAway() throws Exception {
    save("firm.csv", maxQty(100));
    open(FakeNodeInfo.live());

    limits.modified(new TestConfig(folder.toString(), 101, 300), Map.of("warnAtPercent", "101"));

    assertThat(maxQty()).isEqualTo(100);
    assertThat(limits.check().state()).isEqualTo(Health.State.DEGRADED);
    assertThat(limits.configuration().reason()).contains("warnAtPercent is '101'");

    limits.modified(new TestConfig(folder.toString(), 80, 300), Map.of());
    assertThat(limits.check()).isEqualTo(Health.UP);
  }

  @Test
  void aConfigurationOutOfRangeIsNamed() {
    assertThatThrownBy(
            () ->
                new CsvLimits(
                    new TestConfig(folder.toString(), 101, 300),
                    Map.of(),
                    FakeNodeInfo.live(),
                    clock))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "etc/io.headgate.limits.cfg: warnAtPercent is '101', expected a whole number from 1 to 100;"
                + " correct it and save the file");
    assertThatThrownBy(
            () ->
                new CsvLimits(
                    new TestConfig(folder.toString(), 80, 10),
                    Map.of(),
                    FakeNodeInfo.live(),
                    clock))
        .hasMessageContaining("pollMillis is '10'");
    assertThatThrownBy(
            () -> new CsvLimits(new TestConfig(" ", 80, 300), Map.of(), FakeNodeInfo.live(), clock))
        .hasMessageContaining("folder is ' '");
  }
}
