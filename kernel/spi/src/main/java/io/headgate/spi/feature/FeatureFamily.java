package io.headgate.spi.feature;

import java.util.List;

/**
 * A kind of feature that a factory makes.
 *
 * @param name family, as in {@link FeatureName#family}
 * @param parameters what each parameter is, such as {@code steps}; empty where there is none
 * @param description what the value says, with its unit and range
 */
public record FeatureFamily(String name, List<String> parameters, String description) {

  public FeatureFamily {
    parameters = List.copyOf(parameters);
  }

  /** How it is written: {@code sma(steps)}, {@code spread}. */
  public String signature() {
    return parameters.isEmpty() ? name : name + "(" + String.join(",", parameters) + ")";
  }
}
