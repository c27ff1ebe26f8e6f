package io.headgate.rest.internal.access;

import java.util.Optional;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;

/**
 * Who has logged in.
 *
 * @param user login name
 * @param roles what it may be
 */
public record Login(String user, Set<Role> roles) {

  private static final String ATTRIBUTE = Login.class.getName();

  public Login {
    roles = Set.copyOf(roles);
  }

  /** Notes on a request who sends it. */
  public void attachTo(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** Who sends a request; empty if nobody has logged in for it. */
  static Optional<Login> known(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Login login
        ? Optional.of(login)
        : Optional.empty();
  }

  /**
   * Who sends a request.
   *
   * @throws IllegalStateException if the guard has not seen it
   */
  public static Login of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Login login) {
      return login;
    }
    throw new IllegalStateException("a request came past the guard");
  }
}
