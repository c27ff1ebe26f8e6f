package io.headgate.engine.internal.ledger;

import io.headgate.engine.internal.control.KillLatch;
import io.headgate.engine.internal.market.FxRates;
import io.headgate.engine.internal.market.MarketBook;
import io.headgate.engine.internal.monitor.PathCounters;
import io.headgate.engine.internal.monitor.StateHash;
import io.headgate.engine.internal.order.IdempotencyKeys;
import io.headgate.engine.internal.order.OpenInterest;
import io.headgate.engine.internal.order.OrderStore;
import io.headgate.engine.internal.order.RecentOrders;
import io.headgate.engine.internal.position.GrossExposure;
import io.headgate.engine.internal.position.PositionBook;
import io.headgate.spi.alarm.Alarms;
import io.headgate.spi.reference.ReferenceData;

/** All state of the engine; confined to its loop, but for the latch. */
public final class EngineState {

  private final ReferenceData reference;
  private final Alarms alarms;
  private final FxRates fxRates;
  private final MarketBook market;
  private final PositionBook positions;
  private final OrderStore orders;
  private final OpenInterest openInterest = new OpenInterest();
  private final RecentOrders recentOrders = new RecentOrders();
  private final IdempotencyKeys keys = new IdempotencyKeys();
  private final DecisionLog decisions = new DecisionLog();
  private final TradeLog trades = new TradeLog();
  private final KillLatch latch = new KillLatch();
  private final GrossExposure exposure;
  private final PathCounters counters;
  private final StateHash hash = new StateHash();

  /**
   * @param endedOrdersKept how many ended orders stay in memory
   * @param firmCurrency ISO 4217 code in which the firm's exposure is kept
   */
  public EngineState(
      ReferenceData reference, Alarms alarms, int endedOrdersKept, String firmCurrency) {
    this.reference = reference;
    this.alarms = alarms;
    this.fxRates = new FxRates(reference.fxRates());
    this.market = new MarketBook(reference, fxRates, alarms);
    this.positions = new PositionBook(fxRates, market);
    this.orders = new OrderStore(endedOrdersKept);
    this.exposure =
        new GrossExposure(
            new GrossExposure.Sources(reference, market, fxRates, positions, openInterest),
            firmCurrency);
    this.counters = new PathCounters(market);
  }

  /** Instruments and accounts. */
  public ReferenceData reference() {
    return reference;
  }

  /** Where trouble is told. */
  public Alarms alarms() {
    return alarms;
  }

  /** Exchange rates. */
  public FxRates fxRates() {
    return fxRates;
  }

  /** The market. */
  public MarketBook market() {
    return market;
  }

  /** Positions. */
  public PositionBook positions() {
    return positions;
  }

  /** Orders. */
  public OrderStore orders() {
    return orders;
  }

  /** What open orders can still fill. */
  public OpenInterest openInterest() {
    return openInterest;
  }

  /** Gross exposure. */
  public GrossExposure exposure() {
    return exposure;
  }

  /** Duplicates and request rates. */
  public RecentOrders recentOrders() {
    return recentOrders;
  }

  /**
   * Counts a request; answers how many the account made within the last second, this one too, and 0
   * for an account that the node does not know: made-up names must not fill the memory.
   */
  public long countRequest(String account, long now) {
    return reference.account(account) == null ? 0 : recentOrders.countRequest(account, now);
  }

  /** Trades and busts that have been counted. */
  TradeLog trades() {
    return trades;
  }

  /** How many trades and busts are remembered, so that none counts twice. */
  public int rememberedTrades() {
    return trades.size();
  }

  /** Idempotency keys. */
  public IdempotencyKeys keys() {
    return keys;
  }

  /** The latest decisions. */
  public DecisionLog decisions() {
    return decisions;
  }

  /** Trading states; safe from every thread. */
  public KillLatch latch() {
    return latch;
  }

  /** Counters. */
  public PathCounters counters() {
    return counters;
  }

  /** State hash. */
  public StateHash hash() {
    return hash;
  }
}
