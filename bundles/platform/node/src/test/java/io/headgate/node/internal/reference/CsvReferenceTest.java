package io.headgate.node.internal.reference;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.headgate.model.instrument.AssetClass;
import io.headgate.model.instrument.Instrument;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.number.Fixed;
import io.headgate.node.internal.TestConfig;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.reference.FxRate;
import io.headgate.testkit.fake.RecordingAlarms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvReferenceTest {

  /** The files that the distribution ships: they must always load. */
  private static final Path SHIPPED = Path.of("src/main/cfg/reference");

  private static final String HEADER =
      "instrument,assetClass,currency,multiplier,tickSize,lotSize,sector,calendar\n";
  private static final InstrumentId EURUSD = InstrumentId.parse("EURUSD.FXCM");

  @TempDir Path etc;
  private Path folder = Path.of(".");
  private final RecordingAlarms alarms = new RecordingAlarms();
  private final List<CsvReference> opened = new ArrayList<>();
  private long edits;

  @BeforeEach
  void copyShippedFiles() throws IOException {
    folder = Files.createDirectories(etc.resolve("reference"));
    for (String file : ReferenceSet.FILES) {
      Files.copy(SHIPPED.resolve(file), folder.resolve(file));
    }
  }

  @AfterEach
  void stop() {
    opened.forEach(CsvReference::stop);
  }

  /** Scans only when the test says so: the interval is longer than any test. */
  private CsvReference open() {
    return open(Map.of("scanMillis", 60_000));
  }

  private CsvReference open(Map<String, Object> config) {
    CsvReference reference =
        new CsvReference(
            CsvReference.settings(TestConfig.of(CsvReference.Config.class, config), Map.of()),
            alarms,
            etc);
    opened.add(reference);
    return reference;
  }

  private void write(String file, String content) throws IOException {
    Path path = folder.resolve(file);
    Files.writeString(path, content);
    // File systems may round times: every edit gets a time of its own.
    edits++;
    Files.setLastModifiedTime(
        path, FileTime.from(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(edits)));
  }

  private static void scanTwice(CsvReference reference) {
    reference.scan();
    reference.scan();
  }

  @Test
  void readsWhatIsShipped() {
    CsvReference reference = open();

    assertThat(alarms.active()).isEmpty();
    assertThat(reference.check()).isEqualTo(Health.UP);
    Instrument eurusd = Objects.requireNonNull(reference.instrument(EURUSD));
    assertThat(eurusd.assetClass()).isEqualTo(AssetClass.FX_SPOT);
    assertThat(eurusd.tickSize()).isEqualTo(Fixed.parse("0.00001"));
    assertThat(reference.instruments())
        .hasSize(21)
        .isSortedAccordingTo((a, b) -> a.id().compareTo(b.id()))
        .filteredOn(i -> i.id().venue().equals("SIM") && i.assetClass() == AssetClass.EQUITY)
        .hasSize(12)
        .extracting(Instrument::sector)
        .containsOnly("TECH", "ENERGY", "FINANCE", "HEALTH");
    assertThat(reference.accounts())
        .extracting("id")
        .containsExactly("ALPHA", "BRAVO", "CHARLIE", "DELTA", "DEMO", "EURO");
    assertThat(reference.fxRates()).contains(new FxRate("EUR", "USD", Fixed.parse("1.1")));
    assertThat(reference.instrument(InstrumentId.parse("NOPE.SIM"))).isNull();
    assertThat(reference.account("NOPE")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    // Friday 20:59 and 21:01 UTC in winter are before and after 17:00 in New York plus a day.
    "EURUSD.FXCM, 2026-03-06T21:59:00Z, true, 2026-03-06",
    "EURUSD.FXCM, 2026-03-06T22:01:00Z, false, 2026-03-07",
    "EURUSD.FXCM, 2026-03-08T20:59:00Z, false, 2026-03-08",
    "EURUSD.FXCM, 2026-03-08T21:01:00Z, true, 2026-03-09",
    "EURUSD.FXCM, 2026-12-25T12:00:00Z, false, 2026-12-25",
    "SPY.XNAS,    2026-03-06T14:29:00Z, false, 2026-03-06",
    "SPY.XNAS,    2026-03-06T14:31:00Z, true, 2026-03-06",
    "SPY.XNAS,    2026-03-06T21:00:00Z, false, 2026-03-06",
    "SPY.XNAS,    2026-07-03T15:00:00Z, false, 2026-07-03",
    "ES.XCME,     2026-03-05T22:30:00Z, false, 2026-03-06",
    "ES.XCME,     2026-03-05T23:30:00Z, true, 2026-03-06",
    "ALFA.SIM,    2026-03-07T03:00:00Z, true, 2026-03-07"
  })
  void calendarsKnowHoursRollsAndHolidays(
      String id, Instant moment, boolean open, LocalDate tradingDate) {
    CsvReference reference = open();
    Instrument instrument = Objects.requireNonNull(reference.instrument(InstrumentId.parse(id)));
    long nanos = moment.getEpochSecond() * 1_000_000_000L;

    assertThat(instrument.calendar().isOpen(nanos)).isEqualTo(open);
    assertThat(instrument.calendar().tradingDate(nanos)).isEqualTo(tradingDate);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A.SIM,EQUITY,USD,1,x,1,-,ALWAYS | column tickSize is 'x', expected a number above 0",
        "A.SIM,EQUITY,USD,0,1,1,-,ALWAYS | column multiplier is '0', expected a number above 0",
        "A.SIM,EQUITY,USD,1,1,-1,-,ALWAYS | column lotSize is '-1', expected a number above 0",
        "A.SIM,EQUITY,USD,1,1,1e99,-,ALWAYS | column lotSize is '1e99'",
        "A.SIM,EQUITY,usd,1,1,1,-,ALWAYS | column currency is 'usd', expected an ISO 4217 code",
        "A.SIM,SHARE,USD,1,1,1,-,ALWAYS | column assetClass is 'SHARE', expected one of [EQUITY",
        "ASIM,EQUITY,USD,1,1,1,-,ALWAYS | column instrument is 'ASIM', expected SYMBOL.VENUE",
        "A.SIM,EQUITY,USD,1,1,1,-,XTKS | column calendar is 'XTKS', expected one of [ALWAYS, FX",
        "A.SIM,EQUITY,USD,1,1,1,,ALWAYS | column sector is empty",
        "A.SIM,EQUITY,USD,1,1,1,- | has 7 columns, expected 8: instrument,assetClass"
      })
  void aFaultNamesFileLineColumnValueAndWhatWasExpected(String row, String message)
      throws IOException {
    write(
        "instruments.csv", "# a comment\n" + HEADER + "\nB.SIM,EQUITY,USD,1,1,1,-,ALWAYS\n" + row);
    CsvReference reference = open();

    assertThat(reference.instruments()).isEmpty();
    assertThat(reference.check().state()).isEqualTo(Health.State.DOWN);
    assertThat(reference.check().reason())
        .contains("etc/reference/instruments.csv:5: " + message)
        .contains("nothing of instruments.csv is in force");
    assertThat(alarms.active()).hasSize(1);
    assertThat(reference.accounts()).as("other files are not touched").isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "accounts.csv | account,currency~A,USD~A,EUR | accounts.csv:3: A stands in the file twice",
        "fx.csv | base,quote,rate~EUR,USD,1.1~USD,EUR,0.9 | fx.csv:3:",
        "fx.csv | base,quote,rate~EUR,EUR,1 | column quote is 'EUR', expected another currency",
        "fx.csv | base,quote~EUR,EUR | header is 'base,quote', expected 'base,quote,rate'",
        "fx.csv | # nothing | fx.csv: is empty, expected the header base,quote,rate",
        "fx.csv | base,quote,rate~\"EUR,USD,1 | fx.csv: cannot be read as CSV",
        "holidays.csv | calendar,date,close,name~FX,25.12.2026,,X | column date is '25.12.2026'",
        "calendars.csv | calendar,zone,roll,open,close,tradingDays~ALWAYS,UTC,00:00,00:00,00:00,MON | built-in",
        "calendars.csv | calendar,zone,roll,open,close,tradingDays~X,Mars,00:00,00:00,00:00,MON | column zone is 'Mars'",
        "calendars.csv | calendar,zone,roll,open,close,tradingDays~X,UTC,24:30,00:00,00:00,MON | column roll",
        "calendars.csv | calendar,zone,roll,open,close,tradingDays~X,UTC,00:00,00:00,00:00,MO | column tradingDays is 'MO'"
      })
  void everyFileIsChecked(String file, String content, String message) throws IOException {
    write(file, content.replace('~', '\n'));
    CsvReference reference = open();

    assertThat(reference.check().state()).isEqualTo(Health.State.DOWN);
    assertThat(reference.check().reason()).contains(message);
  }

  @Test
  void textThatIsNotUtf8IsRefused() throws IOException {
    Files.write(
        folder.resolve("accounts.csv"), "account,currency\nMÜLLER,EUR\n".getBytes(ISO_8859_1));
    CsvReference reference = open();

    assertThat(reference.check().reason()).contains("accounts.csv: is not UTF-8 text");
  }

  @Test
  void aByteOrderMarkIsNoFault() throws IOException {
    write("accounts.csv", "\uFEFFaccount,currency\r\nX,EUR\r\n");
    CsvReference reference = open();

    assertThat(reference.check()).isEqualTo(Health.UP);
    assertThat(reference.account("X")).isNotNull();
  }

  @Test
  void aMissingFolderLeavesTheNodeWithoutInstrumentsAndSaysSo() {
    CsvReference reference = open(Map.of("folder", "nowhere", "scanMillis", 60_000));

    assertThat(reference.check().state()).isEqualTo(Health.State.DOWN);
    assertThat(reference.check().reason()).contains("etc/nowhere/instruments.csv: is missing");
  }

  @Test
  void aGoodChangeIsTakenOverOnceTheFileStandsStill() throws IOException {
    CsvReference reference = open();
    write("accounts.csv", "account,currency\nNEW,USD\n");

    reference.scan();
    assertThat(reference.account("NEW")).as("seen once: it may still be written").isNull();
    reference.scan();
    assertThat(reference.account("NEW")).isNotNull();
  }

  @Test
  void aBadChangeKeepsTheOldAndIsForgivenOnceCorrected() throws IOException {
    CsvReference reference = open();
    write("instruments.csv", HEADER + "A.SIM,EQUITY,USD,1,oops,1,-,ALWAYS\n");
    scanTwice(reference);

    assertThat(reference.instruments()).hasSize(21);
    assertThat(reference.check().state()).isEqualTo(Health.State.DEGRADED);
    assertThat(reference.check().reason()).contains("instruments.csv:2").contains("stays in force");
    assertThat(alarms.isActive(CsvReference.ALARM)).isTrue();

    write("instruments.csv", HEADER + "A.SIM,EQUITY,USD,1,1,1,-,ALWAYS\n");
    scanTwice(reference);

    assertThat(reference.instruments()).hasSize(1);
    assertThat(reference.check()).isEqualTo(Health.UP);
    assertThat(alarms.active()).isEmpty();
  }

  @Test
  void aDeletedFileKeepsTheOld() throws IOException {
    CsvReference reference = open();
    Files.delete(folder.resolve("fx.csv"));
    scanTwice(reference);

    assertThat(reference.fxRates()).isNotEmpty();
    assertThat(reference.check().reason()).contains("fx.csv: is missing");
  }

  @Test
  void aNewHolidayReachesTheInstruments() throws IOException {
    CsvReference reference = open();
    write("holidays.csv", "calendar,date,close,name\nXNYS,2026-03-06,,Closed for the test\n");
    scanTwice(reference);

    Instrument spy = Objects.requireNonNull(reference.instrument(InstrumentId.parse("SPY.XNAS")));
    assertThat(spy.calendar().holidays()).containsExactly(LocalDate.parse("2026-03-06"));
  }

  @Test
  void scansByItself() throws IOException {
    CsvReference reference = open(Map.of("scanMillis", 100));
    write("accounts.csv", "account,currency\nNEW,USD\n");

    await().until(() -> reference.account("NEW") != null);
  }

  @Test
  void theScanIntervalHasARange() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                CsvReference.settings(
                    TestConfig.of(CsvReference.Config.class, Map.of("scanMillis", 5)), Map.of()))
        .withMessageContaining(
            "etc/io.headgate.reference.cfg: scanMillis is '5', expected a whole");
  }

  @Test
  void aWrongChangeOfTheConfigurationTakesNothingAway() throws Exception {
    CsvReference reference = open();

    reference.modified(TestConfig.of(CsvReference.Config.class, Map.of("scanMillis", 5)), Map.of());

    assertThat(reference.accounts()).isNotEmpty();
    assertThat(reference.check().state()).isEqualTo(Health.State.DEGRADED);
    assertThat(reference.check().reason()).contains("scanMillis is '5'");
  }
}
