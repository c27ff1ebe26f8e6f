package io.headgate.testkit.strategy;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.MarketEvent;
import io.headgate.spi.feature.FeatureCatalog;
import io.headgate.spi.feature.FeatureFactory;
import io.headgate.spi.feature.FeatureVector;
import io.headgate.spi.optimiser.Optimiser;
import io.headgate.spi.optimiser.PortfolioProblem;
import io.headgate.spi.optimiser.TargetPortfolio;
import io.headgate.spi.scorer.Score;
import io.headgate.spi.scorer.Scorer;
import io.headgate.spi.strategy.AnswerReason;
import io.headgate.spi.strategy.AnswerState;
import io.headgate.spi.strategy.ScoreAnswer;
import io.headgate.spi.strategy.Strategy;
import io.headgate.spi.strategy.TargetAnswer;
import io.headgate.testkit.time.FixedClock;
import io.headgate.testkit.time.ManualTimers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Scorers and optimisers of a stage; they take as long as the test says. */
public final class StageAdvice {

  private final Strategy strategy;
  private final FixedClock clock;
  private final ManualTimers timers;
  private final Map<String, Scorer> scorers = new HashMap<>();
  private final Map<String, Optimiser> optimisers = new HashMap<>();
  private final List<FeatureFactory> factories = new ArrayList<>();
  private final Map<InstrumentId, Map<List<String>, FeatureVector>> vectors = new HashMap<>();
  private final Deque<Runnable> ready = new ArrayDeque<>();
  private final List<ScoreAnswer> scores = new ArrayList<>();
  private final List<TargetAnswer> targets = new ArrayList<>();
  private long delayNanos;
  private long requests;
  private boolean stopped;

  StageAdvice(Strategy strategy, FixedClock clock, ManualTimers timers) {
    this.strategy = strategy;
    this.clock = clock;
    this.timers = timers;
  }

  /** Adds a scorer. */
  public StageAdvice with(Scorer scorer) {
    scorers.put(scorer.name(), scorer);
    return this;
  }

  /** Adds an optimiser. */
  public StageAdvice with(Optimiser optimiser) {
    optimisers.put(optimiser.name(), optimiser);
    return this;
  }

  /** Adds features. */
  public StageAdvice with(FeatureFactory factory) {
    factories.add(factory);
    return this;
  }

  /** Takes a scorer or optimiser away. */
  public StageAdvice without(String name) {
    scorers.remove(name);
    optimisers.remove(name);
    return this;
  }

  /** How long answers take from now on; at first they come at once. */
  public StageAdvice taking(Duration delay) {
    delayNanos = delay.toNanos();
    return this;
  }

  /** Score answers that the strategy got, in order. */
  public List<ScoreAnswer> scores() {
    return List.copyOf(scores);
  }

  /** Target answers that the strategy got, in order. */
  public List<TargetAnswer> targets() {
    return List.copyOf(targets);
  }

  void onEvent(MarketEvent event) {
    vectors.getOrDefault(event.instrument(), Map.of()).values().forEach(v -> v.apply(event));
  }

  void stop() {
    stopped = true;
    ready.clear();
  }

  /** Delivers what is ready; false if there was nothing. */
  boolean answer() {
    Runnable next = ready.poll();
    if (next == null) {
      return false;
    }
    next.run();
    return true;
  }

  long requestScore(String scorer, InstrumentId instrument, long deadline) {
    long request = ++requests;
    ScoreAnswer answer = scored(request, scorer, instrument);
    deliver(
        deadline,
        answer.isFresh(),
        () -> tell(answer),
        () -> tell(unscored(answer, AnswerState.STALE, AnswerReason.DEADLINE_PASSED, "too late")));
    return request;
  }

