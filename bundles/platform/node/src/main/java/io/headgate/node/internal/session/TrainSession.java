package io.headgate.node.internal.session;

import io.headgate.model.market.MarketBatch;
import io.headgate.node.internal.session.report.Terminal;
import io.headgate.node.internal.session.report.TrainingText;
import io.headgate.spi.data.DataAdapter;
import io.headgate.spi.data.FeedProgress;
import io.headgate.spi.feature.FeatureCatalog;
import io.headgate.spi.scorer.ModelTrainer;
import io.headgate.spi.scorer.TrainingRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.cm.ConfigurationAdmin;

/** Recorded data through the features that scorers see live, into a tested model in a file. */
final class TrainSession implements Session {

  private static final long STEP_MILLIS = 50;
  private static final long PROGRESS_MILLIS = 1_000;

  private final SessionContext session;
  private final NodeServices services;
  private final Terminal terminal;
  private final TrainArguments arguments;
  private final RecordedFeed feed;

  TrainSession(
      SessionContext session, TrainArguments arguments, ConfigurationAdmin configurations) {
    this.session = session;
    this.services = session.services();
    this.terminal = session.terminal();
    this.arguments = arguments;
    this.feed = new RecordedFeed(session, configurations);
  }

  /**
   * @throws UsageException if an argument is wrong
   */
  static TrainSession of(SessionContext session, ConfigurationAdmin configurations) {
    String file = session.property("headgate.session.args", "");
    Path cwd = Path.of(session.property("headgate.session.cwd", "")).toAbsolutePath();
    try {
      List<String> lines = Files.readAllLines(Path.of(file));
      return new TrainSession(session, TrainArguments.parse(lines, cwd), configurations);
    } catch (IOException e) {
      throw new UsageException(
          "system property headgate.session.args is '%s', expected a file with one argument per line: %s"
              .formatted(file, e));
    }
  }

  @Override
  public int run() throws InterruptedException {
    if (!ready()) {
      return FAILED;
    }
    feed.configure(arguments.recorded());
    ModelTrainer.Training training = begin();
    DataAdapter adapter = feed.adapter();
    try {
      adapter.start(batch -> learn(training, batch));
    } catch (IllegalStateException e) {
      throw new UsageException(ReplayArguments.inOptions(String.valueOf(e.getMessage())));
    }
    watch(adapter);
    adapter.stop();
    FeedProgress rows = adapter.progress();
    if (!rows.failure().isEmpty()) {
      terminal.error("headgate: the data ended early: " + rows.failure());
      return FAILED;
    }
    if (!rows.finished()) {
      terminal.error("headgate: the training was ended before its data; no model was written");
      return FAILED;
    }
    return finish(training, rows);
  }

  private int finish(ModelTrainer.Training training, FeedProgress rows) {
    try {
      TrainingText text = new TrainingText(training.finish(), rows);
      if (!arguments.recorded().json()) {
        text.lines().forEach(terminal::line);
      }
      terminal.line(text.line());
      return OK;
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      terminal.error("headgate: the model cannot be written: " + e);
      return FAILED;
    }
  }

  private static void learn(ModelTrainer.Training training, MarketBatch batch) {
    for (int row = 0; row < batch.size(); row++) {
      training.accept(batch.event(row));
    }
  }

  private boolean ready() throws InterruptedException {
    long deadline = System.nanoTime() + session.settings().readyTimeoutSeconds() * 1_000_000_000L;
    while (services.trainers.isEmpty()
        || services.features.isEmpty()
        || services.adapters.stream()
            .noneMatch(a -> a.getValue().name().equals(RecordedFeed.ADAPTER))) {
      if (System.nanoTime() - deadline > 0 || session.end().await(STEP_MILLIS)) {
        if (!session.end().isWithdrawn()) {
          terminal.error(
              "The training cannot start: there are %d trainers, %d makers of features and %d data adapters, expected one of each at least"
                  .formatted(
                      services.trainers.size(),
                      services.features.size(),
                      services.adapters.size()));
        }
        return false;
      }
    }
    return true;
  }

  private ModelTrainer.Training begin() {
    ModelTrainer trainer = services.trainers.get(0);
    String model = arguments.model().isEmpty() ? trainer.models().get(0) : arguments.model();
    TrainingRequest request =
        new TrainingRequest(
            arguments.recorded().instrument(),
            arguments.features(),
            arguments.horizon(),
            arguments.flatBps(),
            model,
            arguments.seed(),
            arguments.out(),
            arguments.onnx(),
            data());
    try {
      return trainer.begin(request, new FeatureCatalog(services.features));
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  /** Which data these are: the name and the hash of every file, and how it was read. */
  private Map<String, String> data() {
    Map<String, String> data = new TreeMap<>();
    List<Path> files = arguments.recorded().files();
    for (int i = 0; i < files.size(); i++) {
      Path file = files.get(i);
      try {
        data.put("data-" + (i + 1), "%s sha256 %s".formatted(file.getFileName(), sha256(file)));
      } catch (IOException e) {
        throw new UsageException("FILE %s cannot be read: %s".formatted(file, e));
      }
    }
    data.put("columns", arguments.recorded().options().getOrDefault("columns", ""));
    return data;
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(((DigestInputStream) in).getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private void watch(DataAdapter adapter) throws InterruptedException {
    long waited = 0;
    while (!adapter.progress().finished() && adapter.progress().failure().isEmpty()) {
      if (session.end().await(STEP_MILLIS)) {
        return;
      }
      waited += STEP_MILLIS;
      if (!arguments.recorded().json() && waited % PROGRESS_MILLIS == 0) {
        terminal.live(String.format(Locale.ROOT, "reading, %,d rows", adapter.progress().read()));
      }
    }
  }
}
