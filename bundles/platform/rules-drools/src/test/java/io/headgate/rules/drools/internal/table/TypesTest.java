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
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that were written for other engines' types, in the style in which such files are common.
 */
class TypesTest {

  private static final String TYPES =
      """
      theirs,ours
      com.sample.Trade,OrderContext
      Trade.size,quantity
      price,limitPrice
      Trade.client,account
      direction,side
      Trade.reject,"$o.block(""TRADE_REJECTED"", $o.getQuantity(), 0, Unit.QTY)"
      setFlagged,"$o.warn(""TRADE_FLAGGED"", $o.getQuantity(), 0, Unit.QTY);"
      """;

  private static final String FOREIGN =
      """
      package com.sample

      import com.sample.Trade;

      // a large one
      rule "Large trade"
          dialect "java"
          salience 10
          when
              $trade : Trade( size > 1000, price >= 99.5, direction == "BUY" )
          then
              $trade.reject( "too large: " + $trade.getSize() );
      end

      rule "Round trade"
          when
              t : com.sample.Trade( size == 100 && getClient().equals("ACME") )
          then
              t.setFlagged(true);
      end
      """;

  /** A table as spreadsheets of another engine export it, with remarks beside it. */
  private static final String TABLE =
      """
      ,"RuleSet","data",,,
      ,,,,,
      ,"RuleTable - Mine",,,,
      ,"C","C","C","A","A"
      ,"Thing...","Thing...",,,
      ,"thing.getColour().equals($param)","thing.size () > $param","thing.size() < $param","thing.setIsValid($param)","thing.setIsValid($1, $2)"
      ,"Colour","Size","Size","Valid","Valid"
      "remark","red",1,3,TRUE,"1,2"
      "remark","yellow",2,6,FALSE,"1,2"
      ,,,,,
      "RuleTable - other",,,,,
      "C","A",,,,
      ,,,,,
      "thing.size() < $param","thing.setIsValid($param)",,,,
      "Size","Valid",,,,
      60,"Y",,,,
      """;

  private static final String TABLE_TYPES =
      """
      theirs,ours
      Thing...,OrderContext
      thing,OrderContext
      getColour,symbol
      size,quantity
      setIsValid,"$o.warn(""THING_VALID"", $o.getQuantity(), 0, Unit.QTY)"
      """;

  private static List<RuleTree> read(String drl, String types) throws Refused {
    return RuleFileParser.parse(Types.read(types).translate(Lexer.tokens(drl, 1)));
  }

  @Test
  void rulesForOtherTypesLoadOnceTheirNamesAreMapped() throws Exception {
    List<RuleTree> rules = read(FOREIGN, TYPES);
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
        catchThrowableOfType(Refused.class, () -> read(FOREIGN, TYPES.replace(row + "\n", "")));
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

  private static List<RuleTree> condition(String condition) throws Refused {
    return read(
        "import org.acme.Exemption;\nrule \"a\" when $trade : Trade( %s ) then $trade.reject(\"x\"); end"
            .formatted(condition),
        TYPES + "note,strategy\norg.acme.Exemption,nothing\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "note != null, price > 3 ~ limitPrice > 3",
        "price > 3, getNote() != null ~ limitPrice > 3",
        "price > 3 && note != null, size > 5 ~ limitPrice > 3, quantity > 5",
        "size > 9 && note != null || price > 3 ~ quantity > 9 || limitPrice > 3",
        "price > 3 || note != null && size > 5 ~ limitPrice > 3 || quantity > 5",
        "size > 2 || size < 1 && note != null, price > 3 ~ quantity > 2 || quantity < 1, limitPrice > 3",
        "$b : isBuy(), price > 3 ~ limitPrice > 3",
        "$c : getClient(), note.equals($c) ~ strategy == account",
        "!note.equals(client) ~ !(strategy == account)",
        "price > 3 && $n : note ~ limitPrice > 3",
        "price > 3 && size > 3 && < 5 ~ limitPrice > 3 && quantity > 3 && quantity < 5",
        "price > 3 || size > 3 && < 5 ~ limitPrice > 3 || quantity > 3 && quantity < 5",
        "size > 7 || < 2 || price > 3 ~ quantity > 7 || quantity < 2 || limitPrice > 3",
        "(getSize() > 7 || < 2) && price > 3 ~ (quantity > 7 || quantity < 2) && limitPrice > 3",
      })
  void whatIsLeftOutOrSaidTwiceLeavesTheMeaning(String theirs, String ours) throws Exception {
    assertThat(condition(theirs).get(0).when())
        .isEqualTo(RuleFileParser.parse(Rules.text("a", ours)).get(0).when());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "price > 3, size == 100 || > 500 ~ '>'",
        "note.equals(whoever) ~ '.'",
        "note.equals(size) ~ '.'",
        "price > 3, size * 2 > 100 && < 900 ~ '<'",
        "price > 3 && buy || > 5 ~ '>'",
        "price > 3 && size > 5 || > 9 ~ '>'",
        "price > 3 && getSize() > 5 || > 9 ~ '>'",
        "size > 5 || > 9 && price > 3 ~ '>'",
        "price > 3 && size != null && > 5 ~ null",
        "price > 3 && size != null || > 5 ~ null",
        "price > 3, note != null || size > 1000 ~ null",
        "size > 1000 || note != null, price > 3 ~ null",
        "size > 1000 || !(note != null) ~ ')'",
        "price > 3 || $b : buy ~ '$b'",
        "size > 1000 ) Exemption( client == \"X\" ~ 'Exemption'",
        "size > 1000 ) not Exemption( client == \"X\" ~ 'Exemption'",
      })
  void whatWouldSaySomethingElseIsRefused(String theirs, String found) {
    Refused refused = catchThrowableOfType(Refused.class, () -> condition(theirs));
    assertThat(refused).as(theirs).isNotNull();
    assertThat(refused.reason()).contains(found);
    assertThat(refused.line()).isEqualTo(2);
  }

