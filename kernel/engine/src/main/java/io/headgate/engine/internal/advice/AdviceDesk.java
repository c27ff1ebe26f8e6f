package io.headgate.engine.internal.advice;

import io.headgate.engine.internal.loop.EventLoop;
import io.headgate.engine.internal.market.MarketBook;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.alarm.Alarms;
import io.headgate.spi.feature.FeatureFactory;
import io.headgate.spi.feature.FeatureVector;
import io.headgate.spi.optimiser.Optimiser;
import io.headgate.spi.optimiser.OptimiserStatus;
import io.headgate.spi.optimiser.PortfolioProblem;
import io.headgate.spi.optimiser.TargetPortfolio;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.scorer.Score;
import io.headgate.spi.scorer.Scorer;
import io.headgate.spi.scorer.ScorerStatus;
import io.headgate.spi.strategy.AnswerReason;
import io.headgate.spi.strategy.AnswerState;
import io.headgate.spi.strategy.ScoreAnswer;
import io.headgate.spi.strategy.TargetAnswer;
import io.headgate.spi.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where strategies ask for scores and portfolios. Confined to the loop, unless stated. */
public final class AdviceDesk implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AdviceDesk.class);

  private final EventLoop loop;
  private final FeatureBook features;
  private final Panel<Scorer> scorers;
  private final Panel<Optimiser> optimisers;
  private final Alarms alarms;
  private long requests;

  /**
   * @param machine measures durations; null in a replay, where everything is worked out in the loop
   */
  public AdviceDesk(EventLoop loop, @Nullable Clock machine, MarketBook market, Alarms alarms) {
    this.loop = loop;
    this.alarms = alarms;
    this.features = new FeatureBook(market);
    this.scorers = new Panel<>("scorer", loop, machine, alarms);
    this.optimisers = new Panel<>("optimiser", loop, machine, alarms);
  }

  /** Adds a scorer, from any thread; one of the same name goes first. */
  public void add(Scorer scorer) {
    close(loop.ask(() -> new Departed(scorers.add(scorer))));
  }

  /** Takes a scorer out, from any thread, and waits a second at most for what it is doing. */
  public void remove(Scorer scorer) {
    close(
        loop.ask(
            () -> {
              Adviser<Scorer> gone = scorers.remove(scorer);
              retainFeatures();
              return new Departed(gone);
            }));
  }

  /** Adds an optimiser, from any thread; one of the same name goes first. */
  public void add(Optimiser optimiser) {
    close(loop.ask(() -> new Departed(optimisers.add(optimiser))));
  }

  /** Takes an optimiser out, from any thread, and waits a second at most. */
  public void remove(Optimiser optimiser) {
    close(loop.ask(() -> new Departed(optimisers.remove(optimiser))));
  }

  /** Adds a factory of features, from any thread; one that cannot say what it makes is refused. */
  public void add(FeatureFactory factory) {
    loop.urgent(() -> addInLoop(factory));
  }

  private void addInLoop(FeatureFactory factory) {
    try {
      features.add(factory);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      String name = factory.getClass().getName();
      LOG.error("features of {} are refused", name, e);
      alarms.raise(
          alarmKey(factory),
          Alarm.Level.WARNING,
          "%s cannot say which features it makes and is refused: %s; mend it and start its bundle again"
              .formatted(name, e));
    }
  }

  private static String alarmKey(FeatureFactory factory) {
    return "features." + factory.getClass().getName();
  }

  /** Takes a factory out, from any thread; features warm up anew. */
  public void remove(FeatureFactory factory) {
    loop.ask(
        () -> {
          features.remove(factory);
          alarms.clear(alarmKey(factory));
          return true;
        });
  }

  private record Departed(@Nullable Adviser<?> adviser) {}

  private static void close(Departed departed) {
    Adviser<?> adviser = departed.adviser();
    if (adviser != null) {
      adviser.worker().close();
    }
  }

  /** Asks for a score; answers the number of the request. */
  public long requestScore(
      String name, InstrumentId instrument, long deadline, Consumer<ScoreAnswer> reply) {
    long request = ++requests;
    Adviser<Scorer> adviser = scorers.find(name);
    if (adviser == null) {
      ScoreReply nobody = new ScoreReply(request, name, instrument, 0, reply);
      refuse(nobody, AnswerReason.NOT_INSTALLED, scorers.missing(name));
      return request;
    }
    FeatureBook.Fed fed;
    String model;
    try {
      // The model before its features: a score of any later model is refused.
      model = adviser.plugin().modelId();
      fed = features(adviser, instrument);
    } catch (RuntimeException | LinkageError e) {
      ScoreReply unknown = new ScoreReply(request, name, instrument, 0, reply);
      refuse(
          new Ticket<>(adviser, deadline, unknown), AnswerReason.FEATURE_UNKNOWN, reason(name, e));
      return request;
    }
    FeatureVector vector = fed.vector();
    Ticket<Score> ticket =
        new Ticket<>(
            adviser, deadline, new ScoreReply(request, name, instrument, vector.tsEvent(), reply));
    if (!fed.failure().isEmpty()) {
      refuse(ticket, AnswerReason.FEATURE_UNKNOWN, fed.failure());
    } else if (!vector.isReady()) {
      refuse(ticket, AnswerReason.WARMING_UP, warmingUp(instrument, vector));
    } else {
      double[] values = vector.values();
      scorers.put(ticket, () -> score(adviser.plugin(), model, values));
    }
    return request;
  }

  private static String reason(String name, Throwable e) {
    return "scorer %s: %s"
        .formatted(name, e instanceof IllegalArgumentException ? e.getMessage() : e);
  }

  private static String warmingUp(InstrumentId instrument, FeatureVector vector) {
    return "%s has made %d steps, too few for %s"
        .formatted(instrument, vector.steps(), vector.warmingUp());
  }

  private FeatureBook.Fed features(Adviser<Scorer> adviser, InstrumentId instrument) {
    List<String> wanted = adviser.plugin().features();
    if (adviser.featuresAre(wanted)) {
      retainFeatures();
    }
    return features.vector(instrument, adviser.features());
  }

  private void retainFeatures() {
    features.retain(scorers.all().stream().map(Adviser::features).toList());
  }

  private static Score score(Scorer scorer, String model, double[] values)
      throws NoAnswerException {
    Score score = scorer.score(values);
    if (!score.modelId().equals(model)) {
      throw new NoAnswerException(
          AnswerReason.MODEL_REPLACED,
          "the model was replaced while it was asked: the features are those of %s, the score is that of %s; ask again"
              .formatted(model, score.modelId()));
    }
    if (!Double.isFinite(score.value())) {
      throw new IllegalStateException(
          "model %s answered %s, which is no number".formatted(score.modelId(), score.value()));
    }
    return score;
  }

  /** Asks for a portfolio; answers the number of the request. */
  public long requestTargets(
      String name, PortfolioProblem problem, long deadline, Consumer<TargetAnswer> reply) {
    long request = ++requests;
    TargetReply answer = new TargetReply(request, name, loop.clock().epochNanos(), reply);
    Adviser<Optimiser> adviser = optimisers.find(name);
    if (adviser == null) {
      refuse(answer, AnswerReason.NOT_INSTALLED, optimisers.missing(name));
    } else {
      optimisers.put(
          new Ticket<>(adviser, deadline, answer), () -> solve(adviser.plugin(), problem));
    }
    return request;
  }

  private static TargetPortfolio solve(Optimiser optimiser, PortfolioProblem problem)
      throws NoAnswerException {
    TargetPortfolio found = optimiser.optimise(problem);
    if (!found.failure().isEmpty()) {
      throw new NoAnswerException(AnswerReason.NO_SOLUTION, found.failure());
    }
    found
        .weights()
        .forEach(
            (instrument, weight) -> {
              if (!Double.isFinite(weight)) {
                throw new IllegalStateException(
                    "it answered the weight %s for %s".formatted(weight, instrument));
              }
            });
    return found;
  }

  private void refuse(Ticket.Reply<?> reply, AnswerReason reason, String message) {
    loop.urgent(() -> reply.not(AnswerState.UNAVAILABLE, reason, message));
  }

  private void refuse(Ticket<?> ticket, AnswerReason reason, String message) {
    loop.urgent(() -> ticket.unavailable(reason, message));
  }

  private record ScoreReply(
      long request,
      String scorer,
      InstrumentId instrument,
      long tsEvent,
      Consumer<ScoreAnswer> taker)
      implements Ticket.Reply<Score> {

    @Override
    public void fresh(Score score) {
      answer(AnswerState.FRESH, AnswerReason.NONE, "", score.value(), score.modelId());
    }

    @Override
    public void not(AnswerState state, AnswerReason reason, String message) {
      answer(state, reason, message, Double.NaN, "");
    }

    private void answer(
        AnswerState state, AnswerReason reason, String message, double value, String modelId) {
      taker.accept(
          new ScoreAnswer(
              request, scorer, instrument, state, reason, message, value, modelId, tsEvent));
    }
  }

  private record TargetReply(
      long request, String optimiser, long tsEvent, Consumer<TargetAnswer> taker)
      implements Ticket.Reply<TargetPortfolio> {

    @Override
    public void fresh(TargetPortfolio found) {
      answer(AnswerState.FRESH, AnswerReason.NONE, "", found.weights());
    }

    @Override
    public void not(AnswerState state, AnswerReason reason, String message) {
      answer(state, reason, message, Map.of());
    }

    private void answer(
        AnswerState state, AnswerReason reason, String message, Map<InstrumentId, Double> weights) {
      taker.accept(new TargetAnswer(request, optimiser, state, reason, message, weights, tsEvent));
    }
  }

  /** All scorers, by name. */
  public List<ScorerStatus> scorers() {
    return scorers.all().stream()
        .map(adviser -> Showing.scorer(adviser, features.with(adviser.features())))
        .toList();
  }

  /** Scorers that are not well, with their reasons; empty where all are. Safe from every thread. */
  public String unwellScorers() {
    return scorers.all().stream()
        .map(adviser -> Map.entry(adviser.name(), adviser.health()))
        .filter(entry -> entry.getValue().state() != Health.State.UP)
        .map(entry -> entry.getKey() + ": " + entry.getValue().reason())
        .collect(Collectors.joining("; "));
  }

  /** All optimisers, by name. */
  public List<OptimiserStatus> optimisers() {
    return optimisers.all().stream().map(Showing::optimiser).toList();
  }

  /** Ends the workers; only to be called when the loop has ended or is the caller's own. */
  @Override
  public void close() {
    scorers.all().forEach(adviser -> adviser.worker().close());
    optimisers.all().forEach(adviser -> adviser.worker().close());
  }
}
