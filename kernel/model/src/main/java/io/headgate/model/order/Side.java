package io.headgate.model.order;

/**
 * FIX Side (54), the two that Headgate trades; a short sale is marked by the rules' locate check.
 */
public enum Side {
  BUY('1', 1),
  SELL('2', -1);

  private final char fix;
  private final int sign;

  Side(char fix, int sign) {
    this.fix = fix;
    this.sign = sign;
  }

  /** The FIX value. */
  public char fix() {
    return fix;
  }

  /** +1 for BUY, -1 for SELL: what a fill does to the position. */
  public int sign() {
    return sign;
  }
}
