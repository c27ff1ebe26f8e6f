package io.headgate.rest.internal.access;

import java.util.Set;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletRequest;

/**
 * One line of the table: who may use one method of one path.
 *
 * @param method HTTP method
 * @param template path below {@code /api/v1}; a segment in braces stands for any one name
 * @param roles any one of these is enough
 */
public record AccessRule(String method, String template, Set<Role> roles) {

  private static final String ATTRIBUTE = AccessRule.class.getName();

  public AccessRule {
    roles = Set.copyOf(roles);
  }

  /** Whether a raw path, as the client sent it, is of this line. */
  public boolean matches(String rawPath) {
    String[] wanted = template.split("/", -1);
    String[] found = rawPath.split("/", -1);
    if (wanted.length != found.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      boolean fits =
          wanted[i].startsWith("{") ? RawName.isName(found[i]) : wanted[i].equals(found[i]);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /** Whether a login may. */
  public boolean permits(Login login) {
    return roles.stream().anyMatch(role -> role.heldBy(login.roles()));
  }

  /** The roles in words, for a message. */
  public String rolesInWords() {
    return roles.stream().sorted().map(Role::word).collect(Collectors.joining(" or "));
  }

  /** Notes on a request which line it was let in by. */
  public void attachTo(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** Whether a request was let in for exactly this method and path. */
  public static boolean letIn(HttpServletRequest request, String method, String template) {
    return request.getAttribute(ATTRIBUTE) instanceof AccessRule rule
        && rule.method().equals(method)
        && rule.template().equals(template);
  }
}
