package io.headgate.node.internal;

import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values of a configuration file that system properties may overrule; checks their ranges. */
record Overrides(String pid, UnaryOperator<@Nullable String> properties) {

  String text(String property, String key, String configured, Pattern expected) {
    String found = properties.apply(property);
    String value = found == null ? configured : found;
    if (!expected.matcher(value).matches()) {
      throw refusal(property, found != null, key, value, "of the form " + expected.pattern());
    }
    return value;
  }

  int number(String property, String key, IntSupplier configured, int max) {
    String found = properties.apply(property);
    String value = found == null ? "?" : found;
    try {
      value = found == null ? Integer.toString(configured.getAsInt()) : found;
      int number = Integer.parseInt(value);
      if (number >= 1 && number <= max) {
        return number;
      }
    } catch (RuntimeException e) {
      // The container throws when the text is no number at all. Falls through to the one message
      // for everything out of range.
    }
    throw refusal(property, found != null, key, value, "a whole number from 1 to " + max);
  }

  private IllegalArgumentException refusal(
      String property, boolean overruled, String key, String value, String expected) {
    String where = overruled ? "system property " + property : "etc/%s.cfg: %s".formatted(pid, key);
    return new IllegalArgumentException(
        "%s is '%s', expected %s; correct it and start the node again"
            .formatted(where, value, expected));
  }
}
