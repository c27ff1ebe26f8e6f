package io.headgate.engine.internal.service;

import io.headgate.model.decision.Decision;
import io.headgate.model.decision.Severity;
import io.headgate.model.decision.Verdict;
import io.headgate.model.order.Originator;
import io.headgate.spi.control.ControlScope;
import io.headgate.spi.control.TradingControl;
import java.util.List;

/**
 * Verdicts that do more than deny: a blocking reason that begins with {@code HALT_STRATEGY_} or
 * {@code HALT_ACCOUNT_} kills that strategy or account, until people re-arm it (Commission
 * Delegated Regulation (EU) 2017/589, Article 15(3): disabled until re-enabled by a designated
 * staff member). A person's order has no strategy to halt; such a reason only denies it.
 */
final class HaltingVerdicts {

  private static final String STRATEGY = "HALT_STRATEGY_";
  private static final String ACCOUNT = "HALT_ACCOUNT_";
  private static final String PERSON = "-";

  private final TradingControl control;

  HaltingVerdicts(TradingControl control) {
    this.control = control;
  }

  /** Looks at a decision; in the loop, before the next request is decided on. */
  void decided(Decision decision) {
    if (decision.accepted()) {
      return;
    }
    List<Verdict> verdicts = decision.verdicts();
    for (int i = 0; i < verdicts.size(); i++) {
      Verdict verdict = verdicts.get(i);
      if (verdict.severity() == Severity.BLOCK && verdict.reason().startsWith("HALT_")) {
        halt(decision.intent().originator(), verdict);
      }
    }
  }

  private void halt(Originator by, Verdict verdict) {
    if (verdict.reason().startsWith(ACCOUNT)) {
      kill(new ControlScope(ControlScope.Kind.ACCOUNT, by.account()), verdict);
    } else if (verdict.reason().startsWith(STRATEGY) && !by.strategy().equals(PERSON)) {
      kill(new ControlScope(ControlScope.Kind.STRATEGY, by.strategy()), verdict);
    }
  }

  private void kill(ControlScope scope, Verdict verdict) {
    // The latch is set and journalled when this returns; the cancels follow on their own.
    var unused = control.kill(scope, "rule " + verdict.rule(), verdict.describe());
  }
}
