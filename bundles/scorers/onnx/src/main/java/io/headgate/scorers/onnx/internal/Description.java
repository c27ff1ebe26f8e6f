package io.headgate.scorers.onnx.internal;

import io.headgate.spi.feature.FeatureName;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What an ONNX file takes and answers.
 *
 * @param input name of its input
 * @param features features in the order of the input's columns
 * @param output name of the output that is the score
 * @param weights one for each number of the output; the score is their weighted sum
 * @param sha256 hash of the ONNX file that it describes; empty: any
 * @param provenance where the model comes from
 */
record Description(
    String input,
    List<String> features,
    String output,
    List<Double> weights,
    String sha256,
    Map<String, String> provenance) {

  private static final String PROVENANCE = "provenance.";
  private static final int MOST = 10_000;

  /**
   * Reads a description.
   *
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException naming file, key, value and what was expected
   */
  static Description read(Path file) throws IOException {
    Properties properties = new Properties();
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(
          ("%s does not exist; it must say input, features, output and weights"
                  + " (see the README of the onnx scorer)")
              .formatted(file));
    }
    Keys keys = new Keys(file, properties);
    Map<String, String> provenance = new TreeMap<>();
    for (String key : properties.stringPropertyNames()) {
      if (key.startsWith(PROVENANCE)) {
        provenance.put(key.substring(PROVENANCE.length()), properties.getProperty(key));
      }
    }
    String sha256 = properties.getProperty("sha256", "").strip();
    if (!sha256.matches("|[0-9a-f]{64}")) {
      throw keys.wrong("sha256", "64 hexadecimal digits, or nothing");
    }
    return new Description(
        keys.text("input"),
        keys.features(),
        keys.text("output"),
        keys.weights(),
        sha256,
        provenance);
  }

  private record Keys(Path file, Properties properties) {

    String text(String key) {
      String value = properties.getProperty(key, "").strip();
      if (value.isEmpty()) {
        throw wrong(key, "the name of the model's " + key);
      }
      return value;
    }

    List<String> features() {
      try {
        return FeatureName.parseList(properties.getProperty("features", "")).stream()
            .map(FeatureName::toString)
            .toList();
      } catch (IllegalArgumentException e) {
        throw wrong("features", "names with commas such as spread, sma(50): " + e.getMessage());
      }
    }

    List<Double> weights() {
      try {
        List<Double> weights =
            Arrays.stream(properties.getProperty("weights", "").split(",", MOST))
                .map(part -> Double.valueOf(part.strip()))
                .toList();
        if (weights.stream().allMatch(Double::isFinite)) {
          return weights;
        }
      } catch (NumberFormatException e) {
        // told below, with the key
      }
      throw wrong("weights", "one number for each number of the output, such as -1, 0, 1");
    }

    IllegalArgumentException wrong(String key, String expected) {
      return new IllegalArgumentException(
          "%s: %s is '%s', expected %s; correct it and save the file"
              .formatted(file, key, properties.getProperty(key, "").strip(), expected));
    }
  }
}
