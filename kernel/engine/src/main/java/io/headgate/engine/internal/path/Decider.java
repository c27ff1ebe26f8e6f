package io.headgate.engine.internal.path;

import io.headgate.engine.internal.control.KillLatch;
import io.headgate.engine.internal.ledger.EngineState;
import io.headgate.engine.internal.ledger.OrderLedger;
import io.headgate.engine.internal.market.FxRates;
import io.headgate.engine.internal.market.InstrumentMarket;
import io.headgate.engine.internal.order.OrderState;
import io.headgate.engine.internal.outbound.Routing;
import io.headgate.model.decision.Unit;
import io.headgate.model.decision.Verdict;
import io.headgate.model.instrument.Instrument;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdType;
import io.headgate.model.order.ReplaceOrder;
import io.headgate.model.order.Side;
import io.headgate.model.position.Account;
import io.headgate.model.position.PositionKey;
import io.headgate.spi.control.TradingState;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.override.OverrideGrant;
import io.headgate.spi.rules.ContextImage;
import io.headgate.spi.rules.OrderContext;
import io.headgate.spi.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks, rules and rights, in this order; whatever cannot be known denies (invariant I4). Confined
 * to the loop.
 */
final class Decider {

  private static final Logger LOG = LoggerFactory.getLogger(Decider.class);
  private static final long NANOS_PER_MILLI = 1_000_000L;

  private final EngineState state;
  private final RiskServices risk;
  private final Routing lanes;
  private PathSettings settings;
  private final ContextFiller filler;

  Decider(EngineState state, RiskServices risk, Routing lanes, PathSettings settings) {
    this.state = state;
    this.risk = risk;
    this.lanes = lanes;
    this.settings = settings;
    this.filler = new ContextFiller(state, risk.othersPosition());
  }

  /** Takes changed settings; in the loop. */
  void settings(PathSettings changed) {
    settings = changed;
  }

  /** Decides on a new order; takes its rights if it accepts. */
  Draft decide(NewOrder order, long now) {
    long requests = state.countRequest(order.originator().account(), now);
    String broker = lanes.route(order);
    if (broker == null) {
      return Draft.denied(Refusal.INSTRUMENT_NO_ROUTE.verdict(), "");
    }
    if (!lanes.hasRoom()) {
      return Draft.denied(Refusal.ROUTE_UNAVAILABLE.verdict(), broker);
    }
    long age = state.recentOrders().age(order, now);
    return judge(new Request(order, null, broker, now, age, requests));
  }

  /** Decides on a replace of an open order; takes the rights of its increase if it accepts. */
  Draft decide(ReplaceOrder replace, @Nullable OrderState order, long now) {
    long requests = state.countRequest(replace.originator().account(), now);
    Refusal refusal = refusalOf(replace, order);
    if (order == null || refusal != null) {
      return Draft.denied(
          (refusal == null ? Refusal.ORDER_UNKNOWN : refusal).verdict(),
          order == null ? "" : order.broker());
    }
    if (!lanes.hasRoom()) {
      return Draft.denied(Refusal.ROUTE_UNAVAILABLE.verdict(), order.broker());
    }
    NewOrder old = order.terms();
    NewOrder terms =
        new NewOrder(
            old.originator(),
            replace.idempotencyKey(),
            old.instrument(),
            old.side(),
            replace.limitPrice() == 0 ? OrdType.MARKET : OrdType.LIMIT,
            replace.quantity(),
            replace.limitPrice(),
            old.timeInForce(),
            old.expireTime(),
            old.broker());
    return judge(new Request(terms, order, order.broker(), now, Long.MAX_VALUE, requests));
  }

  private static @Nullable Refusal refusalOf(ReplaceOrder replace, @Nullable OrderState order) {
    if (order == null) {
      return Refusal.ORDER_UNKNOWN;
    }
    if (!order.terms().originator().account().equals(replace.originator().account())) {
      return Refusal.ORDER_FOREIGN;
    }
    if (order.isTerminal() || replace.quantity() <= order.cumQty()) {
      return Refusal.ORDER_CLOSED;
    }
    boolean busy =
        order.pendingReplace() != null || order.pendingCancel() != null || order.inDoubt();
    return busy ? Refusal.ORDER_PENDING : null;
  }

