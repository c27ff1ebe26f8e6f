package io.headgate.spi.strategy;

/** What an answer to a strategy's request is worth. */
public enum AnswerState {
  /** It came in time; act on it. */
  FRESH,
  /** The deadline passed before there was an answer. What comes later is dropped. */
  STALE,
  /** There is none; the reason says why. */
  UNAVAILABLE
}
