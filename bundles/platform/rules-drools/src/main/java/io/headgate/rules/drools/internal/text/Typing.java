package io.headgate.rules.drools.internal.text;

import io.headgate.model.decision.Unit;
import io.headgate.rules.drools.internal.text.Condition.Relation;
import java.math.BigDecimal;
import java.util.List;

/** Which terms may meet, and what they mean together: numbers of one unit, or texts. */
final class Typing {

  private Typing() {}

  /** A comparison by a symbol. */
  static Condition compare(Term left, Token operator, Term right) throws Refused {
    int line = operator.line();
    boolean equal = operator.is("==");
    boolean equality = equal || operator.is("!=");
    if (left instanceof Term.Truth truth && right instanceof Term.Bool bool && equality) {
      return bool.value() == equal ? truth.condition() : truth.condition().negated();
    }
    if (left instanceof Term.Text a && right instanceof Term.Text b && equality) {
      return text(a.operand(), equal, b.operand(), line);
    }
    if (isNumber(left) && isNumber(right)) {
      if (equality) {
        throw new Refused(
            line,
            "found '%s' between numbers; expected %s, because Drools would compare them as doubles"
                .formatted(operator.text(), equal ? "Ops.eq(a, b)" : "Ops.ne(a, b)"));
      }
      return compare(left, relation(operator), right, line);
    }
    throw new Refused(
        line,
        "found %s %s %s; expected two numbers of one unit, or two texts with == or !="
            .formatted(left.shown(), operator.text(), right.shown()));
  }

  private static Relation relation(Token operator) {
    return switch (operator.text()) {
      case "<" -> Relation.LESS;
      case "<=" -> Relation.LESS_OR_EQUAL;
      case ">" -> Relation.GREATER;
      default -> Relation.GREATER_OR_EQUAL;
    };
  }

  /** A comparison of two numbers. */
  static Condition compare(Term left, Relation relation, Term right, int line) throws Refused {
    Amount[] pair = sameUnit(left, right, line);
    return new Condition.Compare(pair[0], relation, pair[1]);
  }

  /** A comparison of two texts. */
  static Condition text(TextOperand left, boolean equal, TextOperand right, int line)
      throws Refused {
    if (left instanceof TextOperand.Literal) {
      if (right instanceof TextOperand.Literal) {
        throw new Refused(line, "found two fixed texts compared; expected a field on one side");
      }
      return text(right, equal, left, line);
    }
    if (left instanceof TextOperand.Field field && right instanceof TextOperand.Literal literal) {
      List<String> words = Vocabulary.words(field.field());
      if (!words.isEmpty() && !words.contains(literal.text())) {
        throw new Refused(
            line,
            "found %s \"%s\"; expected one of %s"
                .formatted(field.field().property(), literal.text(), String.join(", ", words)));
      }
    }
    return new Condition.TextIs(left, equal, right);
  }

  /** The sum or difference of two numbers of one unit. */
  static Term sum(Term left, Token operator, Term right) throws Refused {
    Amount[] pair = sameUnit(left, right, operator.line());
    return new Term.Numeric(new Amount.Arithmetic(operator.text().charAt(0), pair[0], pair[1]));
  }

  /** A number times a whole factor, or by a whole divisor. */
  static Term product(Term left, Token operator, Term right) throws Refused {
    boolean times = operator.is("*");
    if (times && left instanceof Term.Plain && right instanceof Term.Numeric) {
      return product(right, operator, left);
    }
    if (!(left instanceof Term.Numeric number) || !(right instanceof Term.Plain plain)) {
      throw new Refused(
          operator.line(),
          "found %s %s %s; expected a field %s a whole number, as in quantity %s 2"
              .formatted(
                  left.shown(), operator.text(), right.shown(), operator.text(), operator.text()));
    }
    long factor;
    try {
      factor = Long.parseLong(plain.digits());
    } catch (NumberFormatException e) {
      factor = 0;
    }
    if (factor < 1) {
      throw new Refused(
          operator.line(),
          "found '%s %s'; expected a whole number from 1 up"
              .formatted(operator.text(), plain.digits()));
    }
    return new Term.Numeric(
        new Amount.Arithmetic(
            operator.text().charAt(0), number.amount(), new Amount.Literal(factor, Unit.COUNT)));
  }

  /** Both numbers in the one unit that they have in common. */
  static Amount[] sameUnit(Term left, Term right, int line) throws Refused {
    if (left instanceof Term.Numeric a && right instanceof Term.Numeric b) {
      if (a.amount().unit() != b.amount().unit()) {
        throw new Refused(
            line,
            "found %s beside %s; expected numbers of one unit"
                .formatted(left.shown(), right.shown()));
      }
      return new Amount[] {a.amount(), b.amount()};
    }
    if (left instanceof Term.Numeric a && right instanceof Term.Plain b) {
      return new Amount[] {a.amount(), literal(b, a.amount().unit(), line)};
    }
    if (left instanceof Term.Plain a && right instanceof Term.Numeric b) {
      return new Amount[] {literal(a, b.amount().unit(), line), b.amount()};
    }
    throw new Refused(
        line,
        "found %s beside %s; expected at least one field, and numbers of one unit"
            .formatted(left.shown(), right.shown()));
  }

  /** A number of the file in a unit. */
  static Amount.Literal literal(Term.Plain plain, Unit unit, int line) throws Refused {
    try {
      BigDecimal number = new BigDecimal(plain.digits());
      return new Amount.Literal(unit.parse(number.toPlainString()), unit);
    } catch (NumberFormatException e) {
      throw new Refused(
          line,
          "found %s; expected a number in %s that fits (%s)"
              .formatted(plain.digits(), unit.word(), e.getMessage()));
    }
  }

  private static boolean isNumber(Term term) {
    return term instanceof Term.Numeric || term instanceof Term.Plain;
  }
}
