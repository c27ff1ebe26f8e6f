package io.headgate.node.internal.session.check;

import io.headgate.model.execution.ExecType;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.execution.ExecutionReport.TradeId;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.OrderCommand;
import io.headgate.model.position.PositionKey;
import io.headgate.spi.journal.Journal;
import io.headgate.spi.journal.JournalRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the journal alone says: positions as the sum of distinct trades, and how much was decided
 * and filled since the last start. Written without a line of the engine, so that the two can be
 * held against each other.
 */
public final class JournalFold implements Journal.Reader {

  private final Map<ClOrdId, String> accounts = new HashMap<>();
  private final Map<TradeId, Leg> trades = new HashMap<>();
  private final Set<TradeId> busted = new HashSet<>();
  private final List<String> faults = new ArrayList<>();
  private long records;
  private long decisions;
  private long fills;

  /** What one trade does to a position. */
  private record Leg(PositionKey key, long signedQuantity) {}

  @Override
  public boolean record(long sequence, JournalRecord record) {
    records++;
    if (record instanceof JournalRecord.Started) {
      decisions = 0;
      fills = 0;
    } else if (record instanceof JournalRecord.Decided decided) {
      decisions++;
      remember(decided);
    } else if (record instanceof JournalRecord.Executed executed && executed.report().isTrade()) {
      apply(sequence, executed.report());
    }
    return true;
  }

  private void remember(JournalRecord.Decided decided) {
    OrderCommand command = decided.command();
    if (command instanceof OrderCommand.Send send) {
      accounts.put(send.clOrdId(), decided.decision().intent().originator().account());
    } else if (command instanceof OrderCommand.Replace replace) {
      follow(replace.clOrdId(), replace.origClOrdId());
    } else if (command instanceof OrderCommand.Cancel cancel) {
      follow(cancel.clOrdId(), cancel.origClOrdId());
    }
  }

  /** A later ClOrdID of a chain belongs to the account of the earlier one. */
  private void follow(ClOrdId later, ClOrdId earlier) {
    String account = accounts.get(earlier);
    if (account != null) {
      accounts.put(later, account);
    }
  }

  private void apply(long sequence, ExecutionReport report) {
    if (report.execType() == ExecType.TRADE_CANCEL) {
      busted.add(report.tradeId());
      return;
    }
    @Nullable String account = accounts.get(report.clOrdId());
    if (account == null) {
      faults.add(
          "journal record %d fills order %s, which no DECISION before it sent"
              .formatted(sequence, report.clOrdId()));
      return;
    }
    Leg leg =
        new Leg(
            new PositionKey(account, report.instrument()), report.side().sign() * report.lastQty());
    if (trades.putIfAbsent(report.tradeId(), leg) == null) {
      fills++;
    }
  }

  /** Signed quantity by account and instrument, nine decimals; flat ones left out. */
  public Map<PositionKey, Long> positions() {
    Map<PositionKey, Long> positions = new HashMap<>();
    trades.forEach(
        (id, leg) -> {
          if (!busted.contains(id)) {
            positions.merge(leg.key(), leg.signedQuantity(), Math::addExact);
          }
        });
    positions.values().removeIf(quantity -> quantity == 0);
    return positions;
  }

  /** Records read. */
  public long records() {
    return records;
  }

  /** DECISION records since the last start of the node. */
  public long decisions() {
    return decisions;
  }

  /** Trades first seen since the last start of the node. */
  public long fills() {
    return fills;
  }

  /** Records that contradict each other. */
  public List<String> faults() {
    return List.copyOf(faults);
  }
}
