package io.headgate.limits.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.decision.Severity;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.LimitRow;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.limits.ResolvedLimits;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitFileTest {

  private static final String HEADER =
      "who,what,limit,value,unit,severity,effectiveFrom,effectiveTo,owner,basis\n";

  private final List<String> faults = new ArrayList<>();

  private List<LimitRow> read(String text) {
    return LimitFile.read("a.csv", text.getBytes(UTF_8), faults);
  }

  private static long nanos(String instant) {
    return Instant.parse(instant).getEpochSecond() * 1_000_000_000L;
  }

  @Test
  void aRowIsReadWithEveryField() {
    List<LimitRow> rows =
        read(
            HEADER
                + "account=DEMO,instrument=EUR/USD.FXCM,max-order-notional,2500.5,amount,warn,"
                + "2026-01-01,2026-06-30,ann,\"Art. 15, RTS 6\"\n");

    assertThat(faults).isEmpty();
    assertThat(rows)
        .containsExactly(
            new LimitRow(
                "account=DEMO",
                "instrument=EUR/USD.FXCM",
                LimitKind.MAX_ORDER_NOTIONAL,
                2_500_500_000L,
                Severity.WARN,
                nanos("2026-01-01T00:00:00Z"),
                nanos("2026-07-01T00:00:00Z"),
                "ann",
                "Art. 15, RTS 6",
                "limits/a.csv:2"));
  }

  @Test
  void momentsAreReadAsTheyStandAndNothingMeansAlways() {
    List<LimitRow> rows =
        read(
            HEADER
                + "firm,*,price-collar,5,bps,block,2026-01-01T10:00:00+02:00,,,\n"
                + "firm,sector=TECH,price-collar,5,bps,block,,2026-01-01T10:00:00Z,,\n");

    assertThat(faults).isEmpty();
    assertThat(rows.get(0).effectiveFrom()).isEqualTo(nanos("2026-01-01T08:00:00Z"));
    assertThat(rows.get(0).effectiveTo()).isEqualTo(Long.MAX_VALUE);
    assertThat(rows.get(1).effectiveFrom()).isEqualTo(Long.MIN_VALUE);
    assertThat(rows.get(1).effectiveTo()).isEqualTo(nanos("2026-01-01T10:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void everyRowKnowsItsLine(String end) {
    String text =
        String.join(
            end,
            "# a comment",
            "",
            HEADER.trim(),
            "firm,*,max-order-qty,1,qty,block,,,,",
            "",
            "# \"another\" comment, with commas",
            "firm,*,price-collar,2,bps,block,,,,\"two",
            "lines\"",
            ",,,,,,,,,",
            "firm,*,duplicate-window,3,millis,block,,,,last");

    List<LimitRow> rows = read(text);

    assertThat(faults).isEmpty();
    assertThat(rows)
        .extracting(LimitRow::source)
        .containsExactly("limits/a.csv:4", "limits/a.csv:7", "limits/a.csv:10");
    faults.clear();
    assertThat(read(text + end)).isEqualTo(rows);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void whatSpreadsheetsWriteIsRead(String separator) {
    String text =
        """
        \uFEFF"unit","value","limit",what,who,severity,effectiveTo,effectiveFrom,basis,owner\r
        qty, 1000 ,max-order-qty,*,firm,block,,,"a ""quoted"" basis",ann\r
        """;

    List<LimitRow> rows = read(text.replace(",", separator));

    assertThat(faults).isEmpty();
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).value()).isEqualTo(1_000_000_000_000L);
    assertThat(rows.get(0).basis()).isEqualTo("a \"quoted\" basis");
    assertThat(rows.get(0).owner()).isEqualTo("ann");
  }

  /** As a spreadsheet in a country with decimal commas exports it, to the last byte. */
  @Test
  void anExportWithSemicolonsAndDecimalCommasIsReadAsItComes() {
    String text =
        """
        \uFEFFsep=;\r
        Scope;Limit;Value;Unit;Severity;Effective From;effective_to;Owner;Source\r
        firm;price-collar;12,5;bps;block;;;ann;"Policy 2; page 3"\r
        sector=TECH;max-order-qty;\u00A01000\u00A0;qty;warn;2026-01-31 17:00:00Z;;ann;\r
        instrument=EURUSD.FXCM;max-order-qty;0,125;qty;block;;;;\r
        trader=ann;max-order-qty;2500,5;qty;block;;;;\r
        ;;;;;;;;\r
        """;

    List<LimitRow> rows = read(text);

    assertThat(faults).isEmpty();
    assertThat(rows)
        .extracting(row -> row.who() + " " + row.what() + " " + row.value())
        .containsExactly(
            "firm * 12500000000",
            "firm sector=TECH 1000000000000",
            "firm instrument=EURUSD.FXCM 125000000",
            "trader=ann * 2500500000000");
    assertThat(rows)
        .extracting(LimitRow::source)
        .containsExactly("limits/a.csv:3", "limits/a.csv:4", "limits/a.csv:5", "limits/a.csv:6");
    assertThat(rows.get(0).basis()).isEqualTo("Policy 2; page 3");
    assertThat(rows.get(1).effectiveFrom()).isEqualTo(nanos("2026-01-31T17:00:00Z"));
  }

  @Test
  void aNumberThatIsThousandsToSomeIsRefusedWhereBothAreWritten() {
    String header = HEADER.replace(',', ';');
    for (String value : List.of("1.000", "2,500", "12.345")) {
      faults.clear();
      read(header + "firm;*;max-order-qty;" + value + ";qty;block;;;;\n");
      assertThat(faults).as(value).hasSize(1);
      assertThat(faults.get(0)).startsWith("limits/a.csv:2: value is '" + value + "'");
      assertThat(faults.get(0)).contains("two ways");
    }
    faults.clear();
    assertThat(read(header + "firm;*;max-order-qty;1.0005;qty;block;;;;\n")).hasSize(1);
    assertThat(read(HEADER + "firm,*,max-order-qty,1.125,qty,block,,,,\n")).hasSize(1);
    assertThat(faults).isEmpty();
  }

  @Test
  void unicodeTextOfASpreadsheetIsRead() {
    String text =
        "\uFEFF" + (HEADER + "firm,*,max-order-qty,1,qty,block,,,J\u00FCrg,\n").replace(',', '\t');
    for (Charset charset : List.of(UTF_16LE, UTF_16BE)) {
      List<LimitRow> rows = LimitFile.read("a.csv", text.getBytes(charset), faults);
      assertThat(faults).isEmpty();
      assertThat(rows).extracting(LimitRow::owner).containsExactly("J\u00FCrg");
    }
  }

  /** The one clock of the node decides, and a second is a second. */
  @Test
  void datesAreHonouredToTheSecond() {
    List<LimitRow> rows =
        read(
            HEADER
                + "firm,*,max-order-qty,10,qty,block,,2026-03-01T17:00:01Z,,\n"
                + "firm,*,max-order-qty,20,qty,block,2026-03-01T17:00:01Z,2026-03-01T17:00:02Z,,\n");
    assertThat(faults).isEmpty();
    LimitTable table = new LimitTable(rows, 80, 1);
    long change = nanos("2026-03-01T17:00:01Z");
    LimitSubject subject = Subjects.of("DEMO", "-", "-", "ALFA.SIM");
    ResolvedLimits before = table.resolve(subject, change - 1);
    assertThat(before.block(LimitKind.MAX_ORDER_QTY)).isEqualTo(10_000_000_000L);
    assertThat(before.validUntil()).isEqualTo(change);
    assertThat(table.resolve(subject, change).block(LimitKind.MAX_ORDER_QTY))
        .isEqualTo(20_000_000_000L);
    assertThat(table.resolve(subject, change + 1_000_000_000L).block(LimitKind.MAX_ORDER_QTY))
        .isEqualTo(LimitKind.MAX_ORDER_QTY.absent());
    assertThat(table.resolve(subject, change - 1).block(LimitKind.MAX_ORDER_QTY))
        .isEqualTo(10_000_000_000L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "firm,*,max-order-qty,1,,block,,,,|unit is '', expected qty, the unit of max-order-qty",
        "firm,*,max-order-qty,1,amount,block,,,,|unit is 'amount', expected qty",
        "firm,*,max-order-qty,-1,qty,block,,,,|value is '-1', expected a number that is not negative",
        "firm,*,max-order-qty,\"1,5\",qty,block,,,,|value is '1,5', expected a number in qty",
        "firm,*,max-order-qty,1e99,qty,block,,,,|value is '1e99', expected a number with all its digits",
        "firm,*,max-day-value,1.23457E+12,amount,block,,,,|look whether the number is still right",
        "firm,*,max-order-qty,,qty,block,,,,|value is '', expected a number in qty",
        "firm,*,duplicate-window,0.5,millis,block,,,,|value is '0.5', expected a number in millis",
        "firm,*,max-lots,1,qty,block,,,,|limit is 'max-lots', expected one of max-order-qty, ",
        "firms,*,max-order-qty,1,qty,block,,,,|who is 'firms', expected firm, account=NAME",
        "account=*,*,max-order-qty,1,qty,block,,,,|who is 'account=*', expected one name",
        "\"account=A,B\",*,max-order-qty,1,qty,block,,,,|who is 'account=A,B', expected one name",
        "firm,symbol=*,max-order-qty,1,qty,block,,,,|what is 'symbol=*', expected symbol=NAME",
        "firm,symbol=SPY.ARCX,max-order-qty,1,qty,block,,,,|expected symbol=NAME without its venue",
        "firm,sector=*,max-order-qty,1,qty,block,,,,|what is 'sector=*', expected *, instrument=",
        "desk=X,*,max-order-qty,1,qty,block,,,,|who is 'desk=X', expected firm, account=NAME",
        "account=,*,max-order-qty,1,qty,block,,,,|who is 'account=', expected firm, account=NAME",
        "firm,ALFA,max-order-qty,1,qty,block,,,,|what is 'ALFA', expected *, instrument=",
        "firm,instrument=ALFA,max-order-qty,1,qty,block,,,,|expected instrument=SYMBOL.VENUE",
        "firm,,max-order-qty,1,qty,block,,,,|what is '', expected *, instrument=",
        "firm,*,max-order-qty,1,qty,deny,,,,|severity is 'deny', expected warn or block",
        "firm,*,max-order-qty,1,qty,block,12/31/2026,,,|which of its numbers is the month differs",
        "firm,*,max-order-qty,1,qty,block,30.02.2026,,,|effectiveFrom is '30.02.2026', expected a date",
        "firm,*,max-order-qty,1,qty,block,2026-02-30,,,|effectiveFrom is '2026-02-30', expected a date",
        "firm,*,max-order-qty,1,qty,block,,9999-01-01,,|effectiveTo is '9999-01-01', expected a date",
        "firm,*,max-order-qty,1,qty,block,2026-02-02,2026-02-01,,|expected a date after effectiveFrom",
        "firm,*,max-order-qty,1,qty,block,,,,basis,more|the value 'more' stands in no column",
      })
  void everyFaultIsNamed(String row, String fault) {
    assertThat(read(HEADER + "firm,*,price-collar,1,bps,block,,,,\n" + row + "\n")).hasSize(1);

    assertThat(faults).hasSize(1);
    assertThat(faults.get(0)).startsWith("limits/a.csv:3: ").contains(fault);
  }

  /** Taken for a comment it would be a limit less, and nobody would see it. */
  @ParameterizedTest
  @ValueSource(strings = {"#N/A", "#REF!", "\"#NAME?\"", "#VALUE!", "####"})
  void aRowThatASpreadsheetCouldNotComputeIsNoComment(String cell) {
    read(HEADER + cell + ",*,max-order-qty,1,qty,block,,,,\n# N/A, a comment\n##,,\n");
    assertThat(faults).singleElement().asString().startsWith("limits/a.csv:2: ");
  }

  @Test
  void wordsMayBeInAnyCaseAndScopesMayHaveBlanks() {
    List<LimitRow> rows =
        read(
            HEADER
                + "Firm,*,Max-Order-Qty,1,QTY,Block,,,,\n"
                + "Account = Demo,Sector = Tech,price-collar,2,bps,WARN,,,,\n");
    assertThat(faults).isEmpty();
    assertThat(rows)
        .extracting(row -> row.who() + " " + row.what() + " " + row.kind() + " " + row.severity())
        .containsExactly(
            "firm * MAX_ORDER_QTY BLOCK", "account=Demo sector=Tech PRICE_COLLAR WARN");
  }

  @ParameterizedTest
  @CsvSource({
    "31.01.2026, 2026-01-31T00:00:00Z",
    "1.2.2026, 2026-02-01T00:00:00Z",
    "2026/01/31, 2026-01-31T00:00:00Z",
    "2026/1/3 17:00:01Z, 2026-01-03T17:00:01Z",
    "31.01.2026 17:00+01:00, 2026-01-31T16:00:00Z"
  })
  void datesAreReadAsSpreadsheetsWriteThemWhereNobodyCanTakeTheDayForTheMonth(
      String date, String moment) {
    List<LimitRow> rows = read(HEADER + "firm,*,max-order-qty,1,qty,block," + date + ",,,\n");
    assertThat(faults).isEmpty();
    assertThat(rows.get(0).effectiveFrom()).isEqualTo(nanos(moment));
  }

  @Test
  void commentsInQuotesAndEmptyRowsMayStandAboveTheHeader() {
    String header = HEADER.replace(',', ';');
    List<LimitRow> rows =
        read(
            "\"# these, and those, and others\";;;;;;;;;\n;;;;;;;;;\n"
                + header
                + "\"# a remark, in quotes\";;;;;;;;;\nfirm;*;max-order-qty;1;qty;block;;;;\n");
    assertThat(faults).isEmpty();
    assertThat(rows).extracting(LimitRow::source).containsExactly("limits/a.csv:5");
  }

  @Test
  void everyFaultOfARowIsNamed() {
    read(HEADER + "all,any,max-order-qty,many,qty,never,today,,,\n");

    assertThat(faults).hasSize(5).allMatch(fault -> fault.startsWith("limits/a.csv:2: "));
  }

  @Test
  void aFileThatIsNoLimitFileSaysWhy() {
    read("");
    read("# nothing but a comment\n");
    assertThat(faults).hasSize(2).allMatch(fault -> fault.contains("it is empty; begin it with"));
    faults.clear();

    read("who,what,limit,value,severity,effectiveFrom,effectiveTo,owner,basis,who\n");
    assertThat(faults)
        .anyMatch(fault -> fault.contains("the column unit stands there not at all"))
        .anyMatch(fault -> fault.contains("the column who stands there 2 times"));
    faults.clear();

    read(HEADER.replace("owner", "owners"));
    assertThat(faults).anyMatch(fault -> fault.contains("there is no column 'owners'"));
    faults.clear();

    read("firm,*,max-order-qty,1,qty,block,,,,\n");
    assertThat(faults).singleElement().asString().contains("'firm' is none of its columns; begin");
    faults.clear();

    LimitFile.read("a.csv", HEADER.getBytes(UTF_16LE), faults);
    assertThat(faults).singleElement().asString().contains("it is UTF-16 without a mark");
    faults.clear();

    LimitFile.read("a.csv", (HEADER + "firm,Ü").getBytes(ISO_8859_1), faults);
    assertThat(faults).containsExactly("limits/a.csv: it is not UTF-8; save it as \"CSV UTF-8\"");
    faults.clear();

    read(HEADER + "firm,*,\"max-order-qty,1,qty,block,,,,\n");
    assertThat(faults).hasSize(1);
    assertThat(faults.get(0)).contains("look for an open quote");
  }

  /** A file cut while it was being saved is refused or read in part, and never breaks anything. */
  @Test
  void aFileCutOrFlippedAnywhereBreaksNothing() {
    String text =
        HEADER
            + "firm,*,max-order-qty,1000,qty,block,2026-01-01,,ann,\"Art. 1, 2\"\n"
            + "account=DEMO,sector=TECH,max-long-position,10,qty,block,,,,\n";
    byte[] bytes = text.getBytes(UTF_8);
    Random random = new Random(1);
    for (int i = 0; i < 5_000; i++) {
      byte[] broken = Arrays.copyOf(bytes, random.nextInt(bytes.length) + 1);
      broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
      List<String> found = new ArrayList<>();
      List<LimitRow> rows = LimitFile.read("a.csv", broken, found);
      assertThat(rows.size()).isLessThanOrEqualTo(3);
      assertThat(found).allMatch(fault -> fault.startsWith("limits/a.csv"));
    }
  }

  /** Each looks like a limit of DEMO, or of five, to somebody who reads the file. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "account=\u202EDEMO | 5 | ann | U+202E",
        "account=DE\u200BMO | 5 | ann | U+200B",
        "account=DEMO\u3164 | 5 | ann | U+3164",
        "account=DEMO\u2003X | 5 | ann | U+2003",
        "account=D\u0415MO | 5 | ann | alphabets",
        "account=DEMO | \u0665 | ann | expected a number",
        "account=DEMO | \uFF15 | ann | expected a number",
        "account=DEMO | 5 | an\u001B[2Jn | U+001B",
      })
  void whatIsNotWhatItLooksLikeIsRefused(String who, String value, String owner, String found) {
    read(HEADER + who + ",*,max-order-qty," + value + ",qty,block,,," + owner + ",x\n");
    assertThat(faults)
        .singleElement()
        .asString()
        .startsWith("limits/a.csv:2: ")
        .contains(found)
        .doesNotContain("\u001B", "\u202E");
  }

  @Test
  void namesAndRemarksOfOneAlphabetAreReadWhateverItIs() {
    assertThat(
            read(
                HEADER
                    + "account=\u0394\u0395\u039B\u03A4\u0391,*,max-order-qty,5,qty,block,,,"
                    + "Ren\u00E9,n\u00B0\u00A05\n"))
        .hasSize(1);
    assertThat(faults).isEmpty();
  }

  @Test
  void aFaultIsOneLineOfBoundedLength() {
    read(HEADER + "firm,*," + "q".repeat(50_000) + ",5,qty,block,,,ann,x\n");
    assertThat(faults).singleElement().asString().hasSizeLessThan(2_000).contains("qqq …");
  }

  @Test
  void aTextThatNobodyMeansIsAFault() {
    String longest = "b".repeat(1_000);
    assertThat(read(HEADER + "firm,*,max-order-qty,5,qty,block,,,ann," + longest + "\n"))
        .hasSize(1);
    assertThat(faults).isEmpty();
    read(HEADER + "firm,*,max-order-qty,5,qty,block,,,ann," + longest + "b\n");
    assertThat(faults)
        .singleElement()
        .asString()
        .startsWith("limits/")
        .contains(":2: ", "has 1001 characters, expected at most 1000");
  }
}
