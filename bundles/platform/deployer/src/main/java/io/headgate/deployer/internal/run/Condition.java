package io.headgate.deployer.internal.run;

import io.headgate.spi.deploy.Deployment;

/**
 * How a plug-in that was started is now.
 *
 * @param state active, waiting or failed; starting while it is not known yet
 * @param reason why, for a person; empty when active
 */
public record Condition(Deployment.State state, String reason) {

  /** It runs. */
  public static final Condition ACTIVE = new Condition(Deployment.State.ACTIVE, "");

  static Condition failed(String reason) {
    return new Condition(Deployment.State.FAILED, reason);
  }

  static Condition starting(String reason) {
    return new Condition(Deployment.State.STARTING, reason);
  }

  static Condition waiting(String reason) {
    return new Condition(Deployment.State.WAITING, reason);
  }
}
