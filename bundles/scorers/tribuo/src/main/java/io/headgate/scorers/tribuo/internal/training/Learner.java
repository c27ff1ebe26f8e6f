package io.headgate.scorers.tribuo.internal.training;

import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.StringProvenance;
import io.headgate.scorers.tribuo.internal.training.Observations.Observation;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tribuo.MutableDataset;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.fm.FMClassificationTrainer;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.transform.TransformTrainer;
import org.tribuo.transform.TransformationMap;
import org.tribuo.transform.TransformedModel;
import org.tribuo.transform.transformations.MeanStdDevTransformation;

/** Learns from observations: features scaled to mean 0 and deviation 1, then a classifier. */
final class Learner {

  static final String LOGISTIC = "logistic";
  static final String FACTORIZATION = "fm";

  private static final double RATE = 0.1;
  private static final int EPOCHS = 5;
  private static final int SILENT = -1;
  private static final int BATCH = 1;
  private static final int FACTORS = 4;
  private static final double SPREAD_OF_FACTORS = 0.1;

  private final String kind;
  private final String[] names;
  private final long seed;
  private final OffsetDateTime now;

  Learner(String kind, List<String> names, long seed, OffsetDateTime now) {
    this.kind = kind;
    this.names = names.toArray(String[]::new);
    this.seed = seed;
    this.now = now;
  }

  /** Trains on these, in any order that the seed says. */
  TransformedModel<Label> learn(List<Observation> observations, Map<String, String> provenance) {
    LabelFactory labels = new LabelFactory();
    MutableDataset<Label> data =
        new MutableDataset<>(
            new SimpleDataSourceProvenance("recorded market data", now, labels), labels);
    for (Observation observation : observations) {
      data.add(
          new ArrayExample<>(
              new Label(observation.move().name()), names.clone(), observation.features()));
    }
    Map<String, Provenance> kept = new HashMap<>();
    provenance.forEach((key, value) -> kept.put(key, new StringProvenance(key, value)));
    TransformationMap scaling = new TransformationMap(List.of(new MeanStdDevTransformation()));
    return new TransformTrainer<>(classifier(), scaling, true).train(data, kept);
  }

  private Trainer<Label> classifier() {
    return kind.equals(FACTORIZATION)
        ? new FMClassificationTrainer(
            new LogMulticlass(),
            new AdaGrad(RATE),
            EPOCHS,
            SILENT,
            BATCH,
            seed,
            FACTORS,
            SPREAD_OF_FACTORS)
        : new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(RATE), EPOCHS, SILENT, BATCH, seed);
  }
}
