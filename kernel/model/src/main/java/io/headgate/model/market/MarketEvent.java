package io.headgate.model.market;

import io.headgate.model.instrument.InstrumentId;

/** One thing the market did. */
public sealed interface MarketEvent permits Quote, Trade, Bar {

  /** What it happened to. */
  InstrumentId instrument();

  /** Time at the source, UTC nanoseconds since 1970. */
  long tsEvent();

  /** Time of receipt here, UTC nanoseconds since 1970. */
  long tsInit();
}
