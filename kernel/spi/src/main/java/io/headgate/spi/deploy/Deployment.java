package io.headgate.spi.deploy;

/**
 * A jar of the deploy folder as it stands.
 *
 * @param name symbolic name of the plug-in; empty where the jar does not say one
 * @param version version of the plug-in; empty where the jar does not say one
 * @param kind what it is: {@code strategy}, {@code data}, {@code broker}, {@code scorer}, {@code
 *     optimiser} or {@code feature}; empty where the jar does not say it
 * @param state how it is
 * @param file name of the file in the deploy folder
 * @param reason why it is not active, and the next step; empty when there is nothing to say
 * @param since when it came into this state, UTC nanoseconds since 1970
 */
public record Deployment(
    String name, String version, String kind, State state, String file, String reason, long since) {

  /** How a jar is. */
  public enum State {
    /** It is being taken: still copied, checked or started. */
    STARTING,
    /** It runs. */
    ACTIVE,
    /** It is there and has no configuration yet. */
    WAITING,
    /** It was started and has failed since. */
    FAILED,
    /** It was not taken; what ran before goes on. */
    REFUSED,
    /** A newer version of it runs, or ran last; it does not come back by itself. */
    OLDER
  }
}
