package io.headgate.spi.strategy;

/**
 * A strategy as it stands.
 *
 * @param name its id
 * @param account its account
 * @param state active, stopped, failed or refused
 * @param reason why it is not active; empty when it is
 * @param subscriptions number of instruments
 * @param events market events that it got
 * @param intents what it asked for
 * @param denied how many of those were denied
 * @param openOrders its open orders
 */
public record StrategyStatus(
    String name,
    String account,
    State state,
    String reason,
    int subscriptions,
    long events,
    long intents,
    long denied,
    int openOrders) {

  /** Whether it gets events. */
  public enum State {
    ACTIVE,
    STOPPED,
    FAILED,
    /** Its jar was not taken from the deploy folder, so it is not there. */
    REFUSED
  }
}
