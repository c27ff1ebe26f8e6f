package io.headgate.engine.internal.path;

import io.headgate.engine.internal.ledger.EngineState;
import io.headgate.engine.internal.market.InstrumentMarket;
import io.headgate.engine.internal.market.PriceRange;
import io.headgate.engine.internal.order.DayCounts;
import io.headgate.engine.internal.order.Pace;
import io.headgate.engine.internal.order.RestingOrders;
import io.headgate.engine.internal.position.Weighed;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import io.headgate.model.position.PositionKey;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.rules.ContextEditor;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.spi.rules.ContextText;

/** Fills in what the engine counts and adds up over time. */
final class RiskFiller {

  private static final long WHOLE_BPS = 10_000 * Fixed.ONE;
  private static final long WHOLE_PERCENT = 100 * Fixed.ONE;

  /** Just below what an amount can be. */
  private static final double MOST_AMOUNT = 9.2e12;

  private final EngineState state;
  private final ContextEditor editor;

  RiskFiller(EngineState state, ContextEditor editor) {
    this.state = state;
    this.editor = editor;
  }

  /** The market of the last minutes and the session's phase. */
  void market(ContextFiller.Ask ask, InstrumentMarket market, ResolvedLimits limits) {
    NewOrder terms = ask.terms();
    boolean buy = terms.side() == Side.BUY;
    long reference = market.referencePrice();
    PriceRange range = market.range();
    range.look(reference, ask.now());
    long best = buy ? range.low() : range.high();
    long beyond = Pricing.deviationBps(terms.side(), terms.limitPrice(), reference);
    long shown = buy ? market.askSize() : market.bidSize();
    editor
        .set(ContextNumber.SPREAD_BPS, spread(market))
        .set(ContextNumber.RANGE_BPS, share(range.high() - range.low(), WHOLE_BPS, range.low()))
        .set(
            ContextNumber.PERIOD_DEVIATION_BPS,
            Pricing.deviationBps(terms.side(), terms.limitPrice(), best))
        .set(ContextNumber.PASSIVE_DISTANCE_BPS, Math.max(0, -beyond))
        .set(
            ContextNumber.BOOK_PERCENT, shown <= 0 ? 0 : share(ask.atStake(), WHOLE_PERCENT, shown))
        .set(
            ContextNumber.ADV_PERCENT,
            ofDailyVolume(terms.quantity(), limits.block(LimitKind.AVERAGE_DAILY_VOLUME)))
        .set(ContextNumber.ADV_NOTIONAL_PERCENT, ofDailyNotional(ask, market, limits))
        .set(ContextText.PHASE, phase(ask, market, limits));
  }

  private static long spread(InstrumentMarket market) {
    long bid = market.bidPrice();
    long offer = market.askPrice();
    return bid <= 0 || offer <= 0 ? 0 : share(offer - bid, WHOLE_BPS, bid + (offer - bid) / 2);
  }

  private static long ofDailyVolume(long quantity, long volume) {
    boolean unknown = volume <= 0 || volume == LimitKind.AVERAGE_DAILY_VOLUME.absent();
    return unknown ? Long.MAX_VALUE : share(quantity, WHOLE_PERCENT, volume);
  }

  private static long ofDailyNotional(
      ContextFiller.Ask ask, InstrumentMarket market, ResolvedLimits limits) {
    long multiplier = market.instrument().multiplier();
    long usual = dailyNotional(market.referencePrice(), multiplier, limits);
    if (usual <= 0) {
      return Long.MAX_VALUE;
    }
    long asked = Fixed.amountCeil(ask.charged(), ask.terms().quantity(), multiplier, Fixed.ONE);
    return share(asked, WHOLE_PERCENT, usual);
  }

  /** What is usually traded in a day, in the instrument's currency; 0 where nobody says. */
  private static long dailyNotional(long reference, long multiplier, ResolvedLimits limits) {
    long given = limits.block(LimitKind.AVERAGE_DAILY_NOTIONAL);
    if (given != LimitKind.AVERAGE_DAILY_NOTIONAL.absent()) {
      return given;
    }
    long volume = limits.block(LimitKind.AVERAGE_DAILY_VOLUME);
    if (volume == LimitKind.AVERAGE_DAILY_VOLUME.absent()) {
      return 0;
    }
    double about = Fixed.toDouble(volume) * Fixed.toDouble(reference) * Fixed.toDouble(multiplier);
    // More than fits counts as the most that does, which makes the share larger.
    return about >= MOST_AMOUNT
        ? Long.MAX_VALUE
        : Fixed.amount(reference, volume, multiplier, Fixed.ONE);
  }

