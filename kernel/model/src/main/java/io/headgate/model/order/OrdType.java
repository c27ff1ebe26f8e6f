package io.headgate.model.order;

/** FIX OrdType (40). */
public enum OrdType {
  MARKET('1'),
  LIMIT('2');

  private final char fix;

  OrdType(char fix) {
    this.fix = fix;
  }

  /** The FIX value. */
  public char fix() {
    return fix;
  }
}
