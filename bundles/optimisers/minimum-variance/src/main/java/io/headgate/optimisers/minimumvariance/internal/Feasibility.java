package io.headgate.optimisers.minimumvariance.internal;

import io.headgate.spi.optimiser.TargetPortfolio.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Whether any weights keep all bounds at once, asked before anything is solved. */
final class Feasibility {

  /** Bounds may miss each other by so much: they are written as decimals. */
  static final double ROUNDING = 1e-9;

  private static final int SHOWN = 5;

  private final Question question;

  Feasibility(Question question) {
    this.question = question;
  }

  /**
   * @throws Unsolvable if there are none, with the bounds and their sums, or with the best return
   *     that they allow
   */
  void check(OptionalDouble minReturn) throws Unsolvable {
    double least = 0;
    double most = 0;
    for (int i = 0; i < question.size(); i++) {
      least += question.lower(i);
      most += question.upper(i);
    }
    if (least > 1 + ROUNDING) {
      throw infeasible(
          "the minWeights add up to %s, more than 1 (%s); lower some"
              .formatted(shown(least), largest(true)));
    }
    if (most < 1 - ROUNDING) {
      throw infeasible(
          "the maxWeights add up to %s, less than 1 (%s); raise some, or add assets"
              .formatted(shown(most), largest(false)));
    }
    if (minReturn.isPresent()) {
      double best = bestReturn();
      if (best < minReturn.getAsDouble() - ROUNDING * Math.abs(best)) {
        throw infeasible(
            "the best expected return within the bounds is %s, less than the %s that minReturnBps of etc/%s.cfg asks for; lower it"
                .formatted(best, minReturn.getAsDouble(), MinimumVarianceConfig.PID));
      }
    }
  }

  private static Unsolvable infeasible(String message) {
    return new Unsolvable(Outcome.INFEASIBLE, message);
  }

  private String largest(boolean lower) {
    Comparator<Integer> bySize =
        Comparator.comparingDouble(i -> lower ? question.lower(i) : question.upper(i));
    List<String> parts = new ArrayList<>();
    for (int i : assets(lower ? bySize.reversed() : bySize)) {
      if (parts.size() == SHOWN) {
        parts.add("and %d more".formatted(question.size() - SHOWN));
        break;
      }
      parts.add(question.id(i) + " " + shown(lower ? question.lower(i) : question.upper(i)));
    }
    return String.join(", ", parts);
  }

  private List<Integer> assets(Comparator<Integer> order) {
    List<Integer> assets = new ArrayList<>();
    for (int i = 0; i < question.size(); i++) {
      assets.add(i);
    }
    assets.sort(order);
    return assets;
  }

  /** Everything at its lower bound, and what is left to the assets that promise most. */
  private double bestReturn() {
    double left = 1;
    double best = 0;
    for (int i = 0; i < question.size(); i++) {
      left -= question.lower(i);
      best += question.lower(i) * question.expected(i);
    }
    Comparator<Integer> byPromise = Comparator.comparingDouble(i -> -question.expected(i));
    for (int i : assets(byPromise)) {
      double more = Math.max(0, Math.min(left, question.upper(i) - question.lower(i)));
      best += more * question.expected(i);
      left -= more;
    }
    return best;
  }

  private static String shown(double weight) {
    return String.format(Locale.ROOT, "%.6f", weight).replaceFirst("\\.?0+$", "");
  }
}
