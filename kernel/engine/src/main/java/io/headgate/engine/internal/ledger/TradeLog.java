package io.headgate.engine.internal.ledger;

import io.headgate.model.execution.ExecutionReport.TradeId;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** Which trades and busts have been counted: each counts exactly once (invariant I3). */
final class TradeLog {

  /** Trading days for which a trade may come again. */
  private static final int DAYS_KEPT = 10;

  private final Set<TradeId> trades = new HashSet<>();
  private final Set<TradeId> busts = new HashSet<>();

  /** Whether the trade is new, and not one that was busted before it came. */
  boolean addTrade(TradeId id) {
    return trades.add(id) && !busts.contains(id);
  }

  /** Whether the bust is new and its trade has been counted. */
  boolean addBust(TradeId id) {
    return busts.add(id) && trades.contains(id);
  }

  /** Forgets what is too old to come again. */
  void rolled(LocalDate tradingDate) {
    LocalDate oldest = tradingDate.minusDays(DAYS_KEPT);
    trades.removeIf(id -> id.tradingDate().isBefore(oldest));
    busts.removeIf(id -> id.tradingDate().isBefore(oldest));
  }
}