  /** Each of its parts would be looked at with all that follow. */
  @Test
  void aNameOfVeryManyPartsIsRefused() {
    String name = "a" + ".a".repeat(60_000);
    Refused refused = catchThrowableOfType(Refused.class, () -> condition(name + " > 3"));
    assertThat(refused.line()).isEqualTo(2);
    assertThat(refused.reason()).contains("a name of more than 32 parts");
  }

  @Test
  void aForeignTableLoadsOnceItsNamesAreMapped() throws Exception {
    List<RuleTree> rules = DecisionTable.parse(TABLE, Types.read(TABLE_TYPES), null);
    assertThat(rules).extracting(RuleTree::name).containsExactly("Mine 8", "Mine 9", "other 16");
    assertThat(rules.get(0).when())
        .isEqualTo(
            RuleFileParser.parse(
                    "rule \"a\" when $o : OrderContext(symbol == \"red\", quantity > 1, quantity < 3) then $o.warn(\"A_B\", 1, 1, Unit.QTY); end")
                .get(0)
                .when());
    assertThat(rules.get(0).then()).hasSize(2);
  }

  @Test
  void aForeignTableWithoutThemIsRefusedAtTheTypeItDoesNotKnow() {
    Refused refused =
        catchThrowableOfType(Refused.class, () -> DecisionTable.parse(TABLE, Types.none(), null));
    assertThat(refused.line()).isEqualTo(5);
    assertThat(refused.reason())
        .contains("found the type 'Thing...'", "types.csv", "Thing...,OrderContext");
  }

  @Test
  void aMapThatMeansNothingIsRefused() {
    assertThat(
            catchThrowableOfType(
                Refused.class, () -> Types.read("theirs,ours\nTrade,java.lang.Runtime\n")))
        .hasMessageContaining("java.lang.Runtime");
    assertThat(catchThrowableOfType(Refused.class, () -> Types.read("Trade,OrderContext\n")))
        .hasMessageContaining("theirs,ours");
  }

  /** A map cannot smuggle in what a rule may not say: the grammar sees what it makes. */
  @Test
  void aVerdictOfAMapIsCheckedLikeAnyOther() throws Exception {
    String types =
        TYPES.replace("$o.getQuantity(), 0, Unit.QTY)\"", "System.nanoTime(), 0, Unit.QTY)\"");
    Refused refused = catchThrowableOfType(Refused.class, () -> read(FOREIGN, types));
    assertThat(refused.reason()).contains("'System'");
  }

  /** What is ordinary elsewhere and says nothing that could not be said here. */
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
            "Order( " + java.util.regex.Matcher.quoteReplacement(condition) + " )");
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

  /** Who reads the rules reads what they say, and not what a map makes of the same words. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "block,\"$o.warn(\"\"A_B\"\", 1, 2, Unit.QTY)\"",
        "quantity,addedQuantity",
        "maxOrderQty,maxOrderNotional",
        "rule,OrderContext",
        "eval,quantity",
        "Order.buy,replace",
        "OrderContext,quantity",
        "x,quantity\nx,addedQuantity",
        "getQuantity,notional",
        "Order.getMaxOrderQty,maxOpenOrders",
        "isBuy,replace",
        "forall,OrderContext",
        "accumulate,OrderContext",
      })
  void aMapThatGivesAWordOfOursAnotherMeaningIsRefused(String rows) {
    Refused refused =
        catchThrowableOfType(Refused.class, () -> Types.read("theirs,ours\n" + rows + "\n"));
    assertThat(refused).as(rows).isNotNull();
    assertThat(refused.reason()).containsAnyOf("means something here already", "again");
    assertThat(refused.line()).isEqualTo(1 + (int) rows.lines().count());
  }
}
