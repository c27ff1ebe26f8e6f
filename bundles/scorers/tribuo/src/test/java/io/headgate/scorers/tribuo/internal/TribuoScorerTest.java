package io.headgate.scorers.tribuo.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.headgate.scorers.tribuo.internal.training.Trained;
import io.headgate.spi.plugin.Health;
import io.headgate.testkit.fake.FakeNodeInfo;
import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tribuo.protos.core.ModelProto;

class TribuoScorerTest {

  private static final double[] VALUES = {0.3, 0.001, 60, -0.2};

  @TempDir static Path shared;
  @TempDir Path folder;

  private static byte[] first;
  private static byte[] second;
  private long stamp = 1_700_000_000_000L;

  @BeforeAll
  static void train() throws Exception {
    Trained.train("logistic", 1, shared.resolve("1.tribuo"), null);
    Trained.train("fm", 2, shared.resolve("2.tribuo"), null);
    first = Files.readAllBytes(shared.resolve("1.tribuo"));
    second = Files.readAllBytes(shared.resolve("2.tribuo"));
  }

  private Path file() {
    return folder.resolve("trend.tribuo");
  }

  /** A file system may keep whole seconds only: each write gets a second of its own. */
  private void write(byte[] bytes) throws Exception {
    Files.write(file(), bytes);
    stamp += 2_000;
    Files.setLastModifiedTime(file(), FileTime.fromMillis(stamp));
  }

  @Test
  void aChangedFileIsServedFromTheNextLookOn() throws Exception {
    write(first);
    TribuoScorer scorer = Scorers.serving(file());
    String before = scorer.modelId();
    double score = scorer.score(VALUES).value();
    assertThat(scorer.health()).isEqualTo(Health.UP);
    assertThat(score).isBetween(-1.0, 1.0);

    write(second);
    scorer.look();

    assertThat(scorer.modelId()).isNotEqualTo(before).startsWith("fm-");
    assertThat(scorer.score(VALUES).value()).isNotEqualTo(score);
    assertThat(scorer.health()).isEqualTo(Health.UP);
  }

  @Test
  void aBadFileLeavesTheModelBeforeServing() throws Exception {
    write(first);
    TribuoScorer scorer = Scorers.serving(file());
    String before = scorer.modelId();

    for (byte[] bad : badFiles()) {
      write(bad);
      scorer.look();
      assertThat(scorer.modelId()).isEqualTo(before);
      assertThat(scorer.score(VALUES).modelId()).isEqualTo(before);
      assertThat(scorer.health().state()).isEqualTo(Health.State.DEGRADED);
      assertThat(scorer.health().reason())
          .contains("trend.tribuo")
          .contains("headgate train")
          .contains("the model before serves");
    }
    Files.delete(file());
    scorer.look();
    assertThat(scorer.health().reason()).contains("does not exist");

    write(second);
    scorer.look();
    assertThat(scorer.health()).isEqualTo(Health.UP);
    assertThat(scorer.modelId()).isNotEqualTo(before);
  }

