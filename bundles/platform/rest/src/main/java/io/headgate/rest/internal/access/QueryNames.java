package io.headgate.rest.internal.access;

import io.headgate.rest.internal.problem.FieldError;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Refuses parameters of a query that would be passed over: a mistyped one is a mistake. */
public final class QueryNames {

  private QueryNames() {}

  /**
   * Looks at what was sent.
   *
   * @param sent names with their values
   * @param known names that the resource takes, each once
   * @throws io.headgate.rest.internal.problem.ProblemException if another was sent, or one twice
   */
  public static void check(Map<String, List<String>> sent, Set<String> known) {
    for (Map.Entry<String, List<String>> one : sent.entrySet()) {
      String name = one.getKey();
      String values = String.join("' and '", one.getValue());
      if (!known.contains(name)) {
        throw new FieldError(
                "parameter " + shown(name),
                "'" + values + "'",
                known.isEmpty()
                    ? "none; there are no parameters here"
                    : "no such parameter; known are " + String.join(", ", new TreeSet<>(known)))
            .exception();
      }
      if (one.getValue().size() > 1) {
        throw new FieldError("parameter " + name, "'" + values + "'", "one value").exception();
      }
    }
  }

  private static String shown(String name) {
    return name.length() > 40 ? name.substring(0, 40) + "…" : name;
  }
}
