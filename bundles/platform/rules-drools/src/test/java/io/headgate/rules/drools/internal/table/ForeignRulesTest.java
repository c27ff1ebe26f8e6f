package io.headgate.rules.drools.internal.table;

import static io.headgate.rules.drools.internal.table.ForeignFiles.RULES;
import static io.headgate.rules.drools.internal.table.ForeignFiles.TYPES;
import static io.headgate.rules.drools.internal.table.ForeignFiles.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.headgate.rules.drools.internal.text.Refused;
import io.headgate.rules.drools.internal.text.RuleFileParser;
import io.headgate.rules.drools.internal.text.RuleTree;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Rules for other types load once their names are mapped, or are refused where they are beyond the
 * subset.
 */
class ForeignRulesTest {

  @Test
  void rulesForOtherTypesLoadOnceTheirNamesAreMapped() throws Exception {
    List<RuleTree> rules = read(RULES, TYPES);
    List<RuleTree> ours =
        RuleFileParser.parse(
            """
            rule "Large trade" salience 10
            when $o : OrderContext(quantity > 1000, limitPrice >= 99.5, side == "BUY")
            then $o.block("TRADE_REJECTED", $o.getQuantity(), 0, Unit.QTY); end
            rule "Round trade"
            when $o : OrderContext(Ops.eq(quantity, 100) && account == "ACME")
            then $o.warn("TRADE_FLAGGED", $o.getQuantity(), 0, Unit.QTY); end
            """);
    assertThat(rules).extracting(RuleTree::line).containsExactly(6, 15);
    for (int i = 0; i < 2; i++) {
      assertThat(rules.get(i).when()).isEqualTo(ours.get(i).when());
      assertThat(rules.get(i).then()).isEqualTo(ours.get(i).then());
      assertThat(rules.get(i).salience()).isEqualTo(ours.get(i).salience());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "com.sample.Trade,OrderContext | 3 | the import of com.sample.Trade; expected none",
        "Trade.size,quantity | 10 | found 'size'",
        "direction,side | 10 | found 'direction'",
        "Trade.client,account | 17 | found 'getClient'; expected a field",
        "setFlagged,\"$o.warn(\"\"TRADE_FLAGGED\"\", $o.getQuantity(), 0, Unit.QTY);\" | 19 | 't.setFlagged'; after 'then' only verdicts",
      })
  void withoutOneOfThemTheMessageSaysWhichAndWhere(String row, int line, String found) {
    assertThat(TYPES).contains(row + "\n");
    Refused refused =
        catchThrowableOfType(Refused.class, () -> read(RULES, TYPES.replace(row + "\n", "")));
    assertThat(refused.reason()).contains(found);
    assertThat(refused.line()).isEqualTo(line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "$trade.reject(\"x\"); | System.out.println(\"rejected\"); | 'System.out'; after 'then'",
        "$trade.reject(\"x\"); | modify($trade) { setSize(1) }; | 'modify'",
        "$trade.reject(\"x\"); | insert(new Alert($trade)); | 'insert'",
        "size > 1000 | $s : colour > 1000 | '$s'",
        "size > 1000 | size > 1000, this before $other | 'this'",
        "size > 1000 | client matches \"A.*\" | 'matches'",
        "size > 1000 | size > 1000L | without L",
        "size > 1000 | price.doubleValue() > 5 | '.'",
      })
  void whatIsBeyondTheSubsetIsRefusedWithItsReason(String theirs, String other, String found) {
    String rule =
        "rule \"a\"\nwhen\n$trade : Trade( size > 1000 )\nthen\n$trade.reject(\"x\");\nend\n";
    assertThat(rule).contains(theirs);
    Refused refused =
        catchThrowableOfType(Refused.class, () -> read(rule.replace(theirs, other), TYPES));
    assertThat(refused.reason()).contains(found);
    assertThat(refused.line()).isEqualTo(theirs.startsWith("size") ? 3 : 5);
  }

  /** A map cannot smuggle in what a rule may not say: the grammar sees what it makes. */
  @Test
  void aVerdictOfAMapIsCheckedLikeAnyOther() throws Exception {
    String types =
        TYPES.replace("$o.getQuantity(), 0, Unit.QTY)\"", "System.nanoTime(), 0, Unit.QTY)\"");
    Refused refused = catchThrowableOfType(Refused.class, () -> read(RULES, types));
    assertThat(refused.reason()).contains("'System'");
  }
}
