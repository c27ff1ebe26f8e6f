package io.headgate.spi.plugin;

/**
 * How a part of the node is.
 *
 * @param state up, degraded or down
 * @param reason why, and what to do next; empty when up
 */
public record Health(State state, String reason) {

  /** Nothing to say. */
  public static final Health UP = new Health(State.UP, "");

  /** How well. */
  public enum State {
    UP,
    DEGRADED,
    DOWN
  }

  /** Works, but a person should look. */
  public static Health degraded(String reason) {
    return new Health(State.DEGRADED, reason);
  }

  /** Does not work. */
  public static Health down(String reason) {
    return new Health(State.DOWN, reason);
  }
}
