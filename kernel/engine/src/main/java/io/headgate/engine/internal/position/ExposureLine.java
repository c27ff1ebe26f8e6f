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
  private final ExposureSum account;
  private final String accountCurrency;
  private @Nullable PositionState position;
  private long inAccount;
  private long inFirm;
  private boolean unknown;
  private boolean touched;

  /**
   * @param finder finds the position once there is one
   * @param account sum that it belongs to
   */
  ExposureLine(
      InstrumentMarket market,
      OpenInterest.Tally open,
      Supplier<@Nullable PositionState> finder,
      ExposureSum account,
      String accountCurrency) {
    this.market = market;
    this.open = open;
    this.finder = finder;
    this.account = account;
    this.accountCurrency = accountCurrency;
  }

  ExposureSum account() {
    return account;
  }

  String currency() {
    return market.instrument().currency();
  }

  String accountCurrency() {
    return accountCurrency;
  }

  /** Worth when it was last measured, in the account's currency, six decimals. */
  long inAccount() {
    return inAccount;
  }

  /** The same in the firm's currency. */
  long inFirm() {
    return inFirm;
  }

  /** Notes that it must be measured again; false if that was known. */
  boolean touch() {
    boolean first = !touched;
    touched = true;
    return first;
  }

  /** Measures again. Without a rate, or out of range, the sums are not known until it is. */
  void measure(long toAccount, long toFirm, ExposureSum firm) {
    touched = false;
    long newInAccount = 0;
    long newInFirm = 0;
    boolean known = true;
    try {
      newInAccount = with(true, 0, 0, toAccount);
      newInFirm = toFirm == toAccount ? newInAccount : with(true, 0, 0, toFirm);
      account.replace(inAccount, newInAccount);
      inAccount = newInAccount;
      firm.replace(inFirm, newInFirm);
      inFirm = newInFirm;
    } catch (ArithmeticException e) {
      known = false;
    }
    if (known == unknown) {
      account.unknown(known ? -1 : 1);
      firm.unknown(known ? -1 : 1);
      unknown = !known;
    }
  }

  /**
   * Worth if a further order were open.
   *
   * @throws ArithmeticException if it is out of range, or if there is no exchange rate
   */
  long with(boolean buy, long added, long price, long fxRate) {
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
    return Math.max(amount(longPrice, worstLong, fxRate), amount(shortPrice, worstShort, fxRate));
  }

  /** Before the first data of a restarted node, what the position has cost must do. */
  private long mark() {
    long reference = market.referencePrice();
    return reference > 0 || position == null ? reference : position.avgPrice();
  }

  private long amount(long price, long quantity, long fxRate) {
    if (quantity <= 0) {
      return 0;
    }
    if (fxRate == FxRates.NONE) {
      throw new ArithmeticException("no exchange rate from " + currency());
    }
    return Fixed.amountCeil(price, quantity, market.instrument().multiplier(), fxRate);
  }
}
