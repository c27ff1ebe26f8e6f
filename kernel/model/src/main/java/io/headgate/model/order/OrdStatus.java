package io.headgate.model.order;

/**
 * FIX OrdStatus (39), and two of Headgate's own: {@link #DENIED} (refused here, never sent;
 * REJECTED is the venue's word) and {@link #UNKNOWN} (sent or perhaps sent, and the venue has not
 * said what became of it; it keeps its rights).
 */
public enum OrdStatus {
  PENDING_NEW('A', false),
  NEW('0', false),
  PARTIALLY_FILLED('1', false),
  PENDING_REPLACE('E', false),
  PENDING_CANCEL('6', false),
  UNKNOWN('U', false),
  FILLED('2', true),
  CANCELED('4', true),
  EXPIRED('C', true),
  REJECTED('8', true),
  DENIED('D', true);

  private final char code;
  private final boolean terminal;

  OrdStatus(char code, boolean terminal) {
    this.code = code;
    this.terminal = terminal;
  }

  /** The FIX value; {@code U} and {@code D} for the two that FIX does not have. */
  public char code() {
    return code;
  }

  /** Whether nothing more can happen to the order, save a late fill or a bust. */
  public boolean isTerminal() {
    return terminal;
  }
}
