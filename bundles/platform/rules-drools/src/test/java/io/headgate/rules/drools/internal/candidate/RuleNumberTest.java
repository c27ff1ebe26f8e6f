package io.headgate.rules.drools.internal.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.number.Fixed;
import io.headgate.rules.drools.internal.Rules;
import io.headgate.spi.rules.ContextEditor;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.spi.rules.OrderContext;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleNumberTest {

  private static RuleNumber number(String when) throws Exception {
    return number(when, 50);
  }

  private static RuleNumber number(String when, int number) throws Exception {
    String rule =
        """
        rule "own"
        when
          $o : OrderContext(%s)
        then
          $o.block("QTY_OWN", $o.getQuantity(), %d, Unit.QTY);
        end
        """
            .formatted(when, number);
    return Objects.requireNonNull(RuleNumber.of(Rules.parsed(rule).get(0)), "a number");
  }

  private static OrderContext order(long quantity) {
    return new ContextEditor().begin().set(ContextNumber.QUANTITY, quantity * Fixed.ONE).context();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "quantity > 50                   |  49 |  98 | false",
        "quantity > 50                   |  50 | 100 | false",
        "quantity >= 50                  |  50 | 100 | true",
        "50 < quantity                   |  49 |  98 | false",
        "!(quantity <= 50)               |  51 | 102 | true",
        "quantity > 50 && !replace       |  40 |  80 | false",
        "quantity > 50 && quantity <= 90 |  25 |  50 | false",
        "quantity < 50                   | 100 |  50 | false",
        "50 > quantity                   |  25 | 200 | true",
        "!(quantity >= 50)               | 100 |  50 | false",
        "quantity <= 50                  | 100 |  50 | false",
        "quantity > 50 && !replace, !buy |  40 |  80 | false",
      })
  void aShareIsToldOnWhicheverSideTheNumberStands(
      String when, long quantity, double share, boolean caught) throws Exception {
    RuleNumber number = number(when);
    OrderContext order = order(quantity);

    assertThat(number.isMeasured()).isTrue();
    assertThat(number.looksAt(order)).isTrue();
    assertThat(number.share(order)).isEqualTo(share);
    assertThat(number.catches(order)).isEqualTo(caught);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quantity > 60",
        "Ops.eq(quantity, 50)",
        "Ops.ne(quantity, 50)",
        "addedQuantity > 50",
        "quantity > 50 || buy",
        "quantity + 1 > 50",
        "quantity > 50, quantity >= 50",
        "buy",
      })
  void whatTheRuleComparesOtherwiseIsNotMeasured(String when) throws Exception {
    RuleNumber number = number(when);

    assertThat(number.isMeasured()).isFalse();
    assertThat(number.looksAt(order(60))).isFalse();
  }

  @Test
  void whereAnotherConditionFailsTheRuleDoesNotLook() throws Exception {
    assertThat(number("quantity > 50, replace").looksAt(order(49))).isFalse();
  }

  @Test
  void ofZeroThereAreNoShares() throws Exception {
    assertThat(number("quantity > 0", 0).isMeasured()).isFalse();
  }
}
