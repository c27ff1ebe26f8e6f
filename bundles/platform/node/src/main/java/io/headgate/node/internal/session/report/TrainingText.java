package io.headgate.node.internal.session.report;

import io.headgate.spi.data.FeedProgress;
import io.headgate.spi.scorer.TrainingReport;
import io.headgate.spi.scorer.TrainingReport.Fold;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What came of a training, for a machine (one line of JSON) and for a person.
 *
 * @param report the training
 * @param rows the data
 */
public record TrainingText(TrainingReport report, FeedProgress rows) {

  private static final double PERCENT = 100;

  /** The line that the session ends with. */
  public String line() {
    return "SUMMARY " + JsonText.of(json());
  }

  private Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("modelId", report.modelId());
    json.put("files", report.files());
    json.put("steps", report.steps());
    json.put("observations", report.observations());
    json.put("balance", new TreeMap<>(report.balance()));
    json.put("folds", report.folds().stream().map(TrainingText::fold).toList());
    json.put("provenance", new TreeMap<>(report.provenance()));
    json.put("rowsRead", rows.read());
    json.put("rowsSkipped", rows.skipped());
    json.put("rowsSkippedByReason", new TreeMap<>(rows.skippedByReason()));
    return json;
  }

  private static Map<String, Object> fold(Fold fold) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("trained", fold.trained());
    json.put("tested", fold.tested());
    json.put("trainAccuracy", fold.trainAccuracy());
    json.put("testAccuracy", fold.testAccuracy());
    json.put("baseline", fold.baseline());
    return json;
  }

  /** Lines to read. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d rows, %,d skipped %s; %,d steps, %,d observations",
            rows.read(),
            rows.skipped(),
            new TreeMap<>(rows.skippedByReason()),
            report.steps(),
            report.observations()));
    lines.add("moves: " + balance());
    lines.add("walk forward, each test later than its training; baseline: the usual move");
    lines.add("  trained   tested   train   test   baseline");
    for (Fold fold : report.folds()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%,9d %,8d  %5.1f%% %5.1f%%  %5.1f%%",
              fold.trained(),
              fold.tested(),
              fold.trainAccuracy() * PERCENT,
              fold.testAccuracy() * PERCENT,
              fold.baseline() * PERCENT));
    }
    lines.add("model " + report.modelId() + ", of the last line");
    new TreeMap<>(report.provenance())
        .forEach((key, value) -> lines.add("  " + key + ": " + value));
    report.files().forEach(file -> lines.add("wrote " + file));
    return lines;
  }

  private String balance() {
    List<String> parts = new ArrayList<>();
    new TreeMap<>(report.balance())
        .forEach(
            (move, share) ->
                parts.add(String.format(Locale.ROOT, "%s %.1f%%", move, share * PERCENT)));
    return String.join(", ", parts);
  }
}
