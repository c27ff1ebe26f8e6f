package io.headgate.model.order;

/**
 * Who asks for an order.
 *
 * @param account account that pays and holds the position
 * @param trader login or desk name of the responsible person; {@code -} where there is none
 * @param strategy id of the strategy; {@code -} for a person's order
 */
public record Originator(String account, String trader, String strategy) {

  /** Stands where there is no trader or no strategy. */
  public static final String NONE = "-";

  private static final int MAX_LENGTH = 32;

  /**
   * @throws IllegalArgumentException if a name is blank or longer than 32 characters
   */
  public Originator {
    check("account", account);
    check("trader", trader);
    check("strategy", strategy);
  }

  private static void check(String field, String name) {
    if (name.isBlank() || name.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "%s '%s' must have 1 to %d characters".formatted(field, name, MAX_LENGTH));
    }
  }

  /** A person's order. */
  public static Originator trader(String account, String trader) {
    return new Originator(account, trader, NONE);
  }

  /** A strategy's order. */
  public static Originator strategy(String account, String strategy) {
    return new Originator(account, NONE, strategy);
  }
}
