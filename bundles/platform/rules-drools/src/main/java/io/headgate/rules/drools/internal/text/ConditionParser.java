package io.headgate.rules.drools.internal.text;

import io.headgate.rules.drools.internal.text.Condition.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads the part between the parentheses of {@code OrderContext( … )}. What is not in this grammar
 * does not exist:
 *
 * <pre>
 * constraints := or { "," or }
 * or          := and { "||" and }
 * and         := not { "&amp;&amp;" not }
 * not         := "!" not | comparison
 * comparison  := sum [ ("&lt;" | "&lt;=" | "&gt;" | "&gt;=" | "==" | "!=") sum
 *                    | ["not"] "in" "(" string { "," string } ")" ]
 * sum         := product { ("+" | "-") product }
 * product     := primary { ("*" | "/") whole number }
 * primary     := "(" or ")" | number | string | true | false | property | getter "(" ")"
 *              | "Ops" "." function "(" sum { "," sum } ")"
 * </pre>
 */
final class ConditionParser {

  private static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=", "==", "!=");

  private static final Set<String> ENDS = Set.of("&&", "||", ",", ")", "%");

  /**
   * Most comparisons of one rule, signs of arithmetic and the texts of lists counted: what is more
   * takes long to compile.
   */
  private static final int MAX_COMPARISONS = 512;

  private final TokenStream in;
  private int comparisons;

  ConditionParser(TokenStream in) {
    this.in = in;
  }

  /** Reads up to the closing parenthesis, which stays. */
  Condition constraints() throws Refused {
    List<Condition> parts = new ArrayList<>();
    if (!in.peek().is(")")) {
      do {
        Token start = in.peek();
        parts.add(truth(or(), start));
      } while (in.takeIf(","));
    }
    return parts.size() == 1 ? parts.get(0) : new Condition.And(parts);
  }

  private Term or() throws Refused {
    Token start = in.peek();
    Term first = and();
    if (!in.peek().is("||")) {
      return first;
    }
    List<Condition> parts = new ArrayList<>();
    parts.add(truth(first, start));
    while (in.takeIf("||")) {
      Token next = in.peek();
      parts.add(truth(and(), next));
    }
    return new Term.Truth(new Condition.Or(parts));
  }

  private Term and() throws Refused {
    Token start = in.peek();
    Term first = not();
    if (!in.peek().is("&&")) {
      return first;
    }
    List<Condition> parts = new ArrayList<>();
    parts.add(truth(first, start));
    while (in.takeIf("&&")) {
      Token next = in.peek();
      parts.add(truth(not(), next));
    }
    return new Term.Truth(new Condition.And(parts));
  }

  private Term not() throws Refused {
    if (!in.peek().is("!")) {
      return comparison();
    }
    Token start = in.take();
    in.enter();
    Condition negated = truth(not(), start).negated();
    in.leave();
    return new Term.Truth(negated);
  }

  private void count(Token at) throws Refused {
    if (++comparisons > MAX_COMPARISONS) {
      throw new Refused(
          at.line(),
          "found more than %d comparisons and signs in one rule; expected fewer: split the rule"
              .formatted(MAX_COMPARISONS));
    }
  }

  private Term comparison() throws Refused {
    count(in.peek());
    Term left = sum();
    Token operator = in.peek();
    if (operator.kind() == Token.Kind.SYMBOL && COMPARISONS.contains(operator.text())) {
      in.take();
      return new Term.Truth(Typing.compare(left, operator, sum()));
    }
    if (operator.is("in") || operator.is("not")) {
      boolean inside = !in.takeIf("not");
      in.expect("in", "after 'not'");
      return new Term.Truth(membership(left, inside, operator.line()));
    }
    checkEnd(operator);
    return left;
  }

  /** After a condition something must stand that goes on with it or ends it. */
  private static void checkEnd(Token next) throws Refused {
    Forbidden.check(next);
    if (next.kind() != Token.Kind.END && !ENDS.contains(next.text())) {
      throw new Refused(
          next.line(),
          "found %s after a field; expected a comparison, && or ||, a comma or a parenthesis"
              .formatted(next.shown()));
    }
  }

  private Condition membership(Term left, boolean inside, int line) throws Refused {
    if (!(left instanceof Term.Text text)) {
      throw new Refused(
          line, "found %s before 'in'; expected a text field".formatted(left.shown()));
    }
    List<Condition> parts = new ArrayList<>();
    in.expect("(", "after 'in'");
    do {
      Token word = in.expect(Token.Kind.STRING, "a text in quotes");
      count(word);
      TextOperand literal = new TextOperand.Literal(word.text());
      parts.add(Typing.text(text.operand(), true, literal, word.line()));
    } while (in.takeIf(","));
    in.expect(")", "after the last text");
    Condition any = new Condition.Or(parts);
    return inside ? any : any.negated();
  }

