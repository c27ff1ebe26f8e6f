package io.headgate.limits.internal;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.spi.limits.LimitRow;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What spreadsheets write is read as they mean it, or refused. */
class SpreadsheetTest extends LimitFileStage {

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

  /** Taken for a comment it would be a limit less, and nobody would see it. */
  @ParameterizedTest
  @ValueSource(strings = {"#N/A", "#REF!", "\"#NAME?\"", "#VALUE!", "####"})
  void aRowThatASpreadsheetCouldNotComputeIsNoComment(String cell) {
    read(HEADER + cell + ",*,max-order-qty,1,qty,block,,,,\n# N/A, a comment\n##,,\n");
    assertThat(faults).singleElement().asString().startsWith("limits/a.csv:2: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#BEZUG!",
        "#WERT!",
        "#NV",
        "#NAME?",
        "#ZAHL! ",
        "#\u00DCBERLAUF!",
        "#NOM?",
        "#VALEUR!",
        "#DIV/0!\u00A0",
        "#\u00A1REF!",
        "#\u00BFNOMBRE?",
        "#N/D",
        "#GETTING_DATA",
        "#\u0417\u041D\u0410\u0427!"
      })
  void norIsOneInAnyOtherLanguage(String cell) {
    String row = cell + ",*,max-order-qty,1,qty,block,,,,\n";
    for (String separator : List.of(",", ";", "\t")) {
      faults.clear();
      read((HEADER + row).replace(",", separator));
      assertThat(faults).singleElement().asString().startsWith("limits/a.csv:2: ").contains("# ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# BEZUG!, a comment",
        "#Note: ask ann, who knows, first",
        "#account=DEMO,*,max-order-qty,1,qty,block,,,,",
        "#SPY.ARCX,*,no-orders,,,ann,",
        "#1, 2 and 3",
        "#!",
        "#",
        "# What nobody may exceed? The columns, and more, stand in README.md!"
      })
  void aCommentStaysOne(String comment) {
    read(HEADER + comment + "\nfirm,*,max-order-qty,1,qty,block,,,,\n");
    assertThat(faults).isEmpty();
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
}