  private ScoreAnswer scored(long request, String name, InstrumentId instrument) {
    ScoreAnswer none =
        new ScoreAnswer(
            request,
            name,
            instrument,
            AnswerState.UNAVAILABLE,
            AnswerReason.NOT_INSTALLED,
            "no scorer " + name,
            Double.NaN,
            "",
            0);
    @Nullable Scorer scorer = scorers.get(name);
    if (scorer == null) {
      return none;
    }
    FeatureVector vector;
    try {
      vector =
          vectors
              .computeIfAbsent(instrument, id -> new HashMap<>())
              .computeIfAbsent(
                  scorer.features(), features -> new FeatureCatalog(factories).vector(features));
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      return unscored(none, AnswerState.UNAVAILABLE, AnswerReason.FEATURE_UNKNOWN, message);
    }
    if (!vector.isReady()) {
      String message = String.valueOf(vector.warmingUp());
      return unscored(none, AnswerState.UNAVAILABLE, AnswerReason.WARMING_UP, message);
    }
    try {
      Score score = scorer.score(vector.values());
      return new ScoreAnswer(
          request,
          name,
          instrument,
          AnswerState.FRESH,
          AnswerReason.NONE,
          "",
          score.value(),
          score.modelId(),
          vector.tsEvent());
    } catch (RuntimeException e) {
      return unscored(none, AnswerState.UNAVAILABLE, AnswerReason.FAILED, e.toString());
    }
  }

  private static ScoreAnswer unscored(
      ScoreAnswer like, AnswerState state, AnswerReason reason, String message) {
    return new ScoreAnswer(
        like.request(),
        like.scorer(),
        like.instrument(),
        state,
        reason,
        message,
        Double.NaN,
        "",
        like.tsEvent());
  }

  long requestTargets(String optimiser, PortfolioProblem problem, long deadline) {
    long request = ++requests;
    long now = clock.epochNanos();
    TargetAnswer answer = solved(request, optimiser, problem);
    TargetAnswer stale =
        new TargetAnswer(
            request,
            optimiser,
            AnswerState.STALE,
            AnswerReason.DEADLINE_PASSED,
            "too late",
            Map.of(),
            now);
    deliver(deadline, answer.isFresh(), () -> tell(answer), () -> tell(stale));
    return request;
  }

  private TargetAnswer solved(long request, String name, PortfolioProblem problem) {
    @Nullable Optimiser optimiser = optimisers.get(name);
    if (optimiser == null) {
      return unsolved(request, name, AnswerReason.NOT_INSTALLED, "no optimiser " + name);
    }
    try {
      TargetPortfolio found = optimiser.optimise(problem);
      if (!found.failure().isEmpty()) {
        return unsolved(request, name, AnswerReason.NO_SOLUTION, found.failure());
      }
      return new TargetAnswer(
          request,
          name,
          AnswerState.FRESH,
          AnswerReason.NONE,
          "",
          found.weights(),
          clock.epochNanos());
    } catch (RuntimeException e) {
      return unsolved(request, name, AnswerReason.FAILED, e.toString());
    }
  }

  private TargetAnswer unsolved(long request, String name, AnswerReason reason, String message) {
    return new TargetAnswer(
        request, name, AnswerState.UNAVAILABLE, reason, message, Map.of(), clock.epochNanos());
  }

  private void deliver(long deadline, boolean slow, Runnable answer, Runnable stale) {
    long now = clock.epochNanos();
    if (now > deadline) {
      ready.add(stale);
    } else if (!slow || delayNanos == 0) {
      ready.add(answer);
    } else if (now + delayNanos <= deadline) {
      timers.schedule(now + delayNanos, () -> ready.add(answer));
    } else {
      timers.schedule(deadline, () -> ready.add(stale));
    }
  }

  private void tell(ScoreAnswer answer) {
    if (!stopped) {
      scores.add(answer);
      strategy.onScore(answer);
    }
  }

  private void tell(TargetAnswer answer) {
    if (!stopped) {
      targets.add(answer);
      strategy.onTargets(answer);
    }
  }
}
