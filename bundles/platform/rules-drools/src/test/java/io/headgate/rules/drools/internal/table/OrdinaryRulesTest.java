package io.headgate.rules.drools.internal.table;

import static io.headgate.rules.drools.internal.table.ForeignFiles.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.headgate.rules.drools.internal.Rules;
import io.headgate.rules.drools.internal.text.Refused;
import io.headgate.rules.drools.internal.text.RuleFileParser;
import io.headgate.rules.drools.internal.text.RuleTree;
import java.util.List;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Rules in the style of tutorials: what says nothing that could not be said here loads, the rest is
 * told why not.
 */
class OrdinaryRulesTest {

  private static final String ORDINARY =
      """
      package org.acme;
      import org.acme.Order;
      import org.acme.Side;
      import java.util.List;

      rule "R 1: order > 1,000 shares (large)"
          when
              $t : Order( $qty : quantity > 1000, $who : customer, side == Side.BUY,
                          $qty > 1500 )
          then
              System.out.println("large: " + $qty);
              $t.reject( "too large (" + $qty + ")" );
              update( $t );
      end

      rule "#2 between"
          when
              Order( symbol != null && this.quantity > 5 && < 70, customer in ("A", "B") )
          then
              reject("x");
      end
      """;

  private static final String ORDINARY_TYPES =
      """
      theirs,ours
      org.acme.Order,OrderContext
      org.acme.Side,text
      java.util.List,nothing
      customer,account
      System.out.println,nothing
      update,nothing
      reject,"$o.block(""ORDER_REJECTED"", $o.getQuantity(), 0, Unit.QTY)"
      """;

  @Test
  void whatIsOrdinaryElsewhereLoadsOnceItsNamesAreMapped() throws Exception {
    List<RuleTree> rules = read(ORDINARY, ORDINARY_TYPES);
    assertThat(rules)
        .extracting(RuleTree::name)
        .containsExactly("R 1- order - 1-000 shares -large-", "2 between");
    assertThat(rules.get(0).when())
        .isEqualTo(
            RuleFileParser.parse(
                    Rules.text("a", "quantity > 1000, side == \"BUY\", quantity > 1500"))
                .get(0)
                .when());
    assertThat(rules.get(0).then()).hasSize(1);
    assertThat(rules.get(1).when())
        .isEqualTo(
            RuleFileParser.parse(
                    Rules.text("b", "quantity > 5 && quantity < 70, account in ('A', 'B')"))
                .get(0)
                .when());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          side == Side.Buy     | 8 | found side "Buy"; expected one of BUY, SELL
          customer.name == "A" | 8 | found '.' after a field
          symbol == null       | 8 | every field of the order has a value
          symbol matches "A.*" | 8 | texts are compared with
          customer == $qty     | 8 | '$qty'
          """)
  void whatStaysForeignIsRefusedWithItsReason(String condition, int line, String words) {
    String file =
        ORDINARY.replaceAll(
            "(?s)Order\\( [$]qty.*?1500 \\)",
            "Order( " + Matcher.quoteReplacement(condition) + " )");
    Refused refused = catchThrowableOfType(Refused.class, () -> read(file, ORDINARY_TYPES));
    assertThat(refused).as(condition).isNotNull();
    assertThat(refused.reason()).contains(words);
    assertThat(refused.line()).isEqualTo(line);
  }

  @Test
  void actionsThatNoMapNamesAreRefusedAndTheMapIsNamed() {
    for (String action : List.of("System.out.println", "update")) {
      String types = ORDINARY_TYPES.replace(action + ",nothing\n", "");
      Refused refused = catchThrowableOfType(Refused.class, () -> read(ORDINARY, types));
      assertThat(refused.reason()).contains("only verdicts may stand", "types.csv");
    }
  }

  /** As tutorials write them: who follows the message knows what is wrong and what to do. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          $t : Order( buy ) $c : Client( name == "A" )                               | a number of limits/*.csv
          $t : Order( buy ) Number( intValue > 3 ) from accumulate( Order(), count(1) ) | sums and counts
          $t : Order( buy ) $l : List( size > 3 ) from collect( Order( buy ) )       | sums and counts
          $t : Order( buy ) over window:time( 10m )                                  | watched by surveillance
          $t : Order( buy ) or Order( !buy )                                         | or a rule for each
          $t : Order( quantity > 100.50B )                                           | without L, B, f
          """)
  void whatHasAnotherShapeHereIsToldItsOwn(String pattern, String words) {
    String file = ORDINARY.replaceAll("(?s)[$]t : Order\\(.*?1500 \\)", "PATTERN");
    Refused refused =
        catchThrowableOfType(
            Refused.class, () -> read(file.replace("PATTERN", pattern), ORDINARY_TYPES));
    assertThat(refused).as(pattern).isNotNull();
    assertThat(refused.reason()).contains(words);
    assertThat(refused.line()).isEqualTo(8);
  }

  @Test
  void aSemicolonMayFollowARule() throws Exception {
    String file = ORDINARY.replaceAll("(?m)^end$", "end;");
    assertThat(read(file, ORDINARY_TYPES)).hasSize(2);
  }
}
