package io.headgate.spi.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Name of a feature with its parameters: {@code spread}, {@code sma(50)}, {@code macd(12,26)}.
 *
 * @param family what it is, 1 to 32 of {@code a-z 0-9 -}, beginning with a letter
 * @param parameters whole numbers from 1 to 1,000,000, such as the steps of its window
 */
public record FeatureName(String family, List<Integer> parameters) {

  /** Largest parameter: features keep what they look back on in memory. */
  public static final int MAX_PARAMETER = 1_000_000;

  private static final Pattern FAMILY = Pattern.compile("[a-z][a-z0-9-]{0,31}");
  private static final Pattern TEXT =
      Pattern.compile(
          "(" + FAMILY.pattern() + ")(?:\\(\\s*(\\d{1,7}(?:\\s*,\\s*\\d{1,7}){0,3})\\s*\\))?");

  /**
   * @throws IllegalArgumentException if family or parameters are out of range
   */
  public FeatureName {
    parameters = List.copyOf(parameters);
    if (!FAMILY.matcher(family).matches()) {
      throw new IllegalArgumentException(
          "'%s' is no name of a feature, expected 1 to 32 of a-z, 0-9 and -".formatted(family));
    }
    for (int parameter : parameters) {
      if (parameter < 1 || parameter > MAX_PARAMETER) {
        throw new IllegalArgumentException(
            "feature %s has the parameter %d, expected 1 to %d"
                .formatted(family, parameter, MAX_PARAMETER));
      }
    }
  }

  /**
   * Reads a name such as {@code sma(50)}.
   *
   * @throws IllegalArgumentException if the text is none
   */
  public static FeatureName parse(String text) {
    var parts = TEXT.matcher(text.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "'%s' is no feature, expected a name such as spread, sma(50) or macd(12,26)"
              .formatted(text));
    }
    List<Integer> parameters = new ArrayList<>();
    if (parts.group(2) != null) {
      Arrays.stream(parts.group(2).split(","))
          .map(part -> Integer.parseInt(part.strip()))
          .forEach(parameters::add);
    }
    return new FeatureName(parts.group(1), parameters);
  }

  /**
   * Splits a list such as {@code return(1), macd(12,26), spread} at the commas outside parentheses.
   *
   * @throws IllegalArgumentException if a part is no feature, or comes twice
   */
  public static List<FeatureName> parseList(String text) {
    List<FeatureName> names = new ArrayList<>();
    for (String part : text.split(",(?![^()]*\\))", -1)) {
      FeatureName name = parse(part);
      if (names.contains(name)) {
        throw new IllegalArgumentException("feature %s is named twice".formatted(name));
      }
      names.add(name);
    }
    return names;
  }

  /** As {@link #parse} reads it, without blanks. */
  @Override
  public String toString() {
    if (parameters.isEmpty()) {
      return family;
    }
    StringBuilder text = new StringBuilder(family).append('(');
    for (int i = 0; i < parameters.size(); i++) {
      text.append(i == 0 ? "" : ",").append(parameters.get(i));
    }
    return text.append(')').toString();
  }
}
