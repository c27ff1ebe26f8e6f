package io.headgate.limits.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.decision.Severity;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.LimitRow;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.limits.ResolvedLimits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a limit file says. */
class LimitFileTest extends LimitFileStage {

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
}
