package io.headgate.spi.audit;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Something that a person or a program did at a door of the node.
 *
 * @param kind what kind of thing
 * @param result how it ended
 * @param caller who did it
 * @param what the act: a console line, an MBean operation, a request; for a login, with what
 * @param detail why it was refused or failed; empty otherwise
 */
public record AuditEvent(Kind kind, Result result, Caller caller, String what, String detail) {

  private static final int LONGEST = 400;

  /** Cuts what is too long and takes out what would break a line. */
  public AuditEvent {
    what = plain(what);
    detail = plain(detail);
  }

  /** What kind of thing. */
  public enum Kind {
    /** Somebody came in, or tried to. */
    LOGIN,
    /** Somebody did something, or tried to. */
    ACT,
    /** A session was ended by the node. */
    SESSION
  }

  /** How it ended. */
  public enum Result {
    /** It was let through and ended without an error. */
    ACCEPTED,
    /** The role, the password or the throttle forbade it. */
    REFUSED,
    /** It was let through and ended with an error. */
    FAILED
  }

  /**
   * Who did it.
   *
   * @param user login name, as it was given where nobody was let in
   * @param roles roles held, sorted; empty where nobody was let in
   * @param door console, jmx, jolokia or rest; cluster where another node has brought it about;
   *     rules for what became of a rule set, whichever door it came by
   * @param source address; {@code unknown} where the door does not say; the other node
   */
  public record Caller(String user, Set<String> roles, String door, String source) {

    /** Cuts what is too long and takes out what would break a line. */
    public Caller {
      user = plain(user);
      roles = Collections.unmodifiableSet(new TreeSet<>(roles));
      source = plain(source);
    }
  }

  private static String plain(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    return cut.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }
}
