package io.headgate.engine.internal.path;

import io.headgate.model.decision.Severity;
import io.headgate.model.decision.Unit;
import io.headgate.model.decision.Verdict;

/** Why the path itself denies, before or beside the rules. */
enum Refusal {
  ACCOUNT_UNKNOWN,
  INSTRUMENT_UNKNOWN,
  INSTRUMENT_NO_ROUTE,
  ROUTE_UNAVAILABLE,
  KILL_HALTED,
  KILL_REDUCING_ONLY,
  LOT_SIZE,
  PRICE_TICK,
  PRICE_MISSING,
  PRICE_OUT_OF_RANGE,
  MARKET_MISSING,
  MARKET_STALE,
  FX_MISSING,
  LIMITS_UNAVAILABLE,
  RULES_UNAVAILABLE,
  RULES_FAILED,
  ORDER_UNKNOWN,
  ORDER_CLOSED,
  ORDER_PENDING,
  ORDER_FOREIGN;

  /** Who speaks where the path denies. */
  static final String RULE = "path";

  /** Without numbers. */
  Verdict verdict() {
    return verdict(0, 0, Unit.COUNT);
  }

  /** With what was found and what was allowed. */
  Verdict verdict(long measured, long limit, Unit unit) {
    return new Verdict(RULE, Severity.BLOCK, name(), measured, limit, unit, "");
  }
}
