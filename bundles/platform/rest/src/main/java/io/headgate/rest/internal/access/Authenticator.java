package io.headgate.rest.internal.access;

import org.jspecify.annotations.Nullable;

/** Knows passwords. */
@FunctionalInterface
public interface Authenticator {

  /**
   * Looks at a password; slow on purpose, because it is hashed.
   *
   * @param address where the request comes from, for the audit log
   * @return null if the user is unknown or the password is wrong
   * @throws io.headgate.rest.internal.problem.ProblemException if the user must wait after too many
   *     wrong passwords, at whatever door
   */
  @Nullable Login login(String user, String password, String address);
}
