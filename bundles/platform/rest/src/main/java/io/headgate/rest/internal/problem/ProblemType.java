package io.headgate.rest.internal.problem;

import java.util.Locale;

/** Every kind of problem that the API answers with; its code is stable, its title is for people. */
public enum ProblemType {
  MALFORMED_REQUEST(400, "The request cannot be read"),
  INVALID_FIELDS(400, "A field is missing, unknown or out of range"),
  LOGIN_NEEDED(401, "Log in first"),
  ROLE_NEEDED(403, "Your login lacks the role for this"),
  CROSS_SITE(403, "Requests from other sites are refused"),
  NOT_FOUND(404, "There is no such thing"),
  METHOD_NOT_ALLOWED(405, "This cannot be done here"),
  NOT_ACCEPTABLE(406, "No representation that the client accepts"),
  KEY_REUSED(409, "The idempotency key belongs to another request"),
  CONFLICT(409, "Not possible now"),
  TOO_LARGE(413, "The request is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "The request must be application/json"),
  ORDER_DENIED(422, "The order was denied"),
  FILES_REFUSED(422, "The files were refused; what served before still serves"),
  SET_REFUSED(422, "The rule set cannot be taken; nothing was changed"),
  TOO_MANY_FAILURES(429, "Too many failed logins"),
  INTERNAL(500, "Something failed inside the node"),
  PART_MISSING(503, "A part of the node is not there"),
  NOT_READY(503, "The node is not ready"),
  BUSY(503, "The node is busy"),
  JOURNAL_UNAVAILABLE(503, "The journal takes nothing"),
  OUTCOME_UNKNOWN(504, "The outcome is not known yet");

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** HTTP status that it is sent with. */
  public int status() {
    return status;
  }

  /** A few words for a person. */
  public String title() {
    return title;
  }

  /** The problem's {@code type} member. */
  public String uri() {
    return "urn:headgate:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A problem of this type. */
  public Problem problem(String detail) {
    return new Problem(this, detail);
  }

  /** The same, ready to be thrown. */
  public ProblemException because(String detail) {
    return new ProblemException(problem(detail));
  }
}
