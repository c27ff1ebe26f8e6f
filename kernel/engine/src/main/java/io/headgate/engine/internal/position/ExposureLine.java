package io.headgate.engine.internal.position;

import io.headgate.engine.internal.market.FxRates;
import io.headgate.engine.internal.market.InstrumentMarket;
import io.headgate.engine.internal.order.OpenInterest;
import io.headgate.model.number.Fixed;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The exposure of one account in one instrument. */
final class ExposureLine {

  private final InstrumentMarket market;
  private final OpenInterest.Tally open;
  private final Supplier<@Nullable PositionState> finder;
  private final Exposures account;
  private final String accountCurrency;
  private final Worth inAccount = new Worth();
  private final Worth inFirm = new Worth();
  private final Worth scratch = new Worth();
  private ExposureSum sector;
  private ExposureSum firmSector;
  private @Nullable PositionState position;
  private boolean unknown;
  private boolean touched;

  /**
   * @param finder finds the position once there is one
   * @param account sums that it belongs to
   * @param firm sums of the firm
   */
  ExposureLine(
      InstrumentMarket market,
      OpenInterest.Tally open,
      Supplier<@Nullable PositionState> finder,
      Exposures account,
      String accountCurrency,
      Exposures firm) {
    this.market = market;
    this.open = open;
    this.finder = finder;
    this.account = account;
    this.accountCurrency = accountCurrency;
    this.sector = account.sector(market.instrument().sector());
    this.firmSector = firm.sector(market.instrument().sector());
  }

  Exposures account() {
    return account;
  }

  /** Gross exposure of its account in its sector. */
  ExposureSum sector() {
    return sector;
  }

  String currency() {
    return market.instrument().currency();
  }

  String accountCurrency() {
    return accountCurrency;
  }

  /** Worth when it was last measured, in the account's currency, six decimals. */
  Worth inAccount() {
    return inAccount;
  }

  /** The same in the firm's currency. */
  Worth inFirm() {
    return inFirm;
  }

  /** Notes that it must be measured again; false if that was known. */
  boolean touch() {
    boolean first = !touched;
    touched = true;
    return first;
  }

  /**
   * Measures again. Without a rate, or out of range, the sums are not known until it is.
   *
   * @param rates from its currency into the account's, into the firm's, and from the account's into
   *     the firm's
   */
  void measure(Rates rates, Exposures firm) {
    touched = false;
    moveSector(firm);
    boolean known = true;
    try {
      with(true, 0, 0, rates.toAccount(), scratch);
      scratch.pnl = pnl(rates.toAccount());
      long pnlInFirm = exchanged(scratch.pnl, rates.accountToFirm());
      account.replace(inAccount, scratch, sector);
      if (rates.toFirm() != rates.toAccount()) {
        with(true, 0, 0, rates.toFirm(), scratch);
      }
      scratch.pnl = pnlInFirm;
      firm.replace(inFirm, scratch, firmSector);
    } catch (ArithmeticException e) {
      known = false;
    }
    if (known == unknown) {
      account.unknown(known ? -1 : 1, sector);
      firm.unknown(known ? -1 : 1, firmSector);
      unknown = !known;
    }
  }

  /** Reference data may put the instrument into another sector while the node runs. */
  private void moveSector(Exposures firm) {
    ExposureSum now = account.sector(market.instrument().sector());
    if (now != sector) {
      ExposureSum firmNow = firm.sector(market.instrument().sector());
      move(inAccount.gross, sector, now);
      move(inFirm.gross, firmSector, firmNow);
      sector = now;
      firmSector = firmNow;
    }
  }

  private void move(long worth, ExposureSum from, ExposureSum to) {
    from.replace(worth, 0);
    to.replace(0, worth);
    if (unknown) {
      from.unknown(-1);
      to.unknown(1);
    }
  }

  /**
   * Worth if a further order were open; the profit and loss stays as it is.
   *
   * @throws ArithmeticException if it is out of range, or if there is no exchange rate
   */
  void with(boolean buy, long added, long price, long fxRate, Worth into) {
    if (position == null) {
      position = finder.get();
    }
    long held = position == null ? 0 : position.quantity();
    long worstLong = Math.addExact(held, open.buy());
    long worstShort = Math.subtractExact(open.sell(), held);
    long mark = mark();
    long longPrice = Math.max(mark, open.buyPrice());
    long shortPrice = Math.max(mark, open.sellPrice());
    if (buy) {
      worstLong = Math.addExact(worstLong, added);
      longPrice = Math.max(longPrice, price);
    } else {
      worstShort = Math.addExact(worstShort, added);
      shortPrice = Math.max(shortPrice, price);
    }
    into.netLong = amount(worstLong > 0 ? longPrice : mark, worstLong, fxRate);
    into.netShort = amount(worstShort > 0 ? shortPrice : mark, worstShort, fxRate);
    into.gross = Math.max(0, Math.max(into.netLong, into.netShort));
  }

  /**
   * Before the first data of a restarted node, what the last decision saw, or its cost, must do.
   */
  private long mark() {
    long reference = market.markPrice();
    return reference > 0 || position == null ? reference : position.avgPrice();
  }

  private long pnl(long fxRate) {
    PositionState held = position;
    if (held == null) {
      return 0;
    }
    long unrealized =
        held.quantity() == 0
            ? 0
            : Fixed.amount(
                Math.subtractExact(mark(), held.avgPrice()),
                held.quantity(),
                market.instrument().multiplier(),
                fxRate);
    return Math.addExact(Math.subtractExact(held.realized(), held.fees()), unrealized);
  }

  private static long exchanged(long amount, long rate) {
    if (rate == FxRates.NONE && amount != 0) {
      throw new ArithmeticException("no exchange rate from the account's currency to the firm's");
    }
    return rate == Fixed.ONE ? amount : Fixed.mulDivFloor(amount, rate, Fixed.ONE);
  }

  private long amount(long price, long quantity, long fxRate) {
    if (quantity == 0) {
      return 0;
    }
    if (fxRate == FxRates.NONE) {
      throw new ArithmeticException("no exchange rate from " + currency());
    }
    return Fixed.amountCeil(price, quantity, market.instrument().multiplier(), fxRate);
  }

  /** Exchange rates of a line, nine decimals; {@link FxRates#NONE} where unknown. Reused. */
  static final class Rates {
    private long toAccount;
    private long toFirm;
    private long accountToFirm;

    Rates of(long account, long firm, long between) {
      toAccount = account;
      toFirm = firm;
      accountToFirm = between;
      return this;
    }

    long toAccount() {
      return toAccount;
    }

    long toFirm() {
      return toFirm;
    }

    long accountToFirm() {
      return accountToFirm;
    }
  }
}
