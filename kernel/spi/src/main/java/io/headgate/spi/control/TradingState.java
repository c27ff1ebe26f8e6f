package io.headgate.spi.control;

/** What may be sent, from the freest to the strictest. */
public enum TradingState {
  /** Everything that the rules pass. */
  ACTIVE,
  /** Only what brings a position closer to flat, and cancels. */
  REDUCING,
  /** Cancels only. */
  HALTED
}
