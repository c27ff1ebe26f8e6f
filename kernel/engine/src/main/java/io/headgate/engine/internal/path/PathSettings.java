package io.headgate.engine.internal.path;

/**
 * Settings of the order path.
 *
 * @param maxMarketAgeMillis market data older than this denies an order, milliseconds, above 0
 * @param maxFxAgeMillis a quoted exchange rate older than this denies an order that needs it,
 *     milliseconds, above 0
 * @param marketOrderCollarBps bound of a market order beyond the reference price where no price
 *     collar applies, ten-thousandths, 1 to 5000
 * @param firmCurrency ISO 4217 code in which the firm's gross exposure is kept
 */
public record PathSettings(
    long maxMarketAgeMillis, long maxFxAgeMillis, int marketOrderCollarBps, String firmCurrency) {

  /** What the configuration file ships with. */
  public static final PathSettings DEFAULT = new PathSettings(10_000, 600_000, 500, "USD");
}
