package io.headgate.model.position;

/**
 * A position as it stands: a copy taken at one moment. Money is in the account's currency.
 *
 * @param key whose, in what
 * @param quantity signed, nine decimals; below 0 is short
 * @param avgPrice average entry price of what is open, nine decimals; 0 when flat
 * @param realized realised P&amp;L before fees since the start of the journal, six decimals
 * @param fees fees paid, six decimals, above 0 is paid
 * @param unrealized open P&amp;L at the last mark, six decimals
 * @param mark price at which it is marked, nine decimals; 0 where there was none yet
 * @param fills number of distinct trades folded into it
 */
public record Position(
    PositionKey key,
    long quantity,
    long avgPrice,
    long realized,
    long fees,
    long unrealized,
    long mark,
    long fills) {

  /** Realised plus unrealised less fees, six decimals, in the account's currency. */
  public long net() {
    return realized + unrealized - fees;
  }
}
