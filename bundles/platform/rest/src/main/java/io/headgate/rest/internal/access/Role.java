package io.headgate.rest.internal.access;

import java.util.Locale;
import java.util.Set;

/** What a login may be; roles are given in {@code etc/users.properties}. */
public enum Role {
  /** Sees. */
  VIEWER,
  /** Works the node and places orders. */
  OPERATOR,
  /** Owns rules and limits. */
  OFFICER,
  /** May do everything. */
  ADMIN;

  /** Its name as a login carries it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether one of these roles stands for this one: admins for all, everyone for viewers. */
  public boolean heldBy(Set<Role> roles) {
    return roles.contains(this) || roles.contains(ADMIN) || (this == VIEWER && !roles.isEmpty());
  }
}
