package io.headgate.spi.reference;

/**
 * An exchange rate.
 *
 * @param base ISO 4217 code of the currency that is priced
 * @param quote ISO 4217 code of the currency in which it is priced
 * @param rate units of {@code quote} for one {@code base}, nine decimals, above 0
 */
public record FxRate(String base, String quote, long rate) {}
