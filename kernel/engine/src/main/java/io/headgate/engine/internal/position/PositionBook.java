package io.headgate.engine.internal.position;

import io.headgate.engine.internal.market.FxRates;
import io.headgate.engine.internal.market.MarketBook;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.instrument.Instrument;
import io.headgate.model.number.Fixed;
import io.headgate.model.position.Account;
import io.headgate.model.position.Position;
import io.headgate.model.position.PositionKey;
import io.headgate.spi.positions.PositionShare;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All positions of this node. */
public final class PositionBook {

  private final FxRates fxRates;
  private final MarketBook market;
  private final Map<PositionKey, PositionState> positions = new TreeMap<>();
  private final Set<PositionKey> changed = new LinkedHashSet<>();

  /** Marks come from the market book, rates from the FX rates. */
  public PositionBook(FxRates fxRates, MarketBook market) {
    this.fxRates = fxRates;
    this.market = market;
  }

  /**
   * Adds a trade.
   *
   * @param signed filled quantity with its sign; of a bust the opposite one
   */
  public PositionKey trade(
      Account account, Instrument instrument, long signed, ExecutionReport report) {
    PositionKey key = new PositionKey(account.id(), instrument.id());
    PositionState state =
        positions.computeIfAbsent(key, k -> new PositionState(k, instrument, account.currency()));
    long fxRate = fxRates.rate(instrument.currency(), account.currency());
    // Without a rate (one that vanished since the order) the P&L of this trade stays at zero in the
    // account's currency; the quantity, which limits rest on, is right all the same.
    state.trade(signed, report.lastPx(), fxRate);
    if (report.fee() != 0) {
      long feeRate = fxRates.rate(report.feeCurrency(), account.currency());
      long fee = Fixed.mulDivFloor(report.fee(), feeRate, Fixed.ONE);
      state.fee(Math.multiplyExact(fee, Long.signum(report.lastQty())));
    }
    changed.add(key);
    return key;
  }

  /** Hands over every position that has changed since the last time, once. */
  void takeChanged(Consumer<PositionKey> taker) {
    if (!changed.isEmpty()) {
      changed.forEach(taker);
      changed.clear();
    }
  }

  /** The position; null if there never was one. */
  @Nullable PositionState find(PositionKey key) {
    return positions.get(key);
  }

  /** Signed quantity, nine decimals. */
  public long quantity(PositionKey key) {
    PositionState state = positions.get(key);
    return state == null ? 0 : state.quantity();
  }

  /** The position, flat where there never was one. */
  public Position position(PositionKey key) {
    PositionState state = positions.get(key);
    return state == null ? new Position(key, 0, 0, 0, 0, 0, 0, 0) : snapshot(state);
  }

  /** All positions, by key. */
  public List<Position> all() {
    List<Position> all = new ArrayList<>(positions.size());
    positions.values().forEach(state -> all.add(snapshot(state)));
    return all;
  }

  /** This node's share of a position, for the other nodes; null if there never was one. */
  public @Nullable PositionShare share(PositionKey key, String node, int epoch) {
    PositionState state = positions.get(key);
    return state == null
        ? null
        : new PositionShare(
            key, node, epoch, state.version(), state.quantity(), state.realized(), state.fees());
  }

  private Position snapshot(PositionState state) {
    return state.snapshot(
        market.referencePrice(state.key().instrument()),
        fxRates.rate(state.instrument().currency(), state.accountCurrency()));
  }
}
