package io.headgate.rules.drools.internal.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the patterns of a rule, up to and with {@code then}:
 *
 * <pre>
 * patterns := "OrderContext" "(" constraints ")"
 *             { ["and"] [ "not" | "exists" ] "OrderContext" "(" constraints ")" }
 * </pre>
 *
 * Rules meet exactly one order at a time. So a further pattern can only be matched by the same
 * order, {@code exists} says no more than the pattern alone, and {@code not} says that its
 * conditions do not all hold: the patterns are one condition, and no join is left to run.
 */
final class PatternParser {

  private static final int MAX_PATTERNS = 8;

  private final TokenStream in;
  private final ConditionParser conditions;

  PatternParser(TokenStream in) {
    this.in = in;
    this.conditions = new ConditionParser(in);
  }

  /** What all of them say together. */
  Condition patterns() throws Refused {
    List<Condition> parts = new ArrayList<>(parts(pattern()));
    for (int patterns = 2; !in.peek().is("then"); patterns++) {
      Token start = in.peek();
      if (patterns > MAX_PATTERNS) {
        throw new Refused(
            start.line(),
            "found more than %d patterns; expected fewer: all conditions may stand in one"
                .formatted(MAX_PATTERNS));
      }
      parts.addAll(further());
    }
    in.take();
    return parts.size() == 1 ? parts.get(0) : new Condition.And(parts);
  }

  private List<Condition> further() throws Refused {
    boolean joined = in.takeIf("and");
    Token start = in.peek();
    boolean negated = in.takeIf("not");
    boolean known = negated || in.takeIf("exists") || start.is("OrderContext");
    if (!joined && !known) {
      Forbidden.check(start);
      checkOther(start);
      throw new Refused(
          start.line(),
          "found %s; expected 'then' after the pattern, with all conditions inside its parentheses"
              .formatted(start.shown()));
    }
    List<Condition> parts = parts(pattern());
    if (!negated) {
      return parts;
    }
    if (parts.isEmpty()) {
      throw new Refused(
          start.line(),
          "found 'not' before OrderContext() without conditions, which never holds: there is always"
              + " the order; expected conditions in its parentheses");
    }
    return List.of(new Condition.And(parts).negated());
  }

  /** Says what to do instead of a pattern that is no further look at the same order. */
  private void checkOther(Token start) throws Refused {
    if (start.is("or")) {
      throw new Refused(
          start.line(),
          "found 'or' between patterns; expected one pattern with || between its conditions, or a"
              + " rule for each");
    }
    boolean other = start.kind() == Token.Kind.WORD && !start.is("end");
    if (other && (in.peekSecond().is("(") || in.peekSecond().is(":"))) {
      Forbidden.checkSums(in);
      throw new Refused(
          start.line(),
          "found a further pattern %s; expected OrderContext( … ) alone: a rule looks at the one"
                  .formatted(start.shown())
              + " order, and what it knows of client, account and instrument is a field of it or a"
              + " number of limits/*.csv (rules/README.md lists both)"
              + RuleFileParser.MAP_TYPES);
    }
  }

  private Condition pattern() throws Refused {
    Token type = in.peek();
    if (!type.is("OrderContext")) {
      Forbidden.check(type);
      throw new Refused(
          type.line(),
          "found %s; expected OrderContext( … ), the only thing that a rule looks at%s"
              .formatted(type.shown(), RuleFileParser.MAP_TYPES));
    }
    in.take();
    in.expect("(", "after OrderContext");
    Condition condition = conditions.constraints();
    in.expect(")", "or a comma or an operator before the next condition");
    return condition;
  }

  private static List<Condition> parts(Condition condition) {
    return condition instanceof Condition.And and ? and.parts() : List.of(condition);
  }
}
