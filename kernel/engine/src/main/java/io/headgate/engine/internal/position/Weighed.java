package io.headgate.engine.internal.position;

/**
 * What an account and the firm would stand at with a request, as last weighed: amounts with six
 * decimals, those of the account in its currency, those of the firm in the firm's; the largest
 * number where one is not known. Reused for every order.
 */
public final class Weighed {

  long accountGross;
  long addedGross;
  long firmGross;
  long addedFirmGross;
  long accountNet;
  long firmNet;
  long instrumentGross;
  long sectorGross;
  long accountPnl;
  long dayLoss;
  long drawdown;
  long firmPnl;
  long firmDayLoss;

  Weighed() {}

  /** Gross exposure of the account. */
  public long accountGross() {
    return accountGross;
  }

  /** How much the request can add to it, at least 0. */
  public long addedGross() {
    return addedGross;
  }

  /** Gross exposure of the firm. */
  public long firmGross() {
    return firmGross;
  }

  /** How much the request can add to it, at least 0. */
  public long addedFirmGross() {
    return addedFirmGross;
  }

  /** Net exposure of the account on the side of the request. */
  public long accountNet() {
    return accountNet;
  }

  /** Net exposure of the firm on the side of the request. */
  public long firmNet() {
    return firmNet;
  }

  /** The account's exposure in the instrument. */
  public long instrumentGross() {
    return instrumentGross;
  }

  /** The account's exposure in the sector. */
  public long sectorGross() {
    return sectorGross;
  }

  /** Profit and loss of the account. */
  public long accountPnl() {
    return accountPnl;
  }

  /** What it has lost today. */
  public long dayLoss() {
    return dayLoss;
  }

  /** What it has lost since its best of today. */
  public long drawdown() {
    return drawdown;
  }

  /** Profit and loss of the firm. */
  public long firmPnl() {
    return firmPnl;
  }

  /** What the firm has lost today. */
  public long firmDayLoss() {
    return firmDayLoss;
  }

  /** Credit that the account uses: its gross exposure and today's loss. */
  public long accountCredit() {
    return with(accountGross, dayLoss);
  }

  /** Capital that the firm uses, in the same way. */
  public long firmCredit() {
    return with(firmGross, firmDayLoss);
  }

  /** Nothing is known of the firm. */
  void firmUnknown() {
    firmGross = Long.MAX_VALUE;
    addedFirmGross = Long.MAX_VALUE;
    firmNet = Long.MAX_VALUE;
  }

  private static long with(long gross, long loss) {
    long sum = gross + Math.max(0, loss);
    return sum < gross ? Long.MAX_VALUE : sum;
  }
}
