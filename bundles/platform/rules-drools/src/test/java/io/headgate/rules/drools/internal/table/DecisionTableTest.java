package io.headgate.rules.drools.internal.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.headgate.rules.drools.internal.Folder;
import io.headgate.rules.drools.internal.sentence.Dictionary;
import io.headgate.rules.drools.internal.text.Refused;
import io.headgate.rules.drools.internal.text.RuleFileParser;
import io.headgate.rules.drools.internal.text.RuleTree;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionTableTest {

  private static final String TABLE =
      """
      RuleTable,desk sizes,,,
      NAME,CONDITION,CONDITION,CONDITION,ACTION
      ,OrderContext,,,
      ,"account == ""$param\""",symbol,quantity > $param,"$o.block(""$1"", $o.getQuantity(), $2, Unit.QTY);"
      name,account,symbol,above,verdict
      SPY for the desk,DESK,SPY,5000,"QTY_SPY, 5000"
      ,DESK,,900,"QTY_DESK, 900"
      """;

  private static final String SENTENCES =
      """
      RuleTable,desk sizes,,,
      NAME,CONDITION,CONDITION,CONDITION,ACTION
      ,,,,
      ,its account is $param,its symbol is one of $param,its quantity is above $param,Deny it with $1: its quantity is above the allowed $2
      name,account,symbol,above,verdict
      SPY for the desk,DESK,SPY,5000,"QTY_SPY, 5000"
      ,DESK,,900,"QTY_DESK, 900"
      """;

  private static final String MEANS =
      """
      rule "SPY for the desk" when $o : OrderContext(account == "DESK", %s, quantity > 5000)
      then $o.block("QTY_SPY", $o.getQuantity(), 5000, Unit.QTY); end
      rule "desk sizes 7" when $o : OrderContext(account == "DESK", quantity > 900)
      then $o.block("QTY_DESK", $o.getQuantity(), 900, Unit.QTY); end
      """;

  private static Dictionary dictionary() throws Exception {
    return Dictionary.read(Files.readString(Folder.SHIPPED.resolve("headgate.dsl")));
  }

  private static void same(List<RuleTree> rules, String drl) throws Refused {
    List<RuleTree> expected = RuleFileParser.parse(drl);
    assertThat(rules).hasSameSizeAs(expected);
    for (int i = 0; i < rules.size(); i++) {
      assertThat(rules.get(i).name()).isEqualTo(expected.get(i).name());
      assertThat(rules.get(i).when()).isEqualTo(expected.get(i).when());
      assertThat(rules.get(i).then()).isEqualTo(expected.get(i).then());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void aTableIsReadRuleByRow(String separator) throws Exception {
    String text = separator.equals(",") ? TABLE : SENTENCES;
    String with =
        separator.equals(",")
            ? text
            : text.replace("\"QTY_SPY, 5000\"", "\"QTY_SPY! 5000\"")
                .replace("\"QTY_DESK, 900\"", "\"QTY_DESK! 900\"")
                .replace(",", separator)
                .replace('!', ',');
    List<RuleTree> rules = DecisionTable.parse(with, Types.none(), dictionary());
    assertThat(rules).extracting(RuleTree::line).containsExactly(6, 7);
    same(
        rules,
        MEANS.formatted(separator.equals(",") ? "symbol == \"SPY\"" : "symbol in (\"SPY\")"));
  }

  @Test
  void aTableOfSentencesMeansWhatTheyDo() throws Exception {
    same(
        DecisionTable.parse(SENTENCES, Types.none(), dictionary()),
        MEANS.formatted("symbol in (\"SPY\")"));
  }

  @Test
  void severalTablesCommentsPrioritiesAndOpenEndedConditions() throws Exception {
    List<RuleTree> rules =
        DecisionTable.parse(
            """
            RuleSet,desk,,
            Import,io.headgate.spi.rules.OrderContext,,
            ,,,
            a remark,RuleTable - first,,,
            ,C,A,P
            ,$o : OrderContext(),,
            ,quantity >,"$o.warn(""QTY_A"", $o.getQuantity(), $param, Unit.QTY)",
            ,above,warn,priority
            ignored,5,5,3
            ,,,
            RuleTable second,,,
            CONDITION,CONDITION,ACTION,
            OrderContext,,,
            quantity,buy,"$o.warn(""QTY_B"", $o.getQuantity(), 7, Unit.QTY);",
            exactly,buys,,
            7,TRUE,x,
            8,false,x,
            """
                .replace("quantity,buy", "Ops.eq(quantity; $param),buy")
                .replace("Ops.eq(quantity; $param)", "\"Ops.eq(quantity, $param)\""),
            Types.none(),
            null);
    same(
        rules,
        """
        rule "first 9" when $o : OrderContext(quantity > 5) then $o.warn("QTY_A", $o.getQuantity(), 5, Unit.QTY); end
        rule "second 16" when $o : OrderContext(Ops.eq(quantity, 7), buy == true) then $o.warn("QTY_B", $o.getQuantity(), 7, Unit.QTY); end
        rule "second 17" when $o : OrderContext(Ops.eq(quantity, 8), buy == false) then $o.warn("QTY_B", $o.getQuantity(), 7, Unit.QTY); end
        """);
    assertThat(rules.get(0).salience()).isEqualTo(3);
  }

  private static List<RuleTree> foreign(String first, String second) throws Refused {
    return DecisionTable.parse(
        """
        RuleTable,sizes,,
        C,A,A
        ,,
        %s,%s,"$o.warn(""QTY_A"", $o.getQuantity(), $param, Unit.QTY)"
        size,print,warn
        5,x,%s
        """
            .formatted(first, "System.out.println($param)", second),
        Types.read("theirs,ours\nsize,quantity\nnote,strategy\nSystem.out.println,nothing\n"),
        null);
  }

  @Test
  void anActionThatIsLeftOutLeavesTheOthers() throws Exception {
    same(
        foreign("size > 1 && < $param", "7"),
        """
        rule "sizes 6" when $o : OrderContext(quantity > 1 && quantity < 5)
        then $o.warn("QTY_A", $o.getQuantity(), 7, Unit.QTY); end
        """);
    Refused refused = catchThrowableOfType(Refused.class, () -> foreign("size > $param", ""));
    assertThat(refused.line()).isEqualTo(6);
    assertThat(refused.reason()).contains("a row without a verdict");
  }

  @Test
  void aConditionThatIsLeftOutIsNamedWithItsColumn() {
    Refused refused = catchThrowableOfType(Refused.class, () -> foreign("note != null", "7"));
    assertThat(refused.line()).isEqualTo(6);
    assertThat(refused.reason()).contains("column 'size'", "types.csv leaves out");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"size > 5 && System.out.println(size) > $param", "size < println() - $param"})
  void anActionThatIsLeftOutIsNoneWhereARowIsDecided(String condition) {
    assertThatThrownBy(() -> foreign(condition, "7"))
        .isInstanceOf(Refused.class)
        .hasMessageMatching(".*(System|println).*");
  }

  @Test
  void aCellThatDoesNotFitIsNamedWithItsColumn() {
    Refused refused =
        catchThrowableOfType(
            Refused.class,
            () ->
                DecisionTable.parse(
                    TABLE.replace("SPY,5000", "SPY,\"5,000\""), Types.none(), null));
    assertThat(refused.line()).isEqualTo(6);
    assertThat(refused.reason()).contains("'5,000'", "column 'above'", "one number");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "account in (\"$1\", \"$2\") | A,B,C | 2 | $3",
        "quantity > $1 | 1,000 | 1 | $2",
        "its account is one of $1 and $2 | A,B,,C | 2 | $3",
      })
  void aValueThatNoWordOfTheTemplateTakesIsNotDropped(
      String template, String cell, int taken, String next) {
    Refused refused = catchThrowableOfType(Refused.class, () -> inTwo(template, cell));
    assertThat(refused.line()).isEqualTo(6);
    assertThat(refused.reason())
        .contains("'" + cell + "' in column 'which'", "takes %d values".formatted(taken), next);
  }

  @Test
  void anEmptyValueAtTheEndIsNone() throws Exception {
    same(
        inTwo("account in (\"$1\", \"$2\")", "A, B,"),
        """
        rule "sizes 6" when $o : OrderContext(account in ("A", "B"))
        then $o.warn("QTY_A", $o.getQuantity(), 7, Unit.QTY); end
        """);
  }

  private static List<RuleTree> inTwo(String template, String cell) throws Exception {
    String table =
        """
        RuleTable;sizes;
        CONDITION;ACTION;
        OrderContext;;
        "%s";"$o.warn(""QTY_A"", $o.getQuantity(), 7, Unit.QTY)";
        which;says;
        %s;x;
        """
            .formatted(template.replace("\"", "\"\""), cell);
    return DecisionTable.parse(table, Types.none(), dictionary());
  }

  /** As a spreadsheet in a country with decimal commas exports it. */
  @Test
  void theFirstRowTellsTheSeparatorAndCommasInTextsDoNot() throws Exception {
    String table =
        """
        RuleTable;desk sizes;
        CONDITION;ACTION;
        ;;
        its symbol is one of $param;Deny it with $1: its quantity is above the allowed $2;
        symbols;verdict;
        SPY, QQQ, DIA, IWM, TLT, GLD;QTY_ETF, 5000;
        """;
    List<RuleTree> rules = DecisionTable.parse(table, Types.none(), dictionary());
    same(
        rules,
        """
        rule "desk sizes 6"
        when $o : OrderContext(symbol in ("SPY", "QQQ", "DIA", "IWM", "TLT", "GLD"))
        then $o.block("QTY_ETF", $o.getQuantity(), 5000, Unit.QTY); end
        """);
    List<RuleTree> named = DecisionTable.parse("sep=;\r\n" + table, Types.none(), dictionary());
    assertThat(named).extracting(RuleTree::name).containsExactly("desk sizes 7");
    assertThat(named.get(0).when()).isEqualTo(rules.get(0).when());
  }
}
