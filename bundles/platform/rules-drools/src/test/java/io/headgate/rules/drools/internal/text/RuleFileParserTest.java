package io.headgate.rules.drools.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.decision.Severity;
import io.headgate.model.decision.Unit;
import io.headgate.rules.drools.internal.Rules;
import io.headgate.rules.drools.internal.text.Condition.Compare;
import io.headgate.rules.drools.internal.text.Condition.Relation;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.spi.rules.ContextText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleFileParserTest {

  private static final Amount QUANTITY = new Amount.Field(ContextNumber.QUANTITY);
  private static final Amount MAX_QTY = new Amount.Limit(LimitKind.MAX_ORDER_QTY, false);

  private static Condition condition(String text) throws Refused {
    return RuleFileParser.parse(Rules.text("a", text)).get(0).when();
  }

  @Test
  void arithmeticCountsTowardsTheSize() throws Refused {
    assertThat(condition("quantity > 5, buy").size()).isEqualTo(2);
    assertThat(condition("quantity * 2 + Ops.abs(position - 1) > quantity / 3, buy").size())
        .isEqualTo(6);
    assertThat(condition("Ops.multipleOf(quantity * 2, lotSize)").size()).isEqualTo(2);
  }

  @Test
  void readsNameLineSalienceConditionAndVerdicts() throws Refused {
    List<RuleTree> rules =
        RuleFileParser.parse(
            """
            package any.name;
            import io.headgate.spi.rules.OrderContext;

            /* two
               lines */
            rule "first one" salience 7 dialect "java"
            when
              $order : OrderContext( quantity > maxOrderQty ) // why
            then
              $order.block("QTY_MAX", LimitKind.MAX_ORDER_QTY, $order.getQuantity());
              $order.warn("QTY_ODD", $order.getQuantity(), 12.5, Unit.QTY);
            end
            rule second salience -3 when $o : OrderContext() then
              $o.warn("ANY_ORDER", 1, 0, Unit.COUNT);
            end
            """);

    assertThat(rules)
        .containsExactly(
            new RuleTree(
                "first one",
                6,
                7,
                new Compare(QUANTITY, Relation.GREATER, MAX_QTY),
                List.of(
                    new VerdictCall(
                        Severity.BLOCK, "QTY_MAX", LimitKind.MAX_ORDER_QTY, QUANTITY, null),
                    new VerdictCall(
                        Severity.WARN,
                        "QTY_ODD",
                        null,
                        QUANTITY,
                        new Amount.Literal(12_500_000_000L, Unit.QTY)))),
            new RuleTree(
                "second",
                13,
                -3,
                new Condition.And(List.of()),
                List.of(
                    new VerdictCall(
                        Severity.WARN,
                        "ANY_ORDER",
                        null,
                        new Amount.Literal(1, Unit.COUNT),
                        new Amount.Literal(0, Unit.COUNT)))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "quantity > 1000 | 1000000000000",
        "quantity > 1_000 | 1000000000000",
        "quantity > 0.000000001 | 1",
        "1000 < quantity | 1000000000000",
        "notional > 1000 | 1000000000",
        "priceDeviationBps > 1.5 | 1500000000",
        "marketAgeMillis > 1000 | 1000",
        "openOrders > 5 | 5",
        "position > -2 | -2000000000"
      })
  void aNumberIsInTheUnitOfWhatItIsComparedWith(String text, long scaled) throws Refused {
    Compare compare = (Compare) condition(text);
    Amount number = compare.left() instanceof Amount.Literal ? compare.left() : compare.right();
    assertThat(((Amount.Literal) number).value()).isEqualTo(scaled);
  }

  @Test
  void operatorsBindAsInJava() throws Refused {
    Condition a = new Condition.Flag("buy", true);
    Condition b = new Condition.Flag("replace", true);
    Condition c = new Compare(QUANTITY, Relation.GREATER, MAX_QTY);

    assertThat(condition("buy || replace && quantity > maxOrderQty"))
        .isEqualTo(new Condition.Or(List.of(a, new Condition.And(List.of(b, c)))));
    assertThat(condition("(buy || replace) && quantity > maxOrderQty"))
        .isEqualTo(new Condition.And(List.of(new Condition.Or(List.of(a, b)), c)));
    Amount twice = new Amount.Arithmetic('*', QUANTITY, new Amount.Literal(2, Unit.COUNT));
    assertThat(condition("addedQuantity + 2 * quantity > maxOrderQty"))
        .isEqualTo(
            new Compare(
                new Amount.Arithmetic('+', new Amount.Field(ContextNumber.ADDED_QUANTITY), twice),
                Relation.GREATER,
                MAX_QTY));
  }

  @Test
  void negationReachesTheLeaves() throws Refused {
    assertThat(condition("!(buy && quantity > maxOrderQty || account == \"A\")"))
        .isEqualTo(
            new Condition.And(
                List.of(
                    new Condition.Or(
                        List.of(
                            new Condition.Flag("buy", false),
                            new Compare(QUANTITY, Relation.LESS_OR_EQUAL, MAX_QTY))),
                    new Condition.TextIs(
                        new TextOperand.Field(ContextText.ACCOUNT),
                        false,
                        new TextOperand.Literal("A")))));
    assertThat(condition("!!buy")).isEqualTo(condition("buy == true"));
    assertThat(condition("!buy")).isEqualTo(condition("buy != true"));
    assertThat(condition("venue not in ('A', 'B')"))
        .isEqualTo(condition("venue != \"A\" && venue != \"B\""));
  }

  @Test
  void gettersAreFieldsToo() throws Refused {
    assertThat(condition("getQuantity() > getMaxOrderQty(), isBuy()"))
        .isEqualTo(condition("quantity > maxOrderQty, buy"));
  }

  @Test
  void everyFieldCanBeCompared() throws Refused {
    for (String property : Vocabulary.AMOUNTS.keySet()) {
      assertThat(condition(property + " > 1")).isInstanceOf(Compare.class);
    }
    for (String property : Vocabulary.TEXTS.keySet()) {
      assertThat(condition(property + " == account")).isInstanceOf(Condition.TextIs.class);
    }
  }
}