  private static List<byte[]> badFiles() throws Exception {
    ByteArrayOutputStream java = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(java)) {
      out.writeObject(List.of("gadget"));
    }
    byte[] another =
        ModelProto.parseFrom(first).toBuilder()
            .setClassName("java.lang.ProcessBuilder")
            .build()
            .toByteArray();
    return List.of(
        new byte[0],
        "no model".getBytes(StandardCharsets.UTF_8),
        new byte[100_000],
        java.toByteArray(),
        Arrays.copyOf(first, first.length / 2),
        another);
  }

  /** Whatever is in a file, it is refused with a message or it is a model that answers. */
  @Test
  void damagedFilesDoNoHarm() throws Exception {
    Random random = new Random(11);
    for (int i = 0; i < 200; i++) {
      byte[] damaged = first.clone();
      for (int k = 0; k < 1 + random.nextInt(4); k++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      write(damaged);
      TribuoScorer scorer = Scorers.serving(file());
      if (scorer.health().state() == Health.State.UP && scorer.features().size() == 4) {
        assertThat(scorer.score(VALUES).modelId()).isEqualTo(scorer.modelId());
      } else {
        assertThat(scorer.health().reason()).isNotBlank();
      }
    }
  }

  @Test
  void withoutAModelItIsDownAndSaysWhatToDo() {
    TribuoScorer scorer = Scorers.serving(file());

    assertThat(scorer.health().state()).isEqualTo(Health.State.DOWN);
    assertThat(scorer.health().reason()).contains("trend.tribuo").contains("train a model");
    assertThat(scorer.modelId()).isEmpty();
    assertThatThrownBy(scorer::features).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> scorer.score(VALUES)).hasMessageContaining("does not exist");
  }

  @Test
  void aLiveNodeLooksByItself() throws Exception {
    write(first);
    TribuoScorer scorer =
        new TribuoScorer(
            FakeNodeInfo.live(),
            Scorers.config("trend", file().toString(), 100),
            Map.of("name", "trend"));
    try {
      write(second);
      await().atMost(Duration.ofSeconds(30)).until(() -> scorer.modelId().startsWith("fm-"));
    } finally {
      scorer.stop();
    }
  }

  @Test
  void aWrongSettingChangesNothing() throws Exception {
    write(first);
    TribuoScorer scorer = Scorers.serving(file());
    String before = scorer.modelId();

    scorer.modified(
        Scorers.config("trend", file().toString(), 5),
        Map.of("felix.fileinstall.filename", "file:/x/etc/io.headgate.scorers.tribuo-trend.cfg"));
    assertThat(scorer.health().state()).isEqualTo(Health.State.DEGRADED);
    assertThat(scorer.health().reason())
        .contains("etc/io.headgate.scorers.tribuo-trend.cfg: checkMillis is '5'")
        .contains("100 to 3600000");
    assertThat(scorer.score(VALUES).modelId()).isEqualTo(before);

    scorer.modified(Scorers.config("other", file().toString(), 500), Map.of());
    assertThat(scorer.health().reason()).contains("'other'").contains("'trend'");

    String missing = shared.resolve("missing.tribuo").toString();
    scorer.modified(Scorers.config("trend", missing, 500), Map.of("modelFile", missing));
    assertThat(scorer.health().state()).isEqualTo(Health.State.DEGRADED);
    assertThat(scorer.health().reason()).contains("modelFile is '" + missing).contains("not exist");
    assertThat(scorer.score(VALUES).modelId()).isEqualTo(before);

    scorer.modified(Scorers.config("trend", shared.resolve("2.tribuo").toString(), 500), Map.of());
    assertThat(scorer.health()).isEqualTo(Health.UP);
    assertThat(scorer.modelId()).startsWith("fm-");
  }

  @Test
  void aWrongNumberOfFeaturesIsNamed() throws Exception {
    write(first);
    TribuoScorer scorer = Scorers.serving(file());

    assertThatThrownBy(() -> scorer.score(new double[3]))
        .hasMessageContaining("got 3 features, expected 4")
        .hasMessageContaining("depth");
    assertThatThrownBy(() -> scorer.score(new double[] {1, Double.NaN, 1, 1}))
        .hasMessageContaining("return(1) is NaN");
  }

  @Test
  void aConfigurationThatIsWrongFromTheStartIsShownAndMended() throws Exception {
    write(first);
    String file = file().toString();
    TribuoScorer scorer =
        new TribuoScorer(
            FakeNodeInfo.replay(), Scorers.config("any", file, 5), Map.of("name", "any"));

    assertThat(scorer.name()).isEqualTo("any");
    assertThat(scorer.health().state()).isEqualTo(Health.State.DOWN);
    assertThat(scorer.health().reason()).contains("checkMillis is '5'");
    assertThat(scorer.modelId()).isEmpty();
    assertThatThrownBy(scorer::features).hasMessageContaining("checkMillis");

    scorer.modified(Scorers.config("any", file, 500), Map.of("name", "any"));
    assertThat(scorer.health()).isEqualTo(Health.UP);
    assertThat(scorer.modelId()).isNotEmpty();
  }
}
