package io.headgate.scorers.tribuo.internal.training;

import io.headgate.spi.feature.FeatureCatalog;
import io.headgate.spi.node.NodeInfo;
import io.headgate.spi.scorer.ModelTrainer;
import io.headgate.spi.scorer.TrainingRequest;
import io.headgate.spi.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Trains classifiers of the next move: {@code logistic} regression or {@code fm}. */
@Component(service = ModelTrainer.class)
public final class TribuoTrainer implements ModelTrainer {

  /** Longest horizon, steps. */
  private static final int LONGEST = 100_000;

  private static final long MICROS = 1_000;

  private final Clock clock;
  private final String version;

  /** Needs the date and the version that models keep. */
  @Activate
  public TribuoTrainer(@Reference Clock clock, @Reference NodeInfo node) {
    this(clock, node.version());
  }

  TribuoTrainer(Clock clock, String version) {
    this.clock = clock;
    this.version = version;
  }

  @Override
  public String kind() {
    return "tribuo";
  }

  @Override
  public List<String> models() {
    return List.of(Learner.LOGISTIC, Learner.FACTORIZATION);
  }

  @Override
  public Training begin(TrainingRequest request, FeatureCatalog features) {
    if (!models().contains(request.model())) {
      throw wrong("model", request.model(), "one of " + models());
    }
    if (request.horizon() < 1 || request.horizon() > LONGEST) {
      throw wrong("horizon", request.horizon(), "a number of steps from 1 to " + LONGEST);
    }
    if (!(request.flatBps() >= 0 && request.flatBps() <= 1_000)) {
      throw wrong("flat-bps", request.flatBps(), "a number from 0 to 1000");
    }
    if (request.features().isEmpty()) {
      throw wrong("features", "", "at least one feature");
    }
    long nanos = clock.epochNanos() / MICROS * MICROS;
    Instant now = Instant.ofEpochSecond(0, nanos);
    return new TribuoTraining(
        request,
        features.vector(request.features()),
        OffsetDateTime.ofInstant(now, ZoneOffset.UTC),
        version);
  }

  private static IllegalArgumentException wrong(String option, Object found, String expected) {
    return new IllegalArgumentException(
        "--%s is '%s', expected %s".formatted(option, found, expected));
  }
}
