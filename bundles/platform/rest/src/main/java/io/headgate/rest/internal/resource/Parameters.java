package io.headgate.rest.internal.resource;

import io.headgate.model.order.ClOrdId;
import io.headgate.rest.internal.problem.FieldError;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what stands in paths, queries and headers. */
final class Parameters {

  static final String KEY = "Idempotency-Key";
  static final int MAX_LIMIT = 10_000;

  private static final String KEY_FORM = "1 to 64 visible ASCII characters without spaces";
  private static final Pattern KEY_PATTERN = Pattern.compile("[!-~]{1,64}");

  private Parameters() {}

  /** The key under which the same request may be sent again. */
  static String requiredKey(@Nullable String key) {
    if (key == null) {
      throw new FieldError("header " + KEY, "", KEY_FORM + ", new for every request").exception();
    }
    return optionalKey(key);
  }

  /** The key; empty where there is none. */
  static String optionalKey(@Nullable String key) {
    if (key != null && !KEY_PATTERN.matcher(key).matches()) {
      throw new FieldError("header " + KEY, "'" + key + "'", KEY_FORM).exception();
    }
    return key == null ? "" : key;
  }

  /** A ClOrdID. */
  static ClOrdId clOrdId(String id) {
    try {
      return ClOrdId.parse(id);
    } catch (IllegalArgumentException e) {
      throw new FieldError("id", "'" + id + "'", "NODE-EPOCH-SEQUENCE, as in N1-4-2F9").exception();
    }
  }

  /** How many rows a client wants. */
  static int limit(@Nullable String limit) {
    if (limit == null) {
      return 100;
    }
    try {
      int rows = Integer.parseInt(limit);
      if (rows >= 1 && rows <= MAX_LIMIT) {
        return rows;
      }
    } catch (NumberFormatException e) {
      // Told below, with what was expected.
    }
    throw new FieldError("limit", "'" + limit + "'", "1 to " + MAX_LIMIT).exception();
  }

  /** Yes or no; no where it is absent. */
  static boolean flag(String name, @Nullable String value) {
    if (value == null || value.equals("false")) {
      return false;
    }
    if (value.equals("true") || value.isEmpty()) {
      return true;
    }
    throw new FieldError(name, "'" + value + "'", "true or false").exception();
  }
}
