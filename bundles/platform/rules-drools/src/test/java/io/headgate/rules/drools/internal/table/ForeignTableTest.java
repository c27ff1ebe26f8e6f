package io.headgate.rules.drools.internal.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.headgate.rules.drools.internal.text.Refused;
import io.headgate.rules.drools.internal.text.RuleFileParser;
import io.headgate.rules.drools.internal.text.RuleTree;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A decision table that was written for other engines' types. */
class ForeignTableTest {

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
}
