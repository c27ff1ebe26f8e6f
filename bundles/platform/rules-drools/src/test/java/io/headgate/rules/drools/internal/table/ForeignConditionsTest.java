package io.headgate.rules.drools.internal.table;

import static io.headgate.rules.drools.internal.table.ForeignFiles.TYPES;
import static io.headgate.rules.drools.internal.table.ForeignFiles.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.headgate.rules.drools.internal.Rules;
import io.headgate.rules.drools.internal.text.Refused;
import io.headgate.rules.drools.internal.text.RuleFileParser;
import io.headgate.rules.drools.internal.text.RuleTree;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a condition of other engines is in ours: it says the same, or is refused. */
class ForeignConditionsTest {

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
}
