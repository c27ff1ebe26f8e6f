package io.headgate.engine.internal.path;

import io.headgate.engine.internal.ledger.EngineState;
import io.headgate.model.decision.Severity;
import io.headgate.model.decision.Unit;
import io.headgate.model.decision.Verdict;
import io.headgate.model.instrument.AssetClass;
import io.headgate.model.instrument.Instrument;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.instrument.TradingCalendar;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.Originator;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.limits.Limits;
import io.headgate.spi.limits.ResolvedLimits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds the denials of a strategy against {@code max-denials} where the path itself denies, which
 * comes before the rules: a strategy that asks for what can never be, over and over, is halted as
 * one that the rules deny. Confined to the loop.
 */
final class Insistence {

  /** As the rule of the policy names it. */
  static final String REASON = "HALT_STRATEGY_DENIALS";

  /** The strategy of orders that a person asks for. */
  private static final String PERSON = "-";

  /** A replace of an order that nobody knows is in no instrument: rows for all of them count. */
  private static final InstrumentId NONE = new InstrumentId("NONE", "NONE");

  private final EngineState state;
  private final Limits limits;

  Insistence(EngineState state, Limits limits) {
    this.state = state;
    this.limits = limits;
  }

  /**
   * The draft as it is, or one that halts the strategy as well. What is denied because something is
   * halted halts nothing further.
   *
   * @param what instrument; null where it is not known
   */
  Draft held(Draft draft, Originator by, @Nullable InstrumentId what, long now) {
    if (draft.accepted() || by.strategy().equals(PERSON) || !isOfThePath(draft.verdicts())) {
      return draft;
    }
    long denials = state.pace().denials(by, now);
    if (denials == 0) {
      return draft;
    }
    LimitSubject subject = new LimitSubject(by, instrument(what == null ? NONE : what));
    ResolvedLimits inForce = limits.resolve(subject, now);
    if (inForce == null || denials <= inForce.block(LimitKind.MAX_DENIALS)) {
      return draft;
    }
    List<Verdict> verdicts = new ArrayList<>(draft.verdicts());
    verdicts.add(
        new Verdict(
            Refusal.RULE,
            Severity.BLOCK,
            REASON,
            denials,
            inForce.block(LimitKind.MAX_DENIALS),
            Unit.COUNT,
            inForce.source(LimitKind.MAX_DENIALS)));
    return new Draft(false, verdicts, draft.ruleSet(), draft.broker(), null, draft.image());
  }

  private static boolean isOfThePath(List<Verdict> verdicts) {
    Verdict last = verdicts.get(verdicts.size() - 1);
    return last.rule().equals(Refusal.RULE) && !last.reason().startsWith("KILL_");
  }

  /** One that the node does not know has no sector. */
  private Instrument instrument(InstrumentId id) {
    Instrument known = state.reference().instrument(id);
    return known != null
        ? known
        : new Instrument(
            id, AssetClass.EQUITY, "XXX", Fixed.ONE, 1, 1, "-", TradingCalendar.ALWAYS);
  }
}
