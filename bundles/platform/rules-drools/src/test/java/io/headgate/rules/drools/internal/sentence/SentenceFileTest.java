package io.headgate.rules.drools.internal.sentence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.headgate.rules.drools.internal.Folder;
import io.headgate.rules.drools.internal.table.DecisionTable;
import io.headgate.rules.drools.internal.table.Types;
import io.headgate.rules.drools.internal.text.Refused;
import io.headgate.rules.drools.internal.text.RuleFileParser;
import io.headgate.rules.drools.internal.text.RuleTree;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.rules.ContextNumber;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceFileTest {

  private static final String THEN =
      "Deny it with QTY_MAX: its quantity is held against the limit max-order-qty";

  private static Dictionary shipped;

  @BeforeAll
  static void readShipped() throws Exception {
    shipped = Dictionary.read(Files.readString(Folder.SHIPPED.resolve("headgate.dsl")));
  }

  private static String rule(String... conditions) {
    return "rule \"a\"\nwhen\n  There is an order\n  - "
        + String.join("\n  - ", conditions)
        + "\nthen\n  "
        + THEN
        + "\nend\n";
  }

  /** What the same rule says in the language of rule files, but for where its words stand. */
  private static void means(String condition, String drl) throws Exception {
    List<RuleTree> sentences = SentenceFile.parse(rule(condition), shipped);
    List<RuleTree> plain =
        RuleFileParser.parse(
            "rule \"a\" when $o : OrderContext(%s) then $o.block(\"QTY_MAX\", LimitKind.MAX_ORDER_QTY, $o.getQuantity()); end"
                .formatted(drl));
    assertThat(sentences).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "its quantity is above 5000 ~ quantity > 5000",
        "Its quantity is above 5000 shares. ~ quantity > 5000",
        "its price deviation is above 50 bps ~ priceDeviationBps > 50",
        "its limit price is below -1.5 ~ limitPrice < -1.5",
        "its notional is at least the limit max-order-notional ~ notional >= maxOrderNotional",
        "its quantity is at most the warning level max-order-qty ~ quantity <= warnMaxOrderQty",
        "its quantity is above 1 and at most 2 ~ quantity > 1 && quantity <= 2",
        "the position equals 0 ~ Ops.eq(position, 0)",
        "the position differs from its own position ~ Ops.ne(position, ownPosition)",
        "the position, long or short, is above 10 ~ Ops.abs(position) > 10",
        "its quantity is no whole multiple of its lot size ~ !Ops.multipleOf(quantity, lotSize)",
        "the limit max-order-qty is set ~ Ops.limited(maxOrderQty)",
        "its account is DESK ~ account == \"DESK\"",
        "its account is \"not\" ~ account == \"not\"",
        "its account is 4711 ~ account == \"4711\"",
        "its account is \"A B\" ~ account == \"A B\"",
        "its venue is one of ARCA, BATS and XNYS ~ venue in (\"ARCA\", \"BATS\", \"XNYS\")",
        "its venue is one of ARCA, ARCA ~ venue in (\"ARCA\", \"ARCA\")",
        "its symbol is none of BRK.B or SPY ~ symbol not in (\"BRK.B\", \"SPY\")",
        "its side is not SELL ~ side != \"SELL\"",
        "it buys ~ buy",
        "either it buys or its quantity is above 5 ~ ((buy) || (quantity > 5))",
        "either it buys or it sells or a person asks ~ (buy || !buy || strategy == \"-\")",
      })
  void aSentenceMeansWhatItSays(String sentence, String drl) throws Exception {
    means(sentence, drl);
  }

  @Test
  void everyFieldAndLimitHasANameWithoutAnEntry() throws Exception {
    for (ContextNumber field : ContextNumber.values()) {
      means(field.property() + " is above 1", field.property() + " > 1");
    }
    for (LimitKind kind : LimitKind.values()) {
      String property = io.headgate.rules.drools.internal.text.Vocabulary.property(kind, true);
      means("the warning level " + kind.word() + " is above 1", property + " > 1");
    }
  }

  @Test
  void conditionsAreAllNeededAndRulesKnowTheirLines() throws Exception {
    List<RuleTree> rules =
        SentenceFile.parse(
            "// a comment\n\n"
                + rule("it buys", "its quantity is above 5")
                + rule("it sells").replace("\"a\"", "\"b\" salience 7"),
            shipped);
    assertThat(rules).extracting(RuleTree::name).containsExactly("a", "b");
    assertThat(rules).extracting(RuleTree::line).containsExactly(3, 11);
    assertThat(rules.get(1).salience()).isEqualTo(7);
    assertThat(rules.get(0).when())
        .isEqualTo(
            RuleFileParser.parse(
                    "rule \"a\" when $o : OrderContext(buy, quantity > 5) then $o.warn(\"A_B\", 1, 1, Unit.QTY); end")
                .get(0)
                .when());
  }

  @Test
  void theNearestSentenceIsNamedAndWhatItDoesNotKnow() throws Exception {
    Refused refused =
        catchThrowableOfType(
            Refused.class,
            () -> SentenceFile.parse(rule("it buys", "its quantty is above 5"), shipped));
    assertThat(refused.line()).isEqualTo(5);
    assertThat(refused.reason())
        .contains("headgate.dsl does not have", "{a} is above {b}", "it does not know: quantty");
  }

  @Test
  void aMeaningThatIsRefusedIsShown() throws Exception {
    Refused refused =
        catchThrowableOfType(
            Refused.class,
            () -> SentenceFile.parse(rule("its quantity is above its notional"), shipped));
    assertThat(refused.line()).isEqualTo(4);
    assertThat(refused.reason())
        .contains("one unit")
        .endsWith("the sentence means: quantity > notional");
  }

  @Test
  void aSentenceThatCanMeanTwoThingsIsRefused() throws Exception {
    Dictionary dictionary =
        Dictionary.read(
            """
            [condition][]{a} is high={a} > 5
            [condition][]its {b} is high=account == "{b}"
            """);
    List<Piece> sentence = Piece.cut("its quantity is high", 9);
    Refused refused =
        catchThrowableOfType(Refused.class, () -> dictionary.meaning(true, sentence, 9));
    assertThat(refused.line()).isEqualTo(9);
    assertThat(refused.reason()).contains("several things", "lines 1, 2");
    assertThat(dictionary.meaning(true, Piece.cut("its \"DESK\" is high", 9), 9)).hasSize(3);
  }

  private static Refused refused(Dictionary dictionary, String sentence) {
    return catchThrowableOfType(
        Refused.class, () -> dictionary.meaning(true, Piece.cut(sentence, 9), 9));
  }

  @Test
  void aSentenceWithVeryManyMeaningsIsRefusedAtTheSecond() throws Exception {
    Dictionary dictionary =
        Dictionary.read(
            "[condition][]odd {a}, {b}, {c}, {d}, {e}, {f}=account in ({a}) || account in ({b})"
                + " || account in ({c}) || account in ({d}) || account in ({e})"
                + " || account in ({f})");
    assertThat(refused(dictionary, "odd A" + ",A".repeat(240)).reason()).contains("several things");
  }

  @Test
  void aSentenceThatTakesVeryManyStepsIsRefused() throws Exception {
    Dictionary dictionary =
        Dictionary.read(
            "[condition][]odd {a}, {b}, {c}, {d} y=account in ({a}) || account in ({b})"
                + " || account in ({c}) || account in ({d})");
    assertThat(refused(dictionary, "odd A" + ", A".repeat(60) + " z").reason())
        .contains("too many ways", "headgate.dsl, line 1");
    assertThat(dictionary.meaning(true, Piece.cut("odd A, B, C, D y", 9), 9)).hasSize(23);
  }

  @Test
  void sentencesThatEachTakeManyStepsAreRefusedTogether() throws Exception {
    Dictionary dictionary =
        Dictionary.read(
            """
            [condition][]odd {a}, {b}, {c}, {d} z=account in ({a}) || account in ({b}) || account in ({c}) || account in ({d})
            [condition][]odd {a} y=account in ({a})
            """);
    List<Piece> sentence = Piece.cut("odd A" + ", A".repeat(22) + " y", 9);
    assertThat(dictionary.meaning(true, sentence, 9)).isNotEmpty();
    Refused refused =
        catchThrowableOfType(
            Refused.class,
            () -> {
              for (int line = 10; line < 10_000; line++) {
                dictionary.meaning(true, sentence, line);
              }
            });
    assertThat(refused.reason()).contains("sentences of the set", "too many ways");
    assertThat(refused.line()).isBetween(100, 3_000);
  }

  @Test
  void aMeaningIsBoundedAndSoIsWhatAFileMeans() throws Exception {
    String many = "[condition][]wide=quantity > 1" + " && quantity > 1".repeat(249);
    Refused entry =
        catchThrowableOfType(Refused.class, () -> Dictionary.read(many + " && quantity > 1"));
    assertThat(entry.line()).isEqualTo(1);
    assertThat(entry.reason()).contains("1003 words and signs", "at most 1000");
    Dictionary dictionary =
        Dictionary.read("[condition][]There is an order=$o : OrderContext()\n" + many);
    String[] conditions = new String[300];
    Arrays.fill(conditions, "wide");
    Refused file =
        catchThrowableOfType(Refused.class, () -> SentenceFile.parse(rule(conditions), dictionary));
    assertThat(file.line()).isEqualTo(266);
    assertThat(file.reason()).contains("262144 words and signs");
  }

  @Test
  void theSentencesAndTheTableInTheGuideAreSound() throws Exception {
    String guide = Files.readString(Folder.SHIPPED.resolve("README.md"));
    int sound = 0;
    for (String block : guide.split("```", -1)) {
      if (block.strip().startsWith("// order-quantity.dslr")) {
        sound += SentenceFile.parse(block, shipped).size();
      } else if (block.strip().startsWith("RuleTable")) {
        sound += DecisionTable.parse(block.strip(), Types.none(), shipped).size();
      }
    }
    assertThat(sound).isEqualTo(3);
  }

  /** Whatever is cut off or flipped: refused, or a rule that the grammar takes. */
  @Test
  void aFileCutOrFlippedAnywhereBreaksNothing() throws Exception {
    String sound =
        rule("either it buys or its venue is one of ARCA, BATS", "its quantity is above 5");
    SplittableRandom random = new SplittableRandom(3);
    int refused = 0;
    for (int i = 0; i < 2_000; i++) {
      StringBuilder broken = new StringBuilder(sound.substring(0, random.nextInt(sound.length())));
      if (!broken.isEmpty()) {
        broken.setCharAt(random.nextInt(broken.length()), (char) random.nextInt(32, 127));
      }
      try {
        SentenceFile.parse(broken.toString(), shipped);
      } catch (Refused e) {
        assertThat(e.line()).isBetween(1, 9);
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(1_900);
  }

  /** Each such entry is only understood with the last of all limits, texts and values. */
  @Test
  void aDictionaryThatTakesTooLongToBeUnderstoodIsRefusedAtTheEntryThatIsTooMuch() {
    StringBuilder entries = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      entries
          .append("[consequence][]go w%d {t} {k} {a}=".formatted(i))
          .append("$o.block(\"A_B\", LimitKind.{k}, {a}); ")
          .append("$o.block(\"{t}\", $o.getBookPercent(), {a}, Unit.PERCENT); ".repeat(7))
          .append('\n');
    }
    Refused refused =
        catchThrowableOfType(Refused.class, () -> Dictionary.read(entries.toString()));
    assertThat(refused.reason()).contains("take too long to be understood");
    assertThat(refused.line()).isBetween(5, 999);
  }
}