  /** part × whole ÷ of, rounded down; the largest number where it does not fit. */
  private static long share(long part, long whole, long of) {
    return Math.abs(part) / of >= Long.MAX_VALUE / whole - 1
        ? Long.MAX_VALUE
        : Fixed.mulDivFloor(part, whole, of);
  }

  private static String phase(
      ContextFiller.Ask ask, InstrumentMarket market, ResolvedLimits limits) {
    long toOpen = market.session().millisToOpen(ask.now());
    if (toOpen > 0) {
      return toOpen <= limits.block(LimitKind.OPENING_AUCTION) ? "OPENING_AUCTION" : "CLOSED";
    }
    long toClose = market.session().millisToClose(ask.now());
    return toClose <= limits.block(LimitKind.CLOSING_AUCTION) ? "CLOSING_AUCTION" : "OPEN";
  }

  /** Paces and counts. */
  void counts(ContextFiller.Ask ask) {
    NewOrder terms = ask.terms();
    Originator by = ask.by();
    InstrumentId instrument = terms.instrument();
    long atStake = ask.atStake();
    Pace pace = state.pace();
    DayCounts day = state.day();
    PositionKey key = new PositionKey(by.account(), instrument);
    editor
        .set(ContextNumber.IN_FLIGHT_ORDERS, 1L + state.openInterest().inFlight(by.account()))
        .set(ContextNumber.FIRM_MESSAGE_RATE, pace.firmRate(ask.now()))
        .set(ContextNumber.TRADER_MESSAGE_RATE, pace.traderRate(by, ask.now()))
        .set(ContextNumber.INSTRUMENT_MESSAGE_RATE, pace.instrumentRate(instrument, ask.now()))
        .set(
            ContextNumber.REPEATED_EXECUTIONS,
            atStake > 0 ? pace.repeats(by, instrument, terms.side(), ask.now()) : 0)
        .set(ContextNumber.DENIALS_LAST_MINUTE, pace.denials(by, ask.now()))
        .set(ContextNumber.MESSAGES_TODAY, day.messages(key))
        .set(ContextNumber.ORDER_TO_TRADE, day.orderToTrade(key));
    RestingOrders resting = state.resting();
    resting.look(by.account(), instrument, terms.side(), terms.limitPrice());
    editor
        .set(ContextNumber.SELF_MATCH_QUANTITY, Math.min(atStake, resting.own()))
        .set(ContextNumber.CROSS_MATCH_QUANTITY, Math.min(atStake, resting.others()));
  }

  /**
   * What account and firm would stand at.
   *
   * @param asked notional that the request adds to what the account has asked for, six decimals
   */
  void amounts(String account, Weighed weighed, long asked) {
    editor
        .set(ContextNumber.ACCOUNT_GROSS, weighed.accountGross())
        .set(ContextNumber.ADDED_GROSS, weighed.addedGross())
        .set(ContextNumber.FIRM_GROSS, weighed.firmGross())
        .set(ContextNumber.ADDED_FIRM_GROSS, weighed.addedFirmGross())
        .set(ContextNumber.ACCOUNT_NET, weighed.accountNet())
        .set(ContextNumber.FIRM_NET, weighed.firmNet())
        .set(ContextNumber.INSTRUMENT_GROSS, weighed.instrumentGross())
        .set(ContextNumber.SECTOR_GROSS, weighed.sectorGross())
        .set(ContextNumber.ACCOUNT_CREDIT, weighed.accountCredit())
        .set(ContextNumber.FIRM_CREDIT, weighed.firmCredit())
        .set(ContextNumber.ACCOUNT_PNL, weighed.accountPnl())
        .set(ContextNumber.DAY_LOSS, weighed.dayLoss())
        .set(ContextNumber.DRAWDOWN, weighed.drawdown())
        .set(ContextNumber.FIRM_PNL, weighed.firmPnl())
        .set(ContextNumber.FIRM_DAY_LOSS, weighed.firmDayLoss())
        .set(ContextNumber.DAY_ORDER_VALUE, state.day().value(account, asked))
        .set(ContextNumber.ADDED_VALUE, asked);
  }
}
