package io.headgate.limits.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.model.decision.Severity;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.LimitRow;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** Limits as they travel. */
class WireRowsTest {

  private static LimitTable table(int count, String basis) {
    LimitRow row =
        new LimitRow(
            "firm",
            "*",
            LimitKind.MAX_ORDER_QTY,
            1,
            Severity.BLOCK,
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            "",
            basis,
            "limits/firm.csv:2");
    return new LimitTable(Collections.nCopies(count, row), 80, 1);
  }

  @Test
  void whatIsWrittenIsReadBack() {
    LimitTable table = table(3, "x".repeat(1_000));
    WireRows read = WireRows.decode(WireRows.encode(table));
    assertThat(read.rows()).isEqualTo(table.rows());
    assertThat(read.hash()).isEqualTo(table.hash());
  }

  @Test
  void whatNobodyWouldReadIsNotWritten() {
    assertThatThrownBy(() -> WireRows.encode(table(200_001, "")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("200001 rows, expected at most 200000");
    assertThatThrownBy(() -> WireRows.encode(table(1, "x".repeat(70_000))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("limits/firm.csv:2 has a text that is too long");
    assertThatThrownBy(() -> WireRows.encode(table(500, "x".repeat(60_000))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bytes, expected at most 25165824");
  }
}