  private Term sum() throws Refused {
    Term left = product();
    while (in.peek().is("+") || in.peek().is("-")) {
      Token operator = in.take();
      count(operator);
      left = Typing.sum(left, operator, product());
    }
    return left;
  }

  private Term product() throws Refused {
    Term left = primary();
    while (in.peek().is("*") || in.peek().is("/")) {
      Token operator = in.take();
      count(operator);
      left = Typing.product(left, operator, primary());
    }
    if (in.peek().is("%")) {
      throw new Refused(
          in.peek().line(), "found '%'; expected Ops.multipleOf(value, step), as in lot checks");
    }
    return left;
  }

  private Term primary() throws Refused {
    Token token = in.take();
    return switch (token.kind()) {
      case NUMBER -> new Term.Plain(token.text());
      case STRING -> new Term.Text(new TextOperand.Literal(token.text()));
      case WORD -> word(token);
      case SYMBOL -> symbol(token);
      case END ->
          throw new Refused(token.line(), "found the end of the file; expected a condition");
    };
  }

  private Term symbol(Token token) throws Refused {
    if (token.is("(")) {
      in.enter();
      Term inner = or();
      in.expect(")", "after what stands in parentheses");
      in.leave();
      return inner;
    }
    if (token.is("-")) {
      Token number = in.expect(Token.Kind.NUMBER, "a number after '-'");
      return new Term.Plain("-" + number.text());
    }
    throw new Refused(
        token.line(),
        "found %s; expected a field, a number or a text in quotes".formatted(token.shown()));
  }

  private Term word(Token token) throws Refused {
    if (token.is("true") || token.is("false")) {
      return new Term.Bool(token.is("true"));
    }
    if (token.is("Ops")) {
      in.expect(".", "after Ops");
      return function(in.expect(Token.Kind.WORD, "the name of a function"));
    }
    Forbidden.check(token);
    String property = token.text();
    if (in.peek().is("(")) {
      String read = Vocabulary.ofGetter(property);
      if (read == null) {
        throw new Refused(
            token.line(),
            "found the call %s(…); expected a field of the order, one of its getters, or %s"
                .formatted(property, FUNCTIONS));
      }
      in.take();
      in.expect(")", "because getters take nothing");
      property = read;
    }
    return field(property, token);
  }

  static Term field(String property, Token token) throws Refused {
    Amount amount = Vocabulary.AMOUNTS.get(property);
    if (amount != null) {
      return new Term.Numeric(amount);
    }
    if (Vocabulary.TEXTS.containsKey(property)) {
      return new Term.Text(new TextOperand.Field(Vocabulary.TEXTS.get(property)));
    }
    if (Vocabulary.FLAGS.contains(property)) {
      return new Term.Truth(new Condition.Flag(property, true));
    }
    throw new Refused(
        token.line(),
        "found %s; expected a field of the order, for example %s (rules/README.md lists them all)"
            .formatted(token.shown(), Vocabulary.nearest(property)));
  }

  private static final String FUNCTIONS =
      "Ops.eq(a, b), Ops.ne(a, b), Ops.abs(a), Ops.multipleOf(value, step), Ops.limited(limit)";

  private Term function(Token name) throws Refused {
    in.enter();
    in.expect("(", "after Ops." + name.text());
    List<Term> arguments = new ArrayList<>();
    do {
      arguments.add(sum());
    } while (in.takeIf(","));
    in.expect(")", "after the arguments of Ops." + name.text());
    in.leave();
    int line = name.line();
    Term first = arguments.get(0);
    Term result =
        switch (name.text() + arguments.size()) {
          case "eq2" -> truth(Typing.compare(first, Relation.EQUAL, arguments.get(1), line));
          case "ne2" -> truth(Typing.compare(first, Relation.NOT_EQUAL, arguments.get(1), line));
          case "multipleOf2" -> {
            Amount[] pair = Typing.sameUnit(first, arguments.get(1), line);
            yield truth(new Condition.MultipleOf(pair[0], pair[1], true));
          }
          case "abs1" ->
              first instanceof Term.Numeric number
                  ? new Term.Numeric(new Amount.Absolute(number.amount()))
                  : null;
          case "limited1" ->
              first instanceof Term.Numeric number && number.amount() instanceof Amount.Limit limit
                  ? truth(new Condition.Limited(limit.kind(), limit.warning(), true))
                  : null;
          default -> null;
        };
    if (result != null) {
      return result;
    }
    throw new Refused(
        line,
        "found Ops.%s with %d arguments like %s; expected %s"
            .formatted(name.text(), arguments.size(), first.shown(), FUNCTIONS));
  }

  private static Term truth(Condition condition) {
    return new Term.Truth(condition);
  }

  private static Condition truth(Term term, Token start) throws Refused {
    if (term instanceof Term.Truth truth) {
      return truth.condition();
    }
    throw new Refused(
        start.line(),
        "found %s standing alone; expected a comparison, as in quantity > maxOrderQty"
            .formatted(term.shown()));
  }
}
