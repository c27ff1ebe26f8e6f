package io.headgate.model.market;

import io.headgate.model.instrument.InstrumentId;

/**
 * One trade that the market printed.
 *
 * @param instrument what traded
 * @param tsEvent time at the source, UTC nanoseconds since 1970
 * @param tsInit time of receipt here, UTC nanoseconds since 1970
 * @param price nine decimals
 * @param size nine decimals
 */
public record Trade(InstrumentId instrument, long tsEvent, long tsInit, long price, long size)
    implements MarketEvent {}
