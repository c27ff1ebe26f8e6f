package io.headgate.ops.internal.metrics;

import io.headgate.spi.monitor.Metric;
import java.util.ArrayList;
import java.util.List;

/** Reads Prometheus' text format, so that every face shows what Prometheus gets. */
final class ExpositionText {

  private ExpositionText() {}

  /** All values but the buckets of histograms, which say little without a tool. */
  static List<Metric> read(String text) {
    List<Metric> metrics = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int value = line.lastIndexOf(' ');
      int brace = line.indexOf('{');
      String name = line.substring(0, brace < 0 ? value : brace);
      if (!name.endsWith("_bucket")) {
        String labels = brace < 0 ? "" : line.substring(brace + 1, line.lastIndexOf('}'));
        metrics.add(new Metric(name, labels, number(line.substring(value + 1))));
      }
    }
    return metrics;
  }

  private static double number(String text) {
    return switch (text) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }
}
