package io.headgate.limits.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.decision.Severity;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.LimitRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestrictionReaderTest {

  private static final String HEADER =
      "instrument,account,restriction,effectiveFrom,effectiveTo,owner,source\n";

  private final List<String> faults = new ArrayList<>();

  private List<LimitRow> read(String rows) {
    return LimitFile.read("restricted-list.csv", (HEADER + rows).getBytes(UTF_8), faults);
  }

  @Test
  void aLineBecomesTheLimitThatItMeans() {
    List<LimitRow> rows =
        read("SPY.ARCX,DEMO,no-orders,2026-01-01,2026-01-31,ann,\"memo 7, page 2\"\n");

    assertThat(faults).isEmpty();
    assertThat(rows)
        .containsExactly(
            new LimitRow(
                "account=DEMO",
                "instrument=SPY.ARCX",
                LimitKind.RESTRICTED_QTY,
                0,
                Severity.BLOCK,
                Instant.parse("2026-01-01T00:00:00Z").getEpochSecond() * 1_000_000_000L,
                Instant.parse("2026-02-01T00:00:00Z").getEpochSecond() * 1_000_000_000L,
                "ann",
                "memo 7, page 2",
                "limits/restricted-list.csv:2"));
  }

  @ParameterizedTest
  @CsvSource({
    "SPY.*, *, closing-only, firm, symbol=SPY, RESTRICTED_OPENING_QTY, BLOCK",
    "sector=ENERGY, *, watch, firm, sector=ENERGY, RESTRICTED_QTY, WARN",
    "EUR/USD.FXCM, A, no-orders, account=A, instrument=EUR/USD.FXCM, RESTRICTED_QTY, BLOCK",
    "instrument=SPY.ARCX, account=A, No-Orders, account=A, instrument=SPY.ARCX, RESTRICTED_QTY, BLOCK"
  })
  void instrumentsAccountsAndRestrictions(
      String instrument,
      String account,
      String restriction,
      String who,
      String what,
      LimitKind kind,
      Severity severity) {
    List<LimitRow> rows = read("%s,%s,%s,,,ann,\n".formatted(instrument, account, restriction));

    assertThat(faults).isEmpty();
    assertThat(rows)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.who()).isEqualTo(who);
              assertThat(row.what()).isEqualTo(what);
              assertThat(row.kind()).isEqualTo(kind);
              assertThat(row.severity()).isEqualTo(severity);
              assertThat(row.value()).isZero();
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spy.ARCX,*,no-orders,,,ann, | instrument is 'spy.ARCX'",
        "SPY,*,no-orders,,,ann, | instrument is 'SPY', expected SYMBOL.VENUE, SYMBOL.* for every",
        ".*,*,no-orders,,,ann, | instrument is '.*'",
        "sector=,*,no-orders,,,ann, | instrument is 'sector='",
        "SPY.ARCX,,no-orders,,,ann, | account is '', expected * or the name of an account",
        "SPY.ARCX,firm,no-orders,,,ann, | account is 'firm', expected * or the name of an account",
        "SPY.ARCX,All,no-orders,,,ann, | account is 'All', expected * or the name of an account",
        "SPY.ARCX,A;B,no-orders,,,ann, | account is 'A;B', expected * or the name of an account",
        "SPY.ARCX,trader=A,no-orders,,,ann, | account is 'trader=A', expected * or the name",
        "sector=*,*,no-orders,,,ann, | instrument is 'sector=*'",
        "SPY.ARCX,*,halt,,,ann, | restriction is 'halt', expected no-orders, closing-only or watch",
        "SPY.ARCX,*,watch,,,, | owner is ''",
        "SPY.ARCX,*,watch,2026-13-01,,ann, | effectiveFrom is '2026-13-01'",
        "SPY.ARCX,*,watch,2026-02-01,2026-01-01,ann, | effectiveTo is '2026-01-01'"
      })
  void whatCannotBeUnderstoodIsNamed(String row, String fault) {
    assertThat(read(row + "\n")).isEmpty();
    assertThat(faults).singleElement().asString().startsWith("limits/restricted-list.csv:2: ");
    assertThat(faults.get(0)).contains(fault);
  }

  /** A restricted instrument that is taken for a comment is traded. */
  @Test
  void aCellThatASpreadsheetCouldNotComputeIsAFault() {
    read("#N/A,*,no-orders,,,ann,\n");
    assertThat(faults).singleElement().asString().startsWith("limits/restricted-list.csv:2: ");
  }

  @Test
  void aListIsOneInWhateverCaseItsNameIs() {
    byte[] list = (HEADER + "SPY.ARCX,*,no-orders,,,ann,\n").getBytes(UTF_8);
    assertThat(LimitFile.read("Restricted.CSV", list, faults)).hasSize(1);
    assertThat(faults).isEmpty();
    LimitSet unreadable =
        LimitSet.read(new TreeMap<>(Map.of("Restricted.CSV", new byte[0])), List.of(), List.of());
    assertThat(unreadable.restrictionsUnknown()).startsWith("limits/Restricted.CSV: it is empty");
  }

  @Test
  void theColumnsAreThoseOfAList() {
    LimitFile.read("restricted.csv", "who,what,limit\n".getBytes(UTF_8), faults);
    assertThat(faults).isNotEmpty().allMatch(fault -> fault.contains("instrument,account,"));
  }
}
