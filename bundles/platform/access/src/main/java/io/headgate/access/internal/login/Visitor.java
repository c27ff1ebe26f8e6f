package io.headgate.access.internal.login;

import io.headgate.spi.audit.AuditEvent.Caller;
import java.security.AccessController;
import java.util.Set;
import java.util.TreeSet;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.jspecify.annotations.Nullable;

/** Who stands at a door, read from what the login has established and from nothing else. */
public final class Visitor {

  /** Whom no login has named. */
  public static final String NOBODY = "nobody";

  private Visitor() {}

  /** On whose behalf this thread runs; null if on nobody's. */
  @SuppressWarnings("removal")
  public static @Nullable Subject subject() {
    return Subject.getSubject(AccessController.getContext());
  }

  /** Whoever is logged in as a subject. */
  public static Caller of(Subject subject) {
    String user = NOBODY;
    for (UserPrincipal principal : subject.getPrincipals(UserPrincipal.class)) {
      user = principal.getName();
    }
    return new Caller(user, roles(subject), door(subject), source(subject));
  }

  /** Somebody who gives a name at a door and is not in yet. */
  static Caller outside(String user, Subject subject) {
    return new Caller(user, Set.of(), door(subject), source(subject));
  }

  /** Roles of a subject. */
  public static Set<String> roles(Subject subject) {
    Set<String> roles = new TreeSet<>();
    for (RolePrincipal role : subject.getPrincipals(RolePrincipal.class)) {
      roles.add(role.getName());
    }
    // What the container wants of its console is no role of a person.
    roles.removeAll(Set.of("ssh", "systembundles", "manager"));
    return roles;
  }

  private static String door(Subject subject) {
    for (ClientPrincipal client : subject.getPrincipals(ClientPrincipal.class)) {
      String method = client.getMethod();
      return method.equals("ssh") ? "console" : method;
    }
    return "unknown";
  }

  private static String source(Subject subject) {
    for (ClientPrincipal client : subject.getPrincipals(ClientPrincipal.class)) {
      return address(client.getAddress());
    }
    return "unknown";
  }

  /** An address without the port and the slash that a socket's text has. */
  static String address(String text) {
    String address = text.startsWith("/") ? text.substring(1) : text;
    int bracket = address.lastIndexOf(']');
    if (address.startsWith("[") && bracket > 0) {
      return address.substring(1, bracket);
    }
    int colon = address.lastIndexOf(':');
    return colon > 0 && address.indexOf(':') == colon ? address.substring(0, colon) : address;
  }
}
