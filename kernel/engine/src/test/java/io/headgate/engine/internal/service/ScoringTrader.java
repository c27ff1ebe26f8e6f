package io.headgate.engine.internal.service;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.Quote;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.Side;
import io.headgate.spi.scorer.Score;
import io.headgate.spi.scorer.Scorer;
import io.headgate.spi.strategy.ScoreAnswer;
import io.headgate.spi.strategy.Strategy;
import io.headgate.spi.strategy.StrategyContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A strategy that buys and sells what a scorer says, and now and then allows it no time. */
final class ScoringTrader implements Strategy {

  private final List<ScoreAnswer> answers = new ArrayList<>();
  private @Nullable StrategyContext context;
  private int questions;

  /** Every answer that it got. */
  List<ScoreAnswer> answers() {
    return answers;
  }

  @Override
  public String name() {
    return "scoring";
  }

  @Override
  public String account() {
    return "ACC1";
  }

  @Override
  public Set<InstrumentId> subscriptions() {
    return Set.of(SeededSession.INSTRUMENTS.get(0).id(), SeededSession.INSTRUMENTS.get(1).id());
  }

  @Override
  public void start(StrategyContext newContext) {
    context = newContext;
  }

  @Override
  public void onQuote(Quote quote) {
    StrategyContext engine = Objects.requireNonNull(context);
    long time = ++questions % 7 == 0 ? -1 : 1_000_000;
    engine.requestScore("moody", quote.instrument(), engine.clock().epochNanos() + time);
  }

  @Override
  public void onScore(ScoreAnswer answer) {
    answers.add(answer);
    if (answer.isFresh()) {
      Side side = answer.value() > 0 ? Side.BUY : Side.SELL;
      StrategyContext engine = Objects.requireNonNull(context);
      engine.submit(engine.marketOrder(answer.instrument(), side, Fixed.ONE));
    }
  }

  /** Scores the change of the price, and throws now and then. */
  static final class Moody implements Scorer {
    private final Random random;

    Moody(long seed) {
      random = new Random(seed);
    }

    @Override
    public String name() {
      return "moody";
    }

    @Override
    public List<String> features() {
      return List.of("change(3)", "price");
    }

    @Override
    public String modelId() {
      return "moody-1";
    }

    @Override
    public Score score(double[] features) {
      if (random.nextInt(10) == 0) {
        throw new IllegalStateException("a bad moment");
      }
      return new Score(features[0], modelId());
    }
  }
}
