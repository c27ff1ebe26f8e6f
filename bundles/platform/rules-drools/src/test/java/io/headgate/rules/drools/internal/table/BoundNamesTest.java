package io.headgate.rules.drools.internal.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.headgate.rules.drools.internal.Rules;
import io.headgate.rules.drools.internal.text.Lexer;
import io.headgate.rules.drools.internal.text.Refused;
import io.headgate.rules.drools.internal.text.RuleFileParser;
import io.headgate.rules.drools.internal.text.RuleTree;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Variables of other engines' rules: none has the name of a field that it is not. */
class BoundNamesTest {

  private static final String TYPES =
      "theirs,ours\nTrade,OrderContext\nprice,limitPrice\nsize,quantity\n";

  private static List<RuleTree> condition(String condition) throws Refused {
    String rule =
        "rule \"a\" when $o : Trade( %s ) then $o.warn(\"A_B\", $o.getQuantity(), 0, Unit.QTY); end"
            .formatted(condition);
    return RuleFileParser.parse(Types.read(TYPES).translate(Lexer.tokens(rule, 1)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "quantity : price > 5, quantity > 3 ~ 'quantity : price' ~ (quantity)",
        "size : price > 5, size > 3 ~ 'size : price' ~ (quantity)",
        "account : getPrice() > 5, account == \"X\" ~ 'account : getPrice' ~ (account)",
        "maxOrderQty : price > 5, size > maxOrderQty ~ 'maxOrderQty : price' ~ (maxOrderQty)",
        "buy : price > 5, buy ~ 'buy : price' ~ (buy)",
      })
  void aVariableWithTheNameOfAnotherFieldIsRefused(String theirs, String found, String other) {
    Refused refused = catchThrowableOfType(Refused.class, () -> condition(theirs));
    assertThat(refused).as(theirs).isNotNull();
    assertThat(refused.reason()).contains(found, other, "a name of its own");
    assertThat(refused.line()).isEqualTo(1);
  }

  @Test
  void aVariableWithTheNameOfItsOwnFieldSaysWhatItLooksLike() throws Exception {
    for (String theirs :
        List.of(
            "price : getPrice() > 5, size > 3",
            "size : quantity > 3, price > 5, size > 3",
            "p : price > 5, size > 3")) {
      assertThat(condition(theirs).get(0).when().toString())
          .as(theirs)
          .contains("LIMIT_PRICE", "QUANTITY");
    }
    assertThat(condition("p : price > 5, p > 3").get(0).when())
        .isEqualTo(
            RuleFileParser.parse(Rules.text("a", "limitPrice > 5, limitPrice > 3")).get(0).when());
  }
}
