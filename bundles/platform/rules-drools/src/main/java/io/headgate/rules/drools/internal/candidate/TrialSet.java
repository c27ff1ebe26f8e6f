package io.headgate.rules.drools.internal.candidate;

import io.headgate.model.decision.Severity;
import io.headgate.model.decision.Unit;
import io.headgate.model.decision.Verdict;
import io.headgate.model.instrument.Instrument;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.order.Originator;
import io.headgate.rules.drools.internal.gear.CompiledRules;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.limits.LimitTrial;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.reference.ReferenceData;
import io.headgate.spi.rules.ContextEditor;
import io.headgate.spi.rules.ContextImage;
import io.headgate.spi.rules.ContextText;
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
  private final ReferenceData reference;
  private final ContextEditor editor = new ContextEditor();

  /**
   * @param rules the set; nobody else uses it
   * @param limits other limits than the orders had; null for those
   * @param reference instruments, to find out which limits apply
   */
  TrialSet(CompiledRules rules, @Nullable LimitTrial limits, ReferenceData reference) {
    this.rules = rules;
    this.limits = limits;
    this.reference = reference;
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
    LimitTrial other = limits;
    if (other != null) {
      ResolvedLimits resolved = resolve(other, image, time);
      if (resolved != null) {
        editor.limits(resolved);
      }
    }
    try {
      rules.evaluate(context);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      return List.of(FAILED);
    }
    return context.verdicts();
  }

  /** Null where the instrument is not known any more: then the order keeps its own limits. */
  private @Nullable ResolvedLimits resolve(LimitTrial other, ContextImage image, long time) {
    Instrument instrument =
        reference.instrument(
            new InstrumentId(image.text(ContextText.SYMBOL), image.text(ContextText.VENUE)));
    if (instrument == null) {
      return null;
    }
    Originator by =
        new Originator(
            image.text(ContextText.ACCOUNT),
            image.text(ContextText.TRADER),
            image.text(ContextText.STRATEGY));
    return other.resolve(new LimitSubject(by, instrument), time);
  }
}
