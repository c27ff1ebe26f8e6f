package io.headgate.engine.internal.path;

import io.headgate.engine.internal.ledger.EngineState;
import io.headgate.engine.internal.market.InstrumentMarket;
import io.headgate.engine.internal.order.OrderState;
import io.headgate.engine.internal.outbound.Routing;
import io.headgate.model.decision.Verdict;
import io.headgate.model.instrument.Instrument;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdType;
import io.headgate.model.order.ReplaceOrder;
import io.headgate.model.position.Account;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.override.OverrideGrant;
import io.headgate.spi.rules.ContextImage;
import io.headgate.spi.rules.OrderContext;
import io.headgate.spi.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks, rules and rights, in this order; whatever cannot be known denies (invariant I4). Confined
 * to the loop.
 */
final class Decider {

  private static final Logger LOG = LoggerFactory.getLogger(Decider.class);

  /** Looks at a set that gives way, which takes a moment: at first without leaving the core. */
  private static final int QUICK_LOOKS = 1_000;

  /** With pauses for whoever lets the other set serve: a tenth of a second and more in all. */
  private static final int MOST_LOOKS = QUICK_LOOKS + 2_000;

  private static final long PAUSE_NANOS = 20_000;

  private final EngineState state;
  private final RiskServices risk;
  private final Routing lanes;
  private PathSettings settings;
  private final ContextFiller filler;
  private final Objections objections;
  private final Insistence insistence;

  Decider(EngineState state, RiskServices risk, Routing lanes, PathSettings settings) {
    this.state = state;
    this.risk = risk;
    this.lanes = lanes;
    this.settings = settings;
    this.filler = new ContextFiller(state, risk.othersPosition());
    this.objections = new Objections(state);
    this.insistence = new Insistence(state, risk.limits());
  }

  /** Takes changed settings; in the loop. */
  void settings(PathSettings changed) {
    settings = changed;
  }

  /** Decides on a new order; takes its rights if it accepts. */
  Draft decide(NewOrder order, long now) {
    return insistence.held(draft(order, now), order.originator(), order.instrument(), now);
  }

  private Draft draft(NewOrder order, long now) {
    long requests = state.countRequest(order.originator().account(), now);
    String broker = lanes.route(order);
    if (broker == null) {
      return Draft.denied(Refusal.INSTRUMENT_NO_ROUTE.verdict(), "");
    }
    if (!lanes.hasRoom()) {
      return Draft.denied(Refusal.ROUTE_UNAVAILABLE.verdict(), broker);
    }
    long age = state.recentOrders().age(order, now);
    return judge(new Request(order.originator(), order, null, broker, now, age, requests));
  }

  /** Decides on a replace of an open order; takes the rights of its increase if it accepts. */
  Draft decide(ReplaceOrder replace, @Nullable OrderState order, long now) {
    return insistence.held(
        draft(replace, order, now),
        replace.originator(),
        order == null ? null : order.terms().instrument(),
        now);
  }

  private Draft draft(ReplaceOrder replace, @Nullable OrderState order, long now) {
    long requests = state.countRequest(replace.originator().account(), now);
    Refusal refusal = Objections.to(replace, order);
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
    return judge(
        new Request(
            replace.originator(), terms, order, order.broker(), now, Long.MAX_VALUE, requests));
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
    Verdict objection = objections.first(request, market, settings.maxMarketAgeMillis());
    if (objection != null) {
      return Draft.denied(objection, request.broker());
    }
    Instrument instrument = market.instrument();
    Verdict unpriced =
        objections.rate(
            instrument.currency(), account.currency(), request.now(), settings.maxFxAgeMillis());
    if (unpriced != null) {
      return Draft.denied(unpriced, request.broker());
    }
    long fxRate = state.fxRates().rate(instrument.currency(), account.currency());
    LimitSubject subject = new LimitSubject(asked.originator(), instrument);
    // Rules, limits, rules: between two looks at the same rules nobody has changed their limits.
    RuleSet rules = risk.rules().get();
    ResolvedLimits limits = null;
    for (int looks = 0; rules != null; looks++) {
      if (!rules.isGivingWay()) {
        limits = limits(request, subject);
        if (isServing(rules)) {
          break;
        }
      }
      if (looks == MOST_LOOKS) {
        return request.denied(Refusal.RULES_UNAVAILABLE);
      }
      await(looks);
      rules = risk.rules().get();
    }
    if (rules == null) {
      limits = limits(request, subject);
    }
    if (limits == null) {
      return request.denied(Refusal.LIMITS_UNAVAILABLE);
    }
    if (rules == null) {
      return request.denied(Refusal.RULES_UNAVAILABLE);
    }
    NewOrder terms =
        Pricing.collared(
            asked, instrument, market.referencePrice(), limits, settings.marketOrderCollarBps());
    OrderContext context = context(request, terms, market, limits, fxRate);
    return verdict(request, terms, rules, context, subject);
  }

  /** Whether limits that were asked for before this are those of these rules. */
  @SuppressWarnings("ReferenceEquality") // another object is another set, whatever its files say
  private boolean isServing(RuleSet rules) {
    return !rules.isGivingWay() && rules == risk.rules().get();
  }

  private static void await(int looks) {
    if (looks < QUICK_LOOKS) {
      Thread.onSpinWait();
    } else {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** Of a replace by another than whose order it is, the tighter of what applies to the two. */
  private @Nullable ResolvedLimits limits(Request request, LimitSubject subject) {
    ResolvedLimits own = risk.limits().resolve(subject, request.now());
    if (own == null || request.by().equals(subject.originator())) {
      return own;
    }
    LimitSubject asker = new LimitSubject(request.by(), subject.instrument());
    ResolvedLimits others = risk.limits().resolve(asker, request.now());
    return others == null ? null : own.tightenedBy(others);
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
            request,
            terms,
            replaced == null ? 0 : stood(replaced, market, limits, fxRate),
            charged(terms, market, limits),
            fxRate),
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
}