  /**
   * A request on its way.
   *
   * @param terms what is asked for
   * @param replaced the open order that it changes; null for a new one
   * @param broker connector it would go to
   * @param now time of the decision
   * @param duplicateAgeNanos since the same order was accepted
   * @param requestsLastSecond of its account, this one included
   */
  private record Request(
      NewOrder terms,
      @Nullable OrderState replaced,
      String broker,
      long now,
      long duplicateAgeNanos,
      long requestsLastSecond) {

    long added() {
      return replaced == null ? terms.quantity() : OrderLedger.addedBy(replaced, terms.quantity());
    }

    Draft denied(Refusal refusal) {
      return Draft.denied(refusal.verdict(), broker);
    }
  }

  private Draft judge(Request request) {
    try {
      return judgeExactly(request);
    } catch (ArithmeticException e) {
      LOG.warn("denied {}: {}", request.terms(), e.getMessage());
      return request.denied(Refusal.PRICE_OUT_OF_RANGE);
    }
  }

  private Draft judgeExactly(Request request) {
    NewOrder asked = request.terms();
    Account account = state.reference().account(asked.originator().account());
    if (account == null) {
      return request.denied(Refusal.ACCOUNT_UNKNOWN);
    }
    InstrumentMarket market = state.market().market(asked.instrument());
    if (market == null) {
      return request.denied(Refusal.INSTRUMENT_UNKNOWN);
    }
    Verdict objection = objection(request, market);
    if (objection != null) {
      return Draft.denied(objection, request.broker());
    }
    Instrument instrument = market.instrument();
    long fxRate = state.fxRates().rate(instrument.currency(), account.currency());
    if (fxRate == FxRates.NONE) {
      return request.denied(Refusal.FX_MISSING);
    }
    LimitSubject subject = new LimitSubject(asked.originator(), instrument);
    ResolvedLimits limits = risk.limits().resolve(subject, request.now());
    if (limits == null) {
      return request.denied(Refusal.LIMITS_UNAVAILABLE);
    }
    RuleSet rules = risk.rules().get();
    if (rules == null) {
      return request.denied(Refusal.RULES_UNAVAILABLE);
    }
    NewOrder terms =
        Pricing.collared(
            asked, instrument, market.referencePrice(), limits, settings.marketOrderCollarBps());
    OrderContext context = context(request, terms, market, limits, fxRate);
    return verdict(request, terms, rules, context, subject);
  }

  private OrderContext context(
      Request request,
      NewOrder terms,
      InstrumentMarket market,
      ResolvedLimits limits,
      long fxRate) {
    OrderState replaced = request.replaced();
    return filler.fill(
        new ContextFiller.Ask(
            request.terms(),
            terms,
            replaced != null,
            replaced == null ? 0 : replaced.cumQty(),
            request.added(),
            replaced == null ? 0 : stood(replaced, market, limits, fxRate),
            charged(terms, market, limits),
            fxRate,
            request.now(),
            request.duplicateAgeNanos(),
            request.requestsLastSecond()),
        market,
        limits);
  }

  private long charged(NewOrder terms, InstrumentMarket market, ResolvedLimits limits) {
    return Pricing.charged(terms, market.referencePrice(), limits, settings.marketOrderCollarBps());
  }

  /** Notional of what can still fill of an open order, charged as a new one would be now. */
  private long stood(
      OrderState order, InstrumentMarket market, ResolvedLimits limits, long fxRate) {
    NewOrder terms = order.terms();
    long remaining = Math.max(0, terms.quantity() - order.cumQty());
    return Fixed.amountCeil(
        charged(terms, market, limits), remaining, market.instrument().multiplier(), fxRate);
  }

