package io.headgate.rest.internal.problem;

import java.util.List;

/**
 * What is wrong with one field, header or parameter.
 *
 * @param field its name
 * @param value what was found, shortened; empty where there was nothing
 * @param expected what would have been right
 */
public record FieldError(String field, String value, String expected) {

  private static final int SHOWN = 100;

  public FieldError {
    value = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
  }

  /** A problem with this error alone. */
  public ProblemException exception() {
    return ProblemType.INVALID_FIELDS.problem(describe()).with("errors", List.of(this)).exception();
  }

  /** One sentence for a person. */
  public String describe() {
    return value.isEmpty()
        ? "%s is missing, expected %s".formatted(field, expected)
        : "%s is %s, expected %s".formatted(field, value, expected);
  }
}
