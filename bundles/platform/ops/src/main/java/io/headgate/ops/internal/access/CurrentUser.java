package io.headgate.ops.internal.access;

import java.security.AccessController;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;

/**
 * The person on whose behalf this thread runs, as the login has established it; never what a
 * console variable or an argument says.
 */
public final class CurrentUser {

  private CurrentUser() {}

  /**
   * Login name.
   *
   * @throws SecurityException if nobody is logged in
   */
  @SuppressWarnings("removal")
  public static String name() {
    Subject subject = Subject.getSubject(AccessController.getContext());
    if (subject != null) {
      for (UserPrincipal user : subject.getPrincipals(UserPrincipal.class)) {
        return user.getName();
      }
    }
    throw new SecurityException(
        "nobody is logged in on this thread; log in over SSH, JMX or HTTP and try again");
  }
}
