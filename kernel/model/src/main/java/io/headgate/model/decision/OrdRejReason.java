package io.headgate.model.decision;

/** FIX OrdRejReason (103) of a reason code, so that a FIX client can be told in its own terms. */
public enum OrdRejReason {
  BROKER_EXCHANGE_OPTION(0),
  UNKNOWN_SYMBOL(1),
  EXCHANGE_CLOSED(2),
  ORDER_EXCEEDS_LIMIT(3),
  UNKNOWN_ORDER(5),
  DUPLICATE_ORDER(6),
  INCORRECT_QUANTITY(13),
  UNKNOWN_ACCOUNT(15),
  PRICE_EXCEEDS_BAND(16),
  OTHER(99);

  private final int fix;

  OrdRejReason(int fix) {
    this.fix = fix;
  }

  /** The FIX value. */
  public int fix() {
    return fix;
  }

  /**
   * The FIX reason of a {@code CATEGORY_CONDITION} code; {@link #OTHER} for an unknown category.
   */
  public static OrdRejReason of(String reason) {
    int end = reason.indexOf('_');
    return switch (end < 0 ? reason : reason.substring(0, end)) {
      case "INSTRUMENT" -> UNKNOWN_SYMBOL;
      case "HOURS" -> EXCHANGE_CLOSED;
      case "QTY", "NOTIONAL", "POSITION", "RIGHTS", "EXPOSURE" -> ORDER_EXCEEDS_LIMIT;
      case "ORDER" -> UNKNOWN_ORDER;
      case "DUPLICATE" -> DUPLICATE_ORDER;
      case "LOT" -> INCORRECT_QUANTITY;
      case "ACCOUNT" -> UNKNOWN_ACCOUNT;
      case "PRICE" -> PRICE_EXCEEDS_BAND;
      default -> OTHER;
    };
  }
}
