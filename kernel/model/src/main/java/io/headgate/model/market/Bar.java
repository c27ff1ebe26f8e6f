package io.headgate.model.market;

import io.headgate.model.instrument.InstrumentId;

/**
 * Open, high, low, close and volume of one interval; prices with nine decimals.
 *
 * @param instrument what traded
 * @param tsEvent end of the interval (when it can first be known), UTC nanoseconds since 1970
 * @param tsInit time of receipt here, UTC nanoseconds since 1970
 * @param open first price
 * @param high highest price
 * @param low lowest price
 * @param close last price
 * @param volume quantity traded, nine decimals
 */
public record Bar(
    InstrumentId instrument,
    long tsEvent,
    long tsInit,
    long open,
    long high,
    long low,
    long close,
    long volume)
    implements MarketEvent {}
