package io.headgate.rules.drools.internal.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.headgate.model.decision.Severity;
import io.headgate.model.number.Fixed;
import io.headgate.rules.drools.internal.Rules;
import io.headgate.rules.drools.internal.text.Interpreter;
import io.headgate.rules.drools.internal.text.PlacedRule;
import io.headgate.spi.candidate.Tightness;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.LimitRow;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.rules.ContextEditor;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.spi.rules.OrderContext;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows that warn, beside those that block. */
class LimitUseTest {

  private static final LimitKind KIND = LimitKind.MAX_ORDER_QTY;

  private static final String SIZE =
      """
      rule "size" when $o : OrderContext(quantity > maxOrderQty)
      then $o.block("QTY_MAX", LimitKind.MAX_ORDER_QTY, $o.getQuantity()); end
      rule "size warning"
      when $o : OrderContext(quantity > warnMaxOrderQty, quantity <= maxOrderQty)
      then $o.warn("QTY_MAX", LimitKind.MAX_ORDER_QTY, $o.getQuantity()); end
      """;

  private static LimitRow row(long value, Severity severity, int line) {
    return new LimitRow(
        "firm",
        "*",
        KIND,
        value * Fixed.ONE,
        severity,
        Long.MIN_VALUE,
        Long.MAX_VALUE,
        "",
        "",
        "limits/a.csv:" + line);
  }

  private static List<Tightness> tightness(ResolvedLimits limits, LimitRow... rows)
      throws Exception {
    return tightness(SIZE, limits, List.of(rows), 100, 850, 950);
  }

  private static List<Tightness> tightness(
      String drl, ResolvedLimits limits, List<LimitRow> rows, long... quantities) throws Exception {
    List<PlacedRule> rules = Rules.parsed(drl);
    LimitUse use = new LimitUse(rules, rows, 80);
    ContextEditor editor = new ContextEditor();
    for (long quantity : quantities) {
      OrderContext order =
          editor.begin().set(ContextNumber.QUANTITY, quantity * Fixed.ONE).limits(limits).context();
      rules.forEach(rule -> speak(rule, order));
      use.add(order, order.verdicts());
    }
    return use.tightness();
  }

  private static void speak(PlacedRule rule, OrderContext order) {
    if (Interpreter.holds(rule.tree().when(), order)) {
      Interpreter.speak(rule.tree(), order);
    }
  }

  @Test
  void aWarningIsCountedAtItsOwnRow() throws Exception {
    ResolvedLimits limits =
        ResolvedLimits.builder(Long.MAX_VALUE)
            .block(KIND, 1_000 * Fixed.ONE, "limits/a.csv:2")
            .warn(KIND, 900 * Fixed.ONE, "limits/a.csv:3")
            .build();

    assertThat(
            tightness(
                limits,
                row(1_000, Severity.BLOCK, 2),
                row(900, Severity.WARN, 3),
                row(5_000, Severity.WARN, 4)))
        .extracting(
            Tightness::source,
            Tightness::value,
            Tightness::orders,
            Tightness::warned,
            Tightness::nearMisses,
            Tightness::finding)
        .containsExactlyInAnyOrder(
            tuple("limits/a.csv:2", "1000", 3L, 0L, 2L, "NEAR"),
            tuple("limits/a.csv:3", "900", 3L, 1L, 1L, "NEAR"),
            tuple("limits/a.csv:4", "5000", 0L, 0L, 0L, "UNUSED"));
  }

  @Test
  void aWarningWithoutABlockIsFound() throws Exception {
    ResolvedLimits limits =
        ResolvedLimits.builder(Long.MAX_VALUE)
            .warn(KIND, 900 * Fixed.ONE, "limits/a.csv:3")
            .build();

    assertThat(tightness(limits, row(900, Severity.WARN, 3)))
        .extracting(Tightness::source, Tightness::orders, Tightness::warned, Tightness::caught)
        .containsExactly(tuple("limits/a.csv:3", 3L, 1L, 0L));
    assertThat(tightness(SIZE, limits, List.of(row(900, Severity.WARN, 3)), 950))
        .filteredOn(line -> line.limit().equals(KIND.word()))
        .extracting(Tightness::nearMisses, Tightness::warned, Tightness::finding)
        .as("beyond the warning, and near it for all that")
        .containsExactly(tuple(0L, 1L, "NEAR"));
  }

  @Test
  void theShareOfABlockIsCountedAtItsRow() throws Exception {
    ResolvedLimits limits =
        ResolvedLimits.builder(Long.MAX_VALUE)
            .block(KIND, 1_000 * Fixed.ONE, "limits/a.csv:2")
            .warn(KIND, 800 * Fixed.ONE)
            .build();

    assertThat(tightness(limits, row(1_000, Severity.BLOCK, 2)))
        .extracting(Tightness::source, Tightness::orders, Tightness::warned, Tightness::nearMisses)
        .containsExactly(tuple("limits/a.csv:2", 3L, 2L, 2L));
  }

  @Test
  void rowsOfOneFileStandInTheOrderOfTheirLines() throws Exception {
    List<LimitRow> rows = List.of(row(1, Severity.BLOCK, 10), row(2, Severity.BLOCK, 3));

    assertThat(tightness(SIZE, ResolvedLimits.none(), rows))
        .filteredOn(line -> line.limit().equals(KIND.word()))
        .extracting(Tightness::source)
        .containsExactly("limits/a.csv:3", "limits/a.csv:10");
  }

  private static final String UNMEASURED =
      """
      rule "own" when $o : OrderContext(quantity > 60)
      then $o.block("QTY_OWN", $o.getQuantity(), 45, Unit.QTY); end
      """;

  @Test
  void howNearOrdersCameToANumberIsUnknownOnlyWhileNoneReachedIt() throws Exception {
    ResolvedLimits none = ResolvedLimits.none();

    assertThat(tightness(UNMEASURED, none, List.of()))
        .extracting(Tightness::finding, Tightness::value, Tightness::orders)
        .as("nobody has ordered")
        .containsExactly(tuple("UNUSED", "", 0L));
    assertThat(tightness(UNMEASURED, none, List.of(), 50))
        .extracting(Tightness::finding, Tightness::value, Tightness::orders)
        .containsExactly(tuple("UNMEASURED", "", 1L));
    assertThat(tightness(UNMEASURED, none, List.of(), 50, 70))
        .extracting(Tightness::finding, Tightness::value, Tightness::orders, Tightness::caught)
        .containsExactly(tuple("BITES", "45", 2L, 1L));
  }

  @Test
  void aNumberThatWarnsBesideALimitThatBlocksForOneReasonIsItsOwn() throws Exception {
    String both =
        """
        rule "both" when $o : OrderContext(quantity > maxOrderQty)
        then $o.block("QTY_OWN", LimitKind.MAX_ORDER_QTY, $o.getQuantity());
        $o.warn("QTY_OWN", $o.getQuantity(), 45, Unit.QTY); end
        """;
    ResolvedLimits limits =
        ResolvedLimits.builder(Long.MAX_VALUE)
            .block(KIND, 50 * Fixed.ONE, "limits/a.csv:2")
            .build();

    assertThat(tightness(both, limits, List.of(row(50, Severity.BLOCK, 2)), 60))
        .extracting(Tightness::limit, Tightness::caught, Tightness::warned)
        .containsExactlyInAnyOrder(tuple("max-order-qty", 1L, 0L), tuple("both", 0L, 1L));
  }
}
