package io.headgate.engine.internal.ledger;

import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.execution.ExecutionReport.TradeId;
import io.headgate.model.order.ClOrdId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which trades and busts have been counted: each counts exactly once (invariant I3). */
final class TradeLog {

  /** Trading days that are kept whatever has become of the order. */
  private static final int DAYS_KEPT = 10;

  private final Map<TradeId, ClOrdId> trades = new HashMap<>();
  private final Map<TradeId, ClOrdId> busts = new HashMap<>();

  /** Whether the trade is new, and not one that was busted before it came. */
  boolean addTrade(ExecutionReport report) {
    TradeId id = report.tradeId();
    return trades.putIfAbsent(id, report.clOrdId()) == null && !busts.containsKey(id);
  }

  /** Whether the bust is new and its trade has been counted. */
  boolean addBust(ExecutionReport report) {
    TradeId id = report.tradeId();
    return busts.putIfAbsent(id, report.clOrdId()) == null && trades.containsKey(id);
  }

  /**
   * Forgets what is old and can not count again: trades of orders that are forgotten themselves, so
   * that a report about them is an orphan. What belongs to a known order stays, however old.
   */
  void rolled(LocalDate tradingDate, Predicate<ClOrdId> known) {
    LocalDate oldest = tradingDate.minusDays(DAYS_KEPT);
    prune(trades.entrySet(), oldest, known);
    prune(busts.entrySet(), oldest, known);
  }

  private static void prune(
      Set<Map.Entry<TradeId, ClOrdId>> entries, LocalDate oldest, Predicate<ClOrdId> known) {
    entries.removeIf(
        entry -> entry.getKey().tradingDate().isBefore(oldest) && !known.test(entry.getValue()));
  }

  /** Trades and busts that are remembered. */
  int size() {
    return trades.size() + busts.size();
  }
}
