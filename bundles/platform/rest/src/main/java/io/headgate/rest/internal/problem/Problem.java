package io.headgate.rest.internal.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** An RFC 9457 problem: what was found, what was expected and what to do next. */
public final class Problem {

  /** Media type of a problem in JSON. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private final ProblemType type;
  private final String detail;
  private final Map<String, Object> members = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();

  Problem(ProblemType type, String detail) {
    this.type = type;
    this.detail = detail;
  }

  /** Adds an extension member. */
  public Problem with(String member, Object value) {
    members.put(member, value);
    return this;
  }

  /** Adds a header to the answer. */
  public Problem header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** Tells the client when to come back. */
  public Problem retryAfter(long seconds) {
    return header("Retry-After", Long.toString(Math.max(1, seconds)));
  }

  /** What kind it is. */
  public ProblemType type() {
    return type;
  }

  /** HTTP status. */
  public int status() {
    return type.status();
  }

  /** What was found and the next step. */
  public String detail() {
    return detail;
  }

  /** Headers of the answer, besides the usual ones. */
  public Map<String, String> headers() {
    return Collections.unmodifiableMap(headers);
  }

  /** The members of the JSON object, in the order in which they are written. */
  public Map<String, Object> body(String instance) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", type.uri());
    body.put("title", type.title());
    body.put("status", type.status());
    body.put("detail", detail);
    body.put("instance", instance);
    body.putAll(members);
    return body;
  }

  /** The problem, ready to be thrown. */
  public ProblemException exception() {
    return new ProblemException(this);
  }
}
