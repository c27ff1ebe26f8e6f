package io.headgate.rules.drools.internal.text;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words of the DRL language that a rule file may not use, with the reason for each. */
final class Forbidden {

  private static final String CODE = "it could run any program inside the node";
  private static final String FACTS = "a rule looks at the one OrderContext and nothing else";
  private static final String SUMS =
      "sums and counts over orders and positions are fields of the one OrderContext, such as"
          + " openOrders or accountGross (rules/README.md lists them), which the node keeps up to"
          + " date; patterns over time are watched by surveillance";
  private static final String AGENDA =
      "it would make the verdict depend on other rules or on the time of day";

  private static final Map<String, String> WHY =
      Map.ofEntries(
          Map.entry("function", CODE),
          Map.entry("global", CODE),
          Map.entry("eval", CODE),
          Map.entry("declare", "types come from a closed list"),
          Map.entry("query", FACTS),
          Map.entry("unit", FACTS),
          Map.entry("from", SUMS),
          Map.entry("not", FACTS),
          Map.entry("exists", FACTS),
          Map.entry("forall", FACTS),
          Map.entry("accumulate", SUMS),
          Map.entry("acc", SUMS),
          Map.entry("collect", SUMS),
          Map.entry("over", SUMS),
          Map.entry("window", SUMS),
          Map.entry("entry", FACTS),
          Map.entry("extends", "every rule says in full when it applies"),
          Map.entry("matches", "texts are compared with ==, != and in"),
          Map.entry("soundslike", "texts are compared with ==, != and in"),
          Map.entry("contains", "texts are compared with ==, != and in"),
          Map.entry("memberOf", "texts are compared with ==, != and in"),
          Map.entry("str", "texts are compared with ==, != and in"),
          Map.entry("no", AGENDA),
          Map.entry("lock", AGENDA),
          Map.entry("agenda", AGENDA),
          Map.entry("auto", AGENDA),
          Map.entry("activation", AGENDA),
          Map.entry("ruleflow", AGENDA),
          Map.entry("date", AGENDA),
          Map.entry("timer", AGENDA),
          Map.entry("duration", AGENDA),
          Map.entry("calendars", AGENDA),
          Map.entry("enabled", "a rule that shall not serve is deleted"),
          Map.entry("this", "fields are written by their name alone"),
          Map.entry("new", CODE),
          Map.entry("null", "every field of the order has a value"),
          Map.entry("instanceof", "types come from a closed list"),
          Map.entry("expander", "sentences are read by the one dictionary headgate.dsl"),
          Map.entry("do", FACTS));

  private Forbidden() {}

  /** Why a word may not be used; null if it is not known to be forbidden. */
  static @Nullable String why(String word) {
    int dash = word.indexOf('-');
    return WHY.get(dash < 0 ? word : word.substring(0, dash));
  }

  /**
   * Says of a pattern that is fed by a sum or a collection that this is what is refused.
   *
   * @throws Refused if one comes before the rule's consequence
   */
  static void checkSums(TokenStream in) throws Refused {
    for (String word : new String[] {"accumulate", "acc", "collect"}) {
      if (in.comes(word, "then")) {
        check(new Token(Token.Kind.WORD, word, in.peek().line()));
      }
    }
  }

  /**
   * @throws Refused if the word is forbidden
   */
  static void check(Token token) throws Refused {
    String why = token.kind() == Token.Kind.WORD ? why(token.text()) : null;
    if (why != null) {
      throw new Refused(
          token.line(),
          "found %s, which rule files may not use: %s; delete it".formatted(token.shown(), why));
    }
  }
}
