package io.headgate.rules.drools.internal.text;

import io.headgate.model.decision.Severity;
import io.headgate.model.decision.Unit;
import io.headgate.spi.limits.LimitKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads the part between {@code then} and {@code end}, which may hold verdict calls and no more:
 *
 * <pre>
 * consequence := { "$o" "." ("block" | "warn") "(" reason "," ( kind "," value
 *                                            | value "," value "," unit ) ")" ";" }
 * reason      := string in CATEGORY_CONDITION form
 * kind        := "LimitKind" "." word
 * unit        := "Unit" "." word
 * value       := "$o" "." getter "(" ")" | number
 * </pre>
 */
final class ConsequenceParser {

  private static final int MAX_CALLS = 8;
  private static final Pattern REASON =
      Pattern.compile("[A-Z][A-Z0-9]{0,15}(_[A-Z0-9]{1,15}){1,3}");

  /** What an override, a kill, rights or a failure look like: a rule must not look so. */
  private static final Pattern NOT_OF_RULES =
      Pattern.compile("(OVERRIDE|KILL|RIGHTS|RULES|LIMITS|ROUTE)_.*");

  private final TokenStream in;
  private final String fact;

  /**
   * @param in stands after {@code then}
   * @param fact name that the rule gives to the order context
   */
  ConsequenceParser(TokenStream in, String fact) {
    this.in = in;
    this.fact = fact;
  }

  /** Reads up to and including {@code end}. */
  List<VerdictCall> calls() throws Refused {
    List<VerdictCall> calls = new ArrayList<>();
    while (!in.peek().is("end")) {
      Token start = in.peek();
      calls.add(call());
      if (calls.size() > MAX_CALLS) {
        throw new Refused(
            start.line(), "found more than %d verdicts; expected fewer".formatted(MAX_CALLS));
      }
    }
    Token end = in.take();
    if (calls.isEmpty()) {
      throw new Refused(
          end.line(), "found a rule that says nothing; expected %s".formatted(example()));
    }
    return calls;
  }

  private VerdictCall call() throws Refused {
    Token start = in.take();
    Token dot = in.peek();
    Token verb = in.peekSecond();
    if (!start.is(fact) || !dot.is(".") || !(verb.is("block") || verb.is("warn"))) {
      String found = dot.is(".") ? "'" + start.text() + "." + verb.text() + "'" : start.shown();
      throw new Refused(
          start.line(),
          "found %s; after 'then' only verdicts may stand, as in %s; for a file from elsewhere its"
                  .formatted(found, example())
              + " types.csv says which verdict an action is");
    }
    in.take();
    in.take();
    in.expect("(", "after " + verb.text());
    Token reason = in.expect(Token.Kind.STRING, "a reason code in quotes");
    if (!REASON.matcher(reason.text()).matches()) {
      throw new Refused(
          reason.line(),
          "found the reason code \"%s\"; expected CATEGORY_CONDITION, as in QTY_MAX"
              .formatted(reason.text()));
    }
    if (NOT_OF_RULES.matcher(reason.text()).matches()) {
      throw new Refused(
          reason.line(),
          "found the reason code \"%s\", which only the order path itself gives; expected another"
              .formatted(reason.text()));
    }
    in.expect(",", "after the reason code");
    Severity severity = verb.is("block") ? Severity.BLOCK : Severity.WARN;
    VerdictCall call =
        in.peek().is("LimitKind")
            ? againstLimitFile(severity, reason.text())
            : againstValue(severity, reason.text());
    in.expect(")", "after the arguments");
    in.expect(";", "after the verdict");
    return call;
  }

  private VerdictCall againstLimitFile(Severity severity, String reason) throws Refused {
    LimitKind kind = constant(LimitKind.values(), "LimitKind");
    in.expect(",", "after the kind of limit");
    Amount value = amount(value(), kind.unit(), "LimitKind." + kind);
    return new VerdictCall(severity, reason, kind, value, null);
  }

  private VerdictCall againstValue(Severity severity, String reason) throws Refused {
    Value measured = value();
    in.expect(",", "after the measured value");
    Value limit = value();
    in.expect(",", "after the limit");
    Unit unit = constant(Unit.values(), "Unit");
    String what = "Unit." + unit;
    return new VerdictCall(
        severity, reason, null, amount(measured, unit, what), amount(limit, unit, what));
  }

  private <E extends Enum<E>> E constant(E[] values, String type) throws Refused {
    in.expect(type, "and a constant of it");
    in.expect(".", "after " + type);
    Token name = in.expect(Token.Kind.WORD, "a constant of " + type);
    for (E value : values) {
      if (value.name().equals(name.text())) {
        return value;
      }
    }
    throw new Refused(
        name.line(),
        "found %s.%s; expected one of %s".formatted(type, name.text(), Arrays.toString(values)));
  }

  private record Value(Term term, int line) {}

  private Value value() throws Refused {
    Token token = in.take();
    if (token.kind() == Token.Kind.NUMBER) {
      return new Value(new Term.Plain(token.text()), token.line());
    }
    if (token.is("-")) {
      Token number = in.expect(Token.Kind.NUMBER, "a number after '-'");
      return new Value(new Term.Plain("-" + number.text()), token.line());
    }
    if (!token.is(fact) || !in.peek().is(".")) {
      throw new Refused(
          token.line(),
          "found %s; expected a number or a getter, as in %s.getQuantity()"
              .formatted(token.shown(), fact));
    }
    in.take();
    Token getter = in.expect(Token.Kind.WORD, "a getter, as in getQuantity()");
    String property = Vocabulary.ofGetter(getter.text());
    Term term = ConditionParser.field(property == null ? getter.text() : property, getter);
    if (property == null) {
      throw new Refused(
          getter.line(),
          "found '%s'; expected %s()".formatted(getter.text(), Vocabulary.getter(getter.text())));
    }
    in.expect("(", "after the getter");
    in.expect(")", "because getters take nothing");
    return new Value(term, getter.line());
  }

  private static Amount amount(Value value, Unit unit, String what) throws Refused {
    if (value.term() instanceof Term.Plain plain) {
      return Typing.literal(plain, unit, value.line());
    }
    if (value.term() instanceof Term.Numeric number && number.amount().unit() == unit) {
      return number.amount();
    }
    throw new Refused(
        value.line(),
        "found %s with %s; expected a number in %s"
            .formatted(value.term().shown(), what, unit.word()));
  }

  private String example() {
    return fact + ".block(\"QTY_MAX\", LimitKind.MAX_ORDER_QTY, " + fact + ".getQuantity());";
  }
}
