package io.headgate.model.order;

/** FIX TimeInForce (59). */
public enum TimeInForce {
  DAY('0'),
  GTC('1'),
  IOC('3'),
  FOK('4'),
  GTD('6');

  private final char fix;

  TimeInForce(char fix) {
    this.fix = fix;
  }

  /** The FIX value. */
  public char fix() {
    return fix;
  }
}
