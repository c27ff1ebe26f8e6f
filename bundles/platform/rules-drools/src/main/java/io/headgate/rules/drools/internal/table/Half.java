package io.headgate.rules.drools.internal.table;

import io.headgate.rules.drools.internal.text.Token;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Half a comparison, as {@code < 5} in {@code a > 1 && < 5}, which says nothing of what it is
 * about. Where it was written it belongs to the comparison before it, and more closely than the
 * next {@code &&} does: so it is completed only where both readings agree.
 */
final class Half {

  private static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=", "==", "!=");

  /** How far a constraint is looked at; a longer one is not completed. */
  private static final int MAX_LOOK = 500;

  private Half() {}

  /** Whether it is the sign of a comparison. */
  static boolean isComparison(Token token) {
    return token.kind() == Token.Kind.SYMBOL && COMPARISONS.contains(token.text());
  }

  private static boolean isJoiner(Token token) {
    return token.is("&&") || token.is("||");
  }

  /**
   * The field that a half is about.
   *
   * @param before what stands before it, translated
   * @param in all words as they were written
   * @param at where among them the half begins
   * @return null where it is no half, or is about something else than one field
   */
  static @Nullable String subject(List<Token> before, List<Token> in, int at) {
    int last = before.size() - 1;
    if (last < 2 || !isComparison(in.get(at)) || !isJoiner(before.get(last))) {
      return null;
    }
    if (before.get(last).is("||") && (joinsWhole(in, at, -1) || joinsWhole(in, at, 1))) {
      return null;
    }
    for (int i = last - 1; i > 0; i--) {
      Token token = before.get(i);
      if (isJoiner(token) || token.is("(") || token.is(")") || token.is(",")) {
        return null;
      }
      if (isComparison(token)) {
        Token field = before.get(i - 1);
        boolean alone = i == 1 || isStart(before.get(i - 2));
        return alone && field.kind() == Token.Kind.WORD ? field.text() : null;
      }
    }
    return null;
  }

  private static boolean isStart(Token token) {
    return token.is("(") || token.is(",") || isJoiner(token);
  }

  /** Whether {@code &&} joins a whole comparison to the same constraint, in one direction. */
  private static boolean joinsWhole(List<Token> in, int at, int step) {
    int open = 0;
    for (int i = at; i >= 0 && i < in.size(); i += step) {
      Token token = in.get(i);
      open += token.is("(") ? step : token.is(")") ? -step : 0;
      if (open < 0 || (open == 0 && token.is(","))) {
        return false;
      }
      boolean whole = i + 1 < in.size() && !isComparison(in.get(i + 1));
      if ((open == 0 && token.is("&&") && whole) || Math.abs(i - at) > MAX_LOOK) {
        return true;
      }
    }
    return false;
  }
}
