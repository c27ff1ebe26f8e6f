package io.headgate.scorers.tribuo.internal.training;

import io.headgate.model.market.MarketEvent;
import io.headgate.scorers.tribuo.internal.ModelFile;
import io.headgate.scorers.tribuo.internal.Move;
import io.headgate.scorers.tribuo.internal.training.Observations.Observation;
import io.headgate.spi.feature.FeatureVector;
import io.headgate.spi.scorer.ModelTrainer;
import io.headgate.spi.scorer.TrainingReport;
import io.headgate.spi.scorer.TrainingReport.Fold;
import io.headgate.spi.scorer.TrainingRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tribuo.classification.Label;
import org.tribuo.transform.TransformedModel;

/** One training, from the first event to the files. */
final class TribuoTraining implements ModelTrainer.Training {

  private final TrainingRequest request;
  private final Observations observations;
  private final OffsetDateTime now;
  private final String version;

  /**
   * @param now when the model is made
   * @param version of Headgate, kept in the model
   */
  TribuoTraining(
      TrainingRequest request, FeatureVector vector, OffsetDateTime now, String version) {
    this.request = request;
    this.observations = new Observations(vector, request.horizon(), request.flatBps());
    this.now = now;
    this.version = version;
  }

  @Override
  public void accept(MarketEvent event) {
    if (event.instrument().equals(request.instrument())) {
      observations.accept(event);
    }
  }

  @Override
  public TrainingReport finish() throws IOException {
    List<Observation> all = observations.all();
    requireEnough(all);
    Map<Move, Integer> counts = new EnumMap<>(Move.class);
    all.forEach(o -> counts.merge(o.move(), 1, Integer::sum));
    Map<String, Double> balance = new TreeMap<>();
    counts.forEach((move, count) -> balance.put(move.name(), (double) count / all.size()));

    WalkForward split = new WalkForward(request.features());
    Learner learner = new Learner(request.model(), request.features(), request.seed(), now);
    List<Fold> folds = new ArrayList<>();
    for (int fold = 0; fold < split.folds(); fold++) {
      List<Observation> training = split.training(all, fold);
      requireBothMoves(training);
      folds.add(split.judge(learner.learn(training, Map.of()), training, split.test(all, fold)));
    }
    Fold last = folds.get(folds.size() - 1);
    Map<String, String> provenance = provenance(all.size(), last);
    // The same observations and seed as in the last test, so it is the model that was tested.
    TransformedModel<Label> model =
        learner.learn(split.training(all, split.folds() - 1), provenance);
    return write(model, new Written(all.size(), folds, balance, provenance));
  }

  private record Written(
      int observations,
      List<Fold> folds,
      Map<String, Double> balance,
      Map<String, String> provenance) {}

  private void requireEnough(List<Observation> all) {
    int needed = WalkForward.FEWEST * 5;
    if (all.size() < needed) {
      throw new IllegalArgumentException(
          ("%d steps of %s gave %d observations, expected at least %d%s;"
                  + " give more data or a shorter --horizon")
              .formatted(
                  observations.steps(),
                  request.instrument(),
                  all.size(),
                  needed,
                  observations.warmingUp().isEmpty()
                      ? ""
                      : " (still warming up: " + observations.warmingUp() + ")"));
    }
    for (int i = 0; i < request.features().size(); i++) {
      int at = i;
      double first = all.get(0).feature(at);
      if (all.stream().allMatch(o -> o.feature(at) == first)) {
        throw new IllegalArgumentException(
            "feature %s is always %s in these data, so nothing can be learned from it; leave it out"
                .formatted(request.features().get(at), first));
      }
    }
  }

  private void requireBothMoves(List<Observation> training) {
    boolean up = training.stream().anyMatch(o -> o.move() == Move.UP);
    boolean down = training.stream().anyMatch(o -> o.move() == Move.DOWN);
    if (!up || !down) {
      throw new IllegalArgumentException(
          "the first %d observations hold no move %s; give more data, or a smaller --flat-bps"
              .formatted(training.size(), up ? "DOWN" : "UP"));
    }
  }

  private Map<String, String> provenance(int observed, Fold last) {
    Map<String, String> map = new TreeMap<>(request.data());
    map.put(ModelFile.FEATURES, String.join(";", request.features()));
    map.put(ModelFile.KIND, request.model());
    map.put("instrument", request.instrument().toString());
    map.put("horizon-steps", Integer.toString(request.horizon()));
    map.put("flat-bps", Double.toString(request.flatBps()));
    map.put("seed", Long.toString(request.seed()));
    map.put("steps", Long.toString(observations.steps()));
    map.put("observations", Integer.toString(observed));
    map.put("trained-on", Integer.toString(last.trained()));
    map.put("test-accuracy", String.format(Locale.ROOT, "%.4f", last.testAccuracy()));
    map.put("baseline", String.format(Locale.ROOT, "%.4f", last.baseline()));
    map.put("trained-at", now.toString());
    map.put("headgate", version);
    return map;
  }

  private TrainingReport write(TransformedModel<Label> model, Written what) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    model.serializeToStream(bytes);
    List<String> files = new ArrayList<>();
    replace(request.out(), bytes.toByteArray(), files);
    Path onnx = request.onnx();
    if (onnx != null) {
      OnnxFile export = OnnxFile.of(model, what.provenance());
      replace(onnx, export.bytes(), files);
      replace(onnx.resolveSibling(onnx.getFileName() + ".properties"), export.description(), files);
    }
    return new TrainingReport(
        ModelFile.read(request.out()).id(),
        observations.steps(),
        what.observations(),
        what.folds(),
        what.balance(),
        what.provenance(),
        files);
  }

  /** Whole or not at all: a scorer may be reading the file that is there. */
  private static void replace(Path file, byte[] bytes, List<String> files) throws IOException {
    Path target = file.toAbsolutePath().normalize();
    Path folder = target.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path fresh = target.resolveSibling(target.getFileName() + ".new");
    try {
      Files.write(fresh, bytes);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
    files.add(file.toString());
  }
}
