package io.headgate.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headgate.itests.node.Distribution;
import io.headgate.itests.node.Finished;
import io.headgate.itests.node.NodeProcess;
import io.headgate.itests.node.Ports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A model's life in the real distribution: trained by a command, served, replaced while it runs.
 */
class ScoringIT {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private static NodeProcess node;
  private static JsonNode training;

  /** Trains before the node starts, on a market whose spread says what comes next. */
  @BeforeAll
  static void start() throws Exception {
    Distribution distribution = Distribution.unpack("scoring");
    Path quotes = distribution.home().resolve("quotes.csv");
    Files.writeString(quotes, quotes(), StandardCharsets.UTF_8);
    Finished trained =
        distribution.headgate(
            Duration.ofMinutes(2),
            "train",
            "quotes.csv",
            "--instrument",
            "ALFA.SIM",
            "--columns",
            "millisOfDay,bid,ask",
            "--date",
            "2026-03-02",
            "--features",
            "return(1), spread",
            "--horizon",
            "1",
            "--out",
            "models/mine.tribuo",
            "--onnx",
            "models/mine.onnx",
            "--json");
    assertThat(trained.exitCode()).as(trained.output()).isZero();
    int at = trained.output().lastIndexOf("SUMMARY ");
    training = JSON.readTree(trained.output().substring(at + "SUMMARY ".length()));
    node = NodeProcess.of(distribution, Ports.free());
    node.start();
  }

  @AfterAll
  static void end() throws Exception {
    if (node != null) {
      node.close();
    }
  }

  /** Wide before a fall, narrow before a rise, four times out of five. */
  private static String quotes() {
    Random random = new Random(3);
    StringBuilder csv = new StringBuilder();
    double mid = 100;
    for (int i = 0; i < 3_000; i++) {
      boolean up = random.nextBoolean();
      boolean told = random.nextInt(5) > 0;
      double half = told == up ? 0.01 : 0.03;
      csv.append(String.format(Locale.ROOT, "%d,%.2f,%.2f%n", 1_000 * i, mid - half, mid + half));
      mid += up ? 0.02 : -0.02;
    }
    return csv.toString();
  }

  private static JsonNode scorer(String name) throws IOException, InterruptedException {
    JsonNode list = JSON.readTree(node.http().get("/api/v1/scorers").body());
    for (JsonNode scorer : list.isArray() ? list : list.path("scorers")) {
      if (scorer.path("name").asText().equals(name)) {
        return scorer;
      }
    }
    return JSON.missingNode();
  }

  private static void awaitScorer(String name, String field, String value) {
    await(name + " " + field + " " + value)
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(300))
        .until(() -> scorer(name).path(field).asText().contains(value));
  }

  private static void configure(String name, String text) throws IOException {
    Path fresh = node.distribution().home().resolve(name + ".new");
    Files.writeString(fresh, text);
    Files.move(fresh, node.distribution().etc().resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  @Test
  void trainingTestsOnWhatComesLaterAndKeepsItsProvenance() {
    JsonNode last = training.path("folds").path(2);
    assertThat(last.path("testAccuracy").asDouble()).isGreaterThan(0.7);
    assertThat(last.path("baseline").asDouble()).isBetween(0.35, 0.65);
    assertThat(training.path("provenance").path("data-1").asText())
        .startsWith("quotes.csv sha256 ");
    assertThat(training.path("rowsRead").asLong()).isEqualTo(3_000);
  }

  @Test
  void aWrongTrainingOptionIsNamed() throws Exception {
    Finished refused =
        node.distribution()
            .headgate(
                Duration.ofMinutes(1),
                "train",
                "quotes.csv",
                "--instrument",
                "ALFA.SIM",
                "--columns",
                "millisOfDay,bid,ask",
                "--horizon",
                "soon",
                "--out",
                "models/other.tribuo");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.output()).contains("--horizon is 'soon', expected a number of steps");
  }

  @Test
  void theDemosModelsServe() {
    awaitScorer("trend", "modelId", "logistic-");
    awaitScorer("trend-onnx", "modelId", "trend-");
  }

  @Test
  void aModelIsServedReplacedAndItsBadSuccessorRefused() throws Exception {
    Path models = node.distribution().home().resolve("models");
    Path serving = models.resolve("live.tribuo");
    Files.copy(models.resolve("mine.tribuo"), serving);
    configure(
        "io.headgate.scorers.tribuo-mine.cfg",
        "name = mine\nmodelFile = ${karaf.base}/models/live.tribuo\ncheckMillis = 200\n");
    awaitScorer("mine", "modelId", training.path("modelId").asText());

    Files.writeString(serving, "no model");
    awaitScorer("mine", "reason", "is no Tribuo model");
    awaitScorer("mine", "modelId", training.path("modelId").asText());

    Files.copy(models.resolve("trend.tribuo"), serving, StandardCopyOption.REPLACE_EXISTING);
    awaitScorer("mine", "state", "UP");
    assertThat(scorer("mine").path("modelId").asText())
        .isEqualTo(scorer("trend").path("modelId").asText());
  }

  @Test
  void theTrainedModelServesAsOnnxToo() throws Exception {
    configure(
        "io.headgate.scorers.onnx-mine.cfg",
        "name = mine-onnx\nmodelFile = ${karaf.base}/models/mine.onnx\n");
    awaitScorer("mine-onnx", "modelId", "mine-");
    assertThat(node.client("scorer:list").output()).contains("mine-onnx", "trend");
  }
}
