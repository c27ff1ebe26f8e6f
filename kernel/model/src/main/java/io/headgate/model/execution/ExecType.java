package io.headgate.model.execution;

/** FIX ExecType (150), and the cancel-reject message, which FIX sends as a message of its own. */
public enum ExecType {
  NEW('0'),
  CANCELED('4'),
  REPLACED('5'),
  REJECTED('8'),
  EXPIRED('C'),
  TRADE('F'),
  TRADE_CANCEL('H'),
  ORDER_STATUS('I'),
  /** The venue refused a cancel or replace (OrderCancelReject, 9); the order lives on. */
  CANCEL_REJECTED('9');

  private final char code;

  ExecType(char code) {
    this.code = code;
  }

  /** The FIX value. */
  public char code() {
    return code;
  }
}
