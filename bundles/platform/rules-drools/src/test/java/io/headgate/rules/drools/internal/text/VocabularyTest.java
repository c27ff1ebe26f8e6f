package io.headgate.rules.drools.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.headgate.rules.drools.internal.Folder;
import io.headgate.rules.drools.internal.Rules;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.spi.rules.ContextText;
import io.headgate.spi.rules.OrderContext;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {

  private static Set<String> words() {
    Set<String> words = new TreeSet<>(Vocabulary.AMOUNTS.keySet());
    words.addAll(Vocabulary.TEXTS.keySet());
    words.addAll(Vocabulary.FLAGS);
    return words;
  }

  @Test
  void theWordsAreTheGettersOfTheOrderContext() {
    Set<String> getters = new TreeSet<>();
    for (Method method : OrderContext.class.getMethods()) {
      boolean getter = method.getName().matches("(get|is)[A-Z].*");
      if (getter && method.getDeclaringClass() != Object.class) {
        getters.add(method.getName());
      }
    }
    // What rules before said is no business of a rule: verdicts must not depend on their order.
    assertThat(getters.remove("isBlocked")).isTrue();
    assertThat(words().stream().map(Vocabulary::getter))
        .containsExactlyInAnyOrderElementsOf(getters);
  }

  @Test
  void noFieldIsForbidden() {
    assertThat(words()).allMatch(word -> Forbidden.why(word) == null);
  }

  @Test
  void aMisspeltWordFindsItsNeighbour() {
    assertThat(Vocabulary.nearest("quantitty")).isEqualTo("quantity");
    assertThat(Vocabulary.nearest("maxorderqty")).isEqualTo("maxOrderQty");
    assertThat(Vocabulary.nearest("x".repeat(100_000))).isNotEmpty();
  }

  /** Such a rule would be taken, and never apply. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "phase == \"HALTED\"",
        "phase != \"open\"",
        "phase in (\"OPENING\", \"CLOSING\")",
        "phase not in (\"OPEN\", \"CLOSING\")",
      })
  void aPhaseThatThereIsNotIsRefused(String condition) {
    Refused refused =
        catchThrowableOfType(Refused.class, () -> RuleFileParser.parse(Rules.text("a", condition)));
    assertThat(refused.reason())
        .contains("expected one of CLOSED, OPENING_AUCTION, OPEN, CLOSING_AUCTION");
  }

  @Test
  void theGuideForOfficersListsEveryFieldAndLimitWithItsUnit() throws Exception {
    String guide = Files.readString(Folder.SHIPPED.resolve("README.md"));
    for (ContextNumber field : ContextNumber.values()) {
      assertThat(guide).contains("| `%s` | %s | ".formatted(field.property(), field.unit().word()));
    }
    for (ContextText field : ContextText.values()) {
      assertThat(guide).contains("| `%s` | text | ".formatted(field.property()));
    }
    for (String flag : Vocabulary.FLAGS) {
      assertThat(guide).contains("| `%s` | yes or no | ".formatted(flag));
    }
    for (LimitKind kind : LimitKind.values()) {
      assertThat(guide)
          .contains(
              "| `%s`, `%s` | %s | `%s` |"
                  .formatted(
                      Vocabulary.property(kind, false),
                      Vocabulary.property(kind, true),
                      kind.unit().word(),
                      kind.word()));
    }
  }

  @Test
  void theRulesInTheGuideAreSound() throws Exception {
    String guide = Files.readString(Folder.SHIPPED.resolve("README.md"));
    long rules =
        Arrays.stream(guide.split("```", -1))
            .filter(block -> block.strip().startsWith("rule "))
            .peek(VocabularyTest::parse)
            .count();
    assertThat(rules).isEqualTo(2);
  }

  private static void parse(String rule) {
    try {
      assertThat(RuleFileParser.parse(rule)).isNotEmpty();
    } catch (Refused e) {
      throw new AssertionError(rule + e.line() + ": " + e.reason(), e);
    }
  }
}
