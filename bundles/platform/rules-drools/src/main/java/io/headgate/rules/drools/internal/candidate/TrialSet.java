package io.headgate.rules.drools.internal.candidate;

import io.headgate.model.decision.Severity;
import io.headgate.model.decision.Unit;
import io.headgate.model.decision.Verdict;
import io.headgate.rules.drools.internal.candidate.Subject.Held;
import io.headgate.rules.drools.internal.check.LimitNumbers;
import io.headgate.rules.drools.internal.gear.CompiledRules;
import io.headgate.spi.limits.LimitTrial;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.rules.ContextEditor;
import io.headgate.spi.rules.ContextImage;
import io.headgate.spi.rules.OrderContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule set that judges past orders, with the limits that these had or with those of other files.
 * One thread only.
 */
final class TrialSet {

  /** What a set says of an order on which it fails, as the order path does. */
  static final Verdict FAILED =
      new Verdict("path", Severity.BLOCK, "RULES_FAILED", 0, 0, Unit.COUNT, "");

  private final CompiledRules rules;
  private final @Nullable LimitTrial limits;
  private final Subjects subjects;
  private final int side;
  private final ContextEditor editor = new ContextEditor();
  private ResolvedLimits judgedBy = ResolvedLimits.none();

  /**
   * @param rules the set; nobody else uses it
   * @param limits other limits than the orders had; null for those
   * @param subjects for whom past orders were, to find out which limits apply
   */
  TrialSet(CompiledRules rules, @Nullable LimitTrial limits, Subjects subjects) {
    this.rules = rules;
    this.limits = limits;
    this.subjects = subjects;
    this.side = subjects.nextSide();
  }

  CompiledRules rules() {
    return rules;
  }

  /** The other limits; null where past orders are held against their own. */
  @Nullable LimitTrial limits() {
    return limits;
  }

  /** The order that was judged last, with the limits that it was held against. */
  OrderContext context() {
    return editor.context();
  }

  /**
   * Judges an order.
   *
   * @param image what was seen when it was decided
   * @param time when that was, UTC nanoseconds since 1970
   * @return what the rules say; nothing where it passes
   */
  List<Verdict> judge(ContextImage image, long time) {
    OrderContext context = editor.restore(image);
    Held own = held(image, time);
    judgedBy = own == null ? image.limits() : own.limits();
    editor.limits(judgedBy);
    try {
      if (own != null) {
        LimitNumbers.retell(editor, image, judgedBy);
      }
      rules.evaluate(context);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      return List.of(FAILED);
    }
    return context.verdicts();
  }

  /** Whether it has the same rules as another set, so that only limits can tell them apart. */
  boolean hasRulesOf(TrialSet other) {
    return rules.rules().equals(other.rules.rules());
  }

  /**
   * Whether an order meets the same limits here as in the set that has just judged it.
   *
   * @param judged the other set
   */
  boolean hasLimitsOf(TrialSet judged, ContextImage image, long time) {
    Held own = held(image, time);
    ResolvedLimits others = judged.judgedBy;
    return own == null ? image.limits().equals(others) : own.sameAs(others);
  }

  /**
   * Null where past orders keep their own limits, and where the instrument is not known any more.
   */
  private @Nullable Held held(ContextImage image, long time) {
    LimitTrial other = limits;
    Subject subject = other == null ? null : subjects.of(image);
    return other == null || subject == null ? null : subject.heldBy(side, other, time);
  }
}
