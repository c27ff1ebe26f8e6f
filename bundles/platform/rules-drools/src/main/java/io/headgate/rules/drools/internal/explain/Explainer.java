package io.headgate.rules.drools.internal.explain;

import io.headgate.model.decision.Unit;
import io.headgate.model.decision.Verdict;
import io.headgate.rules.drools.internal.text.Amount;
import io.headgate.rules.drools.internal.text.Condition;
import io.headgate.rules.drools.internal.text.Interpreter;
import io.headgate.rules.drools.internal.text.PlacedRule;
import io.headgate.rules.drools.internal.text.TextOperand;
import io.headgate.spi.explain.Finding;
import io.headgate.spi.explain.Finding.Outcome;
import io.headgate.spi.rules.ContextEditor;
import io.headgate.spi.rules.ContextImage;
import io.headgate.spi.rules.OrderContext;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Asks every rule what it finds in an order, by the meaning of its text. */
final class Explainer {

  private static final String NO_LIMIT = "none";

  private final OrderContext order;
  private final ContextEditor editor = new ContextEditor();

  private Explainer(ContextImage image) {
    this.order = editor.restore(image);
  }

  /** What every rule finds in an order, in the order of the rules. */
  static List<Finding> findings(List<PlacedRule> rules, ContextImage image) {
    Explainer explainer = new Explainer(image);
    List<Finding> findings = new ArrayList<>();
    for (PlacedRule rule : rules) {
      findings.addAll(explainer.findings(rule));
    }
    return findings;
  }

  private List<Finding> findings(PlacedRule rule) {
    try {
      Condition failed = Failing.first(rule.tree().when(), order);
      return failed == null ? applied(rule) : List.of(silent(rule, failed));
    } catch (ArithmeticException e) {
      String why = "fails: " + e.getMessage();
      return List.of(finding(rule, Outcome.FAILED, "", why, Measure.NOTHING));
    }
  }

  private List<Finding> applied(PlacedRule rule) {
    editor.begin();
    Interpreter.speak(rule.tree(), order);
    List<Finding> findings = new ArrayList<>();
    for (Verdict verdict : order.verdicts()) {
      findings.add(
          finding(
              rule,
              Outcome.APPLIED,
              verdict.severity() + " " + verdict.reason(),
              "",
              Measure.of(verdict.measured(), verdict.limit(), verdict.unit(), verdict.source())));
    }
    return findings;
  }

  private Finding silent(PlacedRule rule, Condition failed) {
    return finding(rule, Outcome.DID_NOT_APPLY, "", Wording.of(failed), measure(failed));
  }

  private static Finding finding(
      PlacedRule rule, Outcome outcome, String says, String condition, Measure measure) {
    return new Finding(
        rule.name(),
        rule.policy(),
        rule.source(),
        outcome,
        says,
        condition,
        measure.measured(),
        measure.limit(),
        measure.unit(),
        measure.distance(),
        measure.source());
  }

  private Measure measure(Condition failed) {
    if (failed instanceof Condition.Compare compare) {
      boolean swapped = isBound(compare.left()) && !isBound(compare.right());
      return swapped
          ? measure(compare.right(), compare.left())
          : measure(compare.left(), compare.right());
    }
    if (failed instanceof Condition.MultipleOf multiple) {
      return measure(multiple.value(), multiple.step());
    }
    if (failed instanceof Condition.TextIs is) {
      return Measure.texts(text(is.left()), text(is.right()));
    }
    if (failed instanceof Condition.Flag flag) {
      return Measure.texts(Boolean.toString(!flag.expected()), Boolean.toString(flag.expected()));
    }
    return Measure.NOTHING;
  }

  private Measure measure(Amount left, Amount right) {
    long measured = Interpreter.value(left, order);
    long limit = Interpreter.value(right, order);
    if (isAbsent(right)) {
      return new Measure(left.unit().format(measured), NO_LIMIT, left.unit().word(), "", "");
    }
    return Measure.of(measured, limit, left.unit(), source(right));
  }

  /** Where a limit stands; empty for anything else. */
  private String source(Amount amount) {
    if (!(amount instanceof Amount.Limit limit)) {
      return "";
    }
    return limit.warning()
        ? order.limits().warnSource(limit.kind())
        : order.limits().source(limit.kind());
  }

  /** Whether it is what an order is held against, on whichever side of the sign it stands. */
  private static boolean isBound(Amount amount) {
    if (amount instanceof Amount.Arithmetic sum) {
      return isBound(sum.left()) && isBound(sum.right());
    }
    return amount instanceof Amount.Limit || amount instanceof Amount.Literal;
  }

  /** Whether it is a limit that no row sets. */
  private boolean isAbsent(Amount amount) {
    return amount instanceof Amount.Limit limit
        && Interpreter.value(limit, order) == limit.kind().absent();
  }

  private String text(TextOperand operand) {
    return operand instanceof TextOperand.Field field
        ? order.text(field.field())
        : ((TextOperand.Literal) operand).text();
  }

  /** What was measured, as it is shown. */
  private record Measure(
      String measured, String limit, String unit, String distance, String source) {

    private static final Measure NOTHING = new Measure("", "", "", "", "");

    static Measure texts(String measured, String wanted) {
      return new Measure(measured, wanted, "", "", "");
    }

    static Measure of(long measured, long limit, Unit unit, String source) {
      BigInteger distance = BigInteger.valueOf(measured).subtract(BigInteger.valueOf(limit));
      // A distance that fits no long stands between two edges of the range, and says nothing.
      String shown = distance.bitLength() < Long.SIZE ? unit.format(distance.longValue()) : "";
      return new Measure(unit.format(measured), unit.format(limit), unit.word(), shown, source);
    }
  }
}
