package io.headgate.scorers.onnx.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headgate.spi.plugin.Health;
import io.headgate.spi.scorer.Score;
import io.headgate.testkit.fake.FakeNodeInfo;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnnxScorerTest {

  private static final String[] RIGHT = {
    "input = x", "features = spread, sma(5)", "output = y", "weights = 1, -1"
  };

  @TempDir Path folder;
  private final List<OnnxScorer> made = new ArrayList<>();
  private long stamp = 1_700_000_000_000L;

  private OnnxScorer serve(byte[] model, String... lines) throws Exception {
    OnnxScorer scorer = Scorers.serving(write(model, lines));
    made.add(scorer);
    return scorer;
  }

  private Path write(byte[] model, String... lines) throws Exception {
    Path file = Graphs.write(folder, model, lines);
    stamp += 2_000;
    Files.setLastModifiedTime(file, FileTime.fromMillis(stamp));
    return file;
  }

  @AfterEach
  void close() {
    made.forEach(OnnxScorer::stop);
  }

  private static String[] with(String line) {
    String key = line.substring(0, line.indexOf(' '));
    return Arrays.stream(RIGHT).map(l -> l.startsWith(key) ? line : l).toArray(String[]::new);
  }

  @Test
  void theScoreIsTheWeightedSumOfTheOutput() throws Exception {
    OnnxScorer scorer = serve(Graphs.scale("x", "y", 2, 3), RIGHT);

    assertThat(scorer.health()).isEqualTo(Health.UP);
    assertThat(scorer.features()).containsExactly("spread", "sma(5)");
    Score score = scorer.score(new double[] {0.5, 0.25});
    assertThat(score.value()).isCloseTo(2 * 0.5 - 3 * 0.25, within(1e-6));
    assertThat(score.modelId()).isEqualTo(scorer.modelId()).startsWith("m-");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "input = z | has the inputs [x], expected z",
        "output = z | has the outputs [y], expected z",
        "features = spread | shape [-1, 2], expected [1, 1]",
        "features = spread, sma(5), rsi(3) | shape [-1, 2], expected [1, 3]",
        "weights = 1 | expected 1 numbers",
        "weights = 1, 2, 3 | expected 3 numbers",
        "weights = 1, x | weights is '1, x', expected one number for each",
        "weights = 1, NaN | weights is '1, NaN', expected one number for each",
        "features = Spread | features is 'Spread', expected names",
        "features = spread, spread | named twice",
        "input = | input is '', expected the name",
      })
  void whatDoesNotFitIsRefusedWithWhatWasFoundAndExpected(String line, String message)
      throws Exception {
    OnnxScorer scorer = serve(Graphs.scale("x", "y", 2, 3), with(line + " "));

    assertThat(scorer.health().state()).isEqualTo(Health.State.DOWN);
    assertThat(scorer.health().reason()).contains("m.onnx").contains(message);
    assertThat(scorer.modelId()).isEmpty();
  }

  @Test
  void aFileThatIsNoModelIsRefused() throws Exception {
    byte[] good = Graphs.scale("x", "y", 2, 3);
    for (byte[] bad :
        List.of(
            new byte[0],
            "no model".getBytes(StandardCharsets.UTF_8),
            new byte[10_000],
            Arrays.copyOf(good, good.length / 2))) {
      OnnxScorer scorer = serve(bad, RIGHT);
      assertThat(scorer.health().state()).isEqualTo(Health.State.DOWN);
      assertThat(scorer.health().reason())
          .contains("m.onnx")
          .contains("correct its description")
          .hasSizeLessThan(600);
    }
  }

  @Test
  void aMissingDescriptionOrModelIsNamed() throws Exception {
    Path file = write(Graphs.scale("x", "y", 2, 3), RIGHT);
    Files.delete(folder.resolve("m.onnx.properties"));
    OnnxScorer scorer = Scorers.serving(file);
    made.add(scorer);
    assertThat(scorer.health().reason()).contains("m.onnx.properties does not exist");

    Files.delete(file);
    scorer.look();
    assertThat(scorer.health().reason()).contains("m.onnx does not exist");
  }

  @Test
  void aDescriptionOfAnotherFileIsRefused() throws Exception {
    String[] lines = Arrays.copyOf(RIGHT, RIGHT.length + 1);
    lines[RIGHT.length] = "sha256 = " + "0".repeat(64);
    OnnxScorer scorer = serve(Graphs.scale("x", "y", 2, 3), lines);

    assertThat(scorer.health().reason()).contains("copy both files of one model");
  }

  @Test
  void aBadFileLeavesTheModelBeforeServing() throws Exception {
    OnnxScorer scorer = serve(Graphs.scale("x", "y", 2, 3), RIGHT);
    String before = scorer.modelId();

    write("no model".getBytes(StandardCharsets.UTF_8), RIGHT);
    scorer.look();
    assertThat(scorer.health().state()).isEqualTo(Health.State.DEGRADED);
    assertThat(scorer.score(new double[] {1, 1}).modelId()).isEqualTo(before);

    write(Graphs.scale("x", "y", 5, 3), RIGHT);
    scorer.look();
    assertThat(scorer.health()).isEqualTo(Health.UP);
    assertThat(scorer.score(new double[] {1, 0}).value()).isCloseTo(5, within(1e-6));
    assertThat(scorer.modelId()).isNotEqualTo(before);
  }

  /** Sessions are native memory: none may be closed under a score that uses it. */
  @Test
  void modelsAreSwappedWhileOthersScore() throws Exception {
    OnnxScorer scorer = serve(Graphs.scale("x", "y", 1, 1), RIGHT);
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Callable<Integer> scoring =
          () -> {
            int scores = 0;
            while (!done.get() || scores == 0) {
              double value = scorer.score(new double[] {1, 0}).value();
              assertThat(value).isEqualTo(Math.rint(value)).isBetween(1.0, 31.0);
              scores++;
            }
            return scores;
          };
      List<Future<Integer>> running = List.of(threads.submit(scoring), threads.submit(scoring));
      for (int i = 2; i <= 31; i++) {
        write(Graphs.scale("x", "y", i, 1), RIGHT);
        scorer.look();
      }
      done.set(true);
      for (Future<Integer> future : running) {
        assertThat(future.get()).isPositive();
      }
      assertThat(scorer.score(new double[] {1, 0}).value()).isEqualTo(31);
    } finally {
      done.set(true);
      threads.shutdownNow();
    }
  }

  @Test
  void aWrongSettingChangesNothing() throws Exception {
    OnnxScorer scorer = serve(Graphs.scale("x", "y", 2, 3), RIGHT);
    String file = folder.resolve("m.onnx").toString();

    scorer.modified(Scorers.config("any", file, 0), Map.of());
    assertThat(scorer.health().state()).isEqualTo(Health.State.DEGRADED);
    assertThat(scorer.health().reason()).contains("checkMillis is '0'");
    assertThat(scorer.score(new double[] {1, 1}).value()).isCloseTo(-1, within(1e-6));

    scorer.modified(Scorers.config("any", file, 500), Map.of());
    assertThat(scorer.health()).isEqualTo(Health.UP);
    assertThat(scorer.score(new double[] {1, 1}).value()).isCloseTo(-1, within(1e-6));
  }

  @Test
  void aConfigurationThatIsWrongFromTheStartIsShownAndMended() throws Exception {
    String file = write(Graphs.scale("x", "y", 2, 3), RIGHT).toString();
    OnnxScorer scorer =
        new OnnxScorer(
            FakeNodeInfo.replay(), Scorers.config("any", file, 5), Map.of("name", "any"));
    made.add(scorer);

    assertThat(scorer.name()).isEqualTo("any");
    assertThat(scorer.health().state()).isEqualTo(Health.State.DOWN);
    assertThat(scorer.health().reason()).contains("checkMillis is '5'");
    assertThat(scorer.modelId()).isEmpty();
    assertThatThrownBy(scorer::features).hasMessageContaining("checkMillis");

    scorer.modified(Scorers.config("any", file, 500), Map.of("name", "any"));
    assertThat(scorer.health()).isEqualTo(Health.UP);
    assertThat(scorer.modelId()).isNotEmpty();
  }

  /**
   * Versions of the library read the command line into 4,096 bytes and crash (1.29 does); a node in
   * a folder with a long path has a longer one. In a process of its own, which it would end.
   */
  @Test
  void aProcessWithALongCommandLineSurvives() throws Exception {
    Path file = write(Graphs.scale("x", "y", 2, 3), RIGHT);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dpadding=" + "x".repeat(8_000),
                "-cp",
                System.getProperty("java.class.path"),
                ServeOnce.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).contains("UP");
  }
}