  private Draft verdict(
      Request request, NewOrder terms, RuleSet rules, OrderContext context, LimitSubject subject) {
    ContextImage image = context.image();
    try {
      rules.evaluate(context);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      LOG.error("rule set {} failed on {}; the order is denied", rules.hash(), request.terms(), e);
      List<Verdict> verdicts = new ArrayList<>(context.verdicts());
      verdicts.add(Refusal.RULES_FAILED.verdict());
      return new Draft(false, verdicts, rules.hash(), request.broker(), null, image);
    }
    List<Verdict> verdicts = context.verdicts();
    OverrideGrant grant = context.isBlocked() ? grant(request, verdicts) : null;
    if (context.isBlocked() && grant == null) {
      return new Draft(false, verdicts, rules.hash(), request.broker(), null, image);
    }
    Verdict shortage = reserve(request, subject);
    if (shortage != null) {
      List<Verdict> all = new ArrayList<>(verdicts);
      all.add(shortage);
      return new Draft(false, all, rules.hash(), request.broker(), null, image);
    }
    if (grant != null) {
      verdicts = state.overrides().use(grant, verdicts, request.now());
    }
    return new Draft(true, verdicts, rules.hash(), request.broker(), terms, image);
  }

  /** Under which override it may go although rules block it; null if there is none. */
  private @Nullable OverrideGrant grant(Request request, List<Verdict> verdicts) {
    boolean all = verdicts.size() < OrderContext.MAX_VERDICTS;
    return all && request.replaced() == null
        ? state.overrides().find(request.terms(), verdicts, request.now())
        : null;
  }

  private @Nullable Verdict reserve(Request request, LimitSubject subject) {
    long added = request.added();
    return added == 0
        ? null
        : risk.rights().reserve(subject, request.terms().side(), added, request.now());
  }

  /** What the path objects to before the rules are asked. */
  private @Nullable Verdict objection(Request request, InstrumentMarket market) {
    Verdict killed = killed(request, market.instrument());
    if (killed != null) {
      return killed;
    }
    NewOrder order = request.terms();
    Instrument instrument = market.instrument();
    if (order.quantity() % instrument.lotSize() != 0) {
      return Refusal.LOT_SIZE.verdict(order.quantity(), instrument.lotSize(), Unit.QTY);
    }
    if (order.type() == OrdType.LIMIT && order.limitPrice() <= 0) {
      return Refusal.PRICE_MISSING.verdict(order.limitPrice(), 0, Unit.PRICE);
    }
    if (order.limitPrice() % instrument.tickSize() != 0) {
      return Refusal.PRICE_TICK.verdict(order.limitPrice(), instrument.tickSize(), Unit.PRICE);
    }
    if (!Pricing.hasReference(market)) {
      return Refusal.MARKET_MISSING.verdict();
    }
    long age = Math.max(0, request.now() - market.referenceTime()) / NANOS_PER_MILLI;
    return age > settings.maxMarketAgeMillis()
        ? Refusal.MARKET_STALE.verdict(age, settings.maxMarketAgeMillis(), Unit.MILLIS)
        : null;
  }

  private @Nullable Verdict killed(Request request, Instrument instrument) {
    NewOrder order = request.terms();
    KillLatch latch = state.latch();
    TradingState trading = latch.state(order.originator(), state.market().name(instrument.id()));
    if (trading == TradingState.ACTIVE) {
      return null;
    }
    if (trading == TradingState.HALTED) {
      return Refusal.KILL_HALTED.verdict();
    }
    PositionKey key = new PositionKey(order.originator().account(), instrument.id());
    long position = state.positions().quantity(key);
    Side closing = position > 0 ? Side.SELL : Side.BUY;
    long closable = Math.abs(position) - state.openInterest().open(key, closing);
    boolean reduces = position != 0 && order.side() == closing && request.added() <= closable;
    return reduces
        ? null
        : Refusal.KILL_REDUCING_ONLY.verdict(request.added(), Math.max(0, closable), Unit.QTY);
  }
}
