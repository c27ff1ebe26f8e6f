package io.headgate.engine.internal.service;

import io.headgate.model.market.Quote;
import io.headgate.spi.optimiser.PortfolioProblem;
import io.headgate.spi.strategy.ScoreAnswer;
import io.headgate.spi.strategy.StrategyContext;
import io.headgate.spi.strategy.TargetAnswer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A strategy that asks at each quote of ACME, and remembers the answers. */
final class Asker extends AcmeStrategy {

  private static final AtomicInteger MADE = new AtomicInteger();

  final List<ScoreAnswer> scores = new CopyOnWriteArrayList<>();
  final List<TargetAnswer> targets = new CopyOnWriteArrayList<>();
  private final Consumer<StrategyContext> question;
  private boolean inCallback;

  Asker(Consumer<StrategyContext> question) {
    super("asker-" + MADE.incrementAndGet());
    this.question = question;
  }

  /** Asks one scorer, with so many milliseconds to answer. */
  static Asker scorer(String name, long millis) {
    return new Asker(
        context ->
            context.requestScore(name, ACME, context.clock().epochNanos() + millis * 1_000_000));
  }

  /** Asks one optimiser, with so many milliseconds to answer. */
  static Asker optimiser(String name, PortfolioProblem problem, long millis) {
    return new Asker(
        context ->
            context.requestTargets(
                name, problem, context.clock().epochNanos() + millis * 1_000_000));
  }

  @Override
  public void onQuote(Quote quote) {
    inCallback = true;
    question.accept(context());
    inCallback = false;
  }

  @Override
  public void onScore(ScoreAnswer answer) {
    if (inCallback) {
      throw new IllegalStateException("answered within the callback that asked");
    }
    scores.add(answer);
  }

  @Override
  public void onTargets(TargetAnswer answer) {
    if (inCallback) {
      throw new IllegalStateException("answered within the callback that asked");
    }
    targets.add(answer);
  }

  ScoreAnswer latest() {
    return scores.get(scores.size() - 1);
  }
}
