package io.headgate.rules.drools.internal.sentence;

import io.headgate.rules.drools.internal.text.Lexer;
import io.headgate.rules.drools.internal.text.Refused;
import io.headgate.rules.drools.internal.text.Token;
import java.util.ArrayList;
import java.util.List;

/** One part of a meaning: a word of the rule language, or a hole that a slot fills. */
sealed interface Part {

  /**
   * Stands as it is.
   *
   * @param token the word
   */
  record Fixed(Token token) implements Part {}

  /**
   * Is filled from the sentence.
   *
   * @param name of the slot
   * @param slot what fits
   */
  record Hole(String name, Slot slot) implements Part {}

  /**
   * Cuts a meaning: {@code "{a}"} is a text, {@code in ({a})} several, {@code LimitKind.{a}} the
   * kind of a limit, {@code Unit.{a}} the unit of a value, and any other {@code {a}} an amount.
   *
   * @throws Refused at what cannot be part of a rule
   */
  static List<Part> cut(String meaning, int line) throws Refused {
    List<Token> tokens = Lexer.tokens(meaning, line);
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < tokens.size() - 1; i++) {
      Token token = tokens.get(i);
      boolean quoted = token.kind() == Token.Kind.STRING && token.text().matches("\\{[a-z0-9]+}");
      if (quoted) {
        parts.add(new Hole(token.text().substring(1, token.text().length() - 1), Slot.TEXT));
      } else if (token.is("{")) {
        if (i + 3 >= tokens.size()
            || tokens.get(i + 1).kind() != Token.Kind.WORD
            || !tokens.get(i + 2).is("}")) {
          throw new Refused(line, "found '{'; expected a slot such as {a}");
        }
        parts.add(new Hole(tokens.get(i + 1).text(), slot(tokens, i)));
        i += 2;
      } else if (token.kind() == Token.Kind.STRING && token.text().contains("{")) {
        throw new Refused(
            line, "found %s; expected the slot alone in its quotes".formatted(token.shown()));
      } else {
        parts.add(new Fixed(token));
      }
    }
    return parts;
  }

  private static Slot slot(List<Token> tokens, int at) {
    if (at >= 2 && tokens.get(at - 1).is("(") && tokens.get(at - 2).is("in")) {
      return Slot.LIST;
    }
    if (at >= 2 && tokens.get(at - 1).is(".")) {
      return switch (tokens.get(at - 2).text()) {
        case "LimitKind" -> Slot.LIMIT;
        case "Unit" -> Slot.UNIT;
        default -> Slot.AMOUNT;
      };
    }
    return Slot.AMOUNT;
  }
}
