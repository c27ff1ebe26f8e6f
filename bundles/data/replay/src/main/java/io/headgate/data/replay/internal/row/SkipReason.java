package io.headgate.data.replay.internal.row;

/** Why a row is not delivered. */
public enum SkipReason {
  /** Nothing but blanks. */
  BLANK_ROW,
  /** Names of columns. */
  HEADER,
  /** Too few or too many columns, or something that is no number or no time. */
  MALFORMED_ROW,
  /** A price is not there. */
  MISSING_PRICE,
  /** No side has a price above 0, or it is crossed, out of order or far off. */
  ABSURD_PRICE,
  /** A size below 0 or out of range. */
  ABSURD_SIZE,
  /** More than nine decimals, so that the number cannot be kept exactly. */
  TOO_PRECISE,
  /** A time outside its day, before 1971 or after 2200. */
  TIME_OUT_OF_RANGE,
  /** Earlier than the row before. */
  TIME_BACKWARDS,
  /** The file broke off within this row. */
  INCOMPLETE_ROW
}
