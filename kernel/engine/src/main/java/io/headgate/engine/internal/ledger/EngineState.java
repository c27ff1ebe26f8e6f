package io.headgate.engine.internal.ledger;

import io.headgate.engine.internal.control.KillLatch;
import io.headgate.engine.internal.market.FxRates;
import io.headgate.engine.internal.market.MarketBook;
import io.headgate.engine.internal.monitor.PathCounters;
import io.headgate.engine.internal.monitor.StateHash;
import io.headgate.engine.internal.order.DayCounts;
import io.headgate.engine.internal.order.IdempotencyKeys;
import io.headgate.engine.internal.order.OpenInterest;
import io.headgate.engine.internal.order.OrderState;
import io.headgate.engine.internal.order.OrderStore;
import io.headgate.engine.internal.order.Pace;
import io.headgate.engine.internal.order.RecentOrders;
import io.headgate.engine.internal.order.RestingOrders;
import io.headgate.engine.internal.override.OverrideBook;
import io.headgate.engine.internal.position.GrossExposure;
import io.headgate.engine.internal.position.PositionBook;
import io.headgate.model.order.OrderCommand;
import io.headgate.model.order.Originator;
import io.headgate.model.position.PositionKey;
import io.headgate.spi.alarm.Alarms;
import io.headgate.spi.control.ControlScope;
import io.headgate.spi.reference.ReferenceData;
import io.headgate.spi.rules.ContextImage;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.spi.rules.ContextText;
import java.time.LocalDate;

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
  private final RestingOrders resting = new RestingOrders();
  private final Pace pace = new Pace();
  private final DayCounts day = new DayCounts();
  private final IdempotencyKeys keys = new IdempotencyKeys();
  private final DecisionLog decisions = new DecisionLog();
  private final OverrideBook overrides = new OverrideBook();
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
    this.latch.onLift(this::lifted);
  }

  /** What repeated itself too often begins anew once people have let it go on. */
  private void lifted(ControlScope scope) {
    if (scope.kind() == ControlScope.Kind.STRATEGY) {
      pace.reenabled(scope.name());
    }
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

  /** The firm's own open orders, by instrument. */
  public RestingOrders resting() {
    return resting;
  }

  /** How fast messages leave, and how often strategies repeat themselves. */
  public Pace pace() {
    return pace;
  }

  /** What has been counted since the trading day began. */
  public DayCounts day() {
    return day;
  }

  /** An order has changed. */
  void changed(OrderState order) {
    orders.changed(order);
    openInterest.update(order);
    resting.update(order);
  }

  /** A message was let out; a replace's order is still as it was. */
  void sent(Originator by, OrderCommand command, long now) {
    recentOrders.sent(by, now);
    pace.sent(by, command.instrument(), now);
    day.sent(new PositionKey(by.account(), command.instrument()));
    if (command instanceof OrderCommand.Send send) {
      pace.executed(by, command.instrument(), send.order().side(), now);
    } else if (command instanceof OrderCommand.Replace replace) {
      OrderState order = orders.find(replace.origClOrdId());
      if (order != null && order.atStake(replace.order()) > 0) {
        pace.executed(by, command.instrument(), order.terms().side(), now);
      }
    }
  }

  /** An order or a replace was let out; what it adds counts towards the day. */
  public void asked(ContextImage seen) {
    String account = seen.text(ContextText.ACCOUNT);
    long stands = seen.number(ContextNumber.DAY_ORDER_VALUE);
    if (stands > 0) {
      day.stands(account, stands);
    } else if (seen.number(ContextNumber.ADDED_QUANTITY) > 0) {
      // From a version that did not measure it.
      day.asked(account, seen.number(ContextNumber.NOTIONAL));
    }
  }

  /** A trading day of some calendar began; that of the node begins with the first. */
  public void rolled(LocalDate tradingDate) {
    if (day.rolled(tradingDate)) {
      exposure.rolled();
    }
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

  /** Who let which denied order through. */
  public OverrideBook overrides() {
    return overrides;
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
