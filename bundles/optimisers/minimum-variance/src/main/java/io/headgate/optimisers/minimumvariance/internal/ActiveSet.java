package io.headgate.optimisers.minimumvariance.internal;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.ojalgo.matrix.decomposition.LU;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

/**
 * Makes the answer of an iterative solver exact: with the bounds that hold taken as equations, the
 * conditions of Karush, Kuhn and Tucker are one linear system. Where its solution breaks a bound or
 * a multiplier has the wrong sign, the set of bounds is changed and the system solved again
 * (solution polishing: Stellato, Banjac, Goulart, Bemporad, Boyd, OSQP, Mathematical Programming
 * Computation 12 (2020) 637-672, section 5.2).
 */
final class ActiveSet {

  private static final double AT_BOUND = 1e-6;
  private static final double WEIGHT_ROUNDING = 1e-13;
  private static final double SLOPE_ROUNDING = 1e-11;

  private final Question question;
  private final Covariance covariance;
  private final double[] promise;
  private final double wanted;
  private final int[] side;
  private boolean promiseHolds;
  private double price;
  private double premium;

  ActiveSet(Question question, Covariance covariance, OptionalDouble minReturn) {
    this.question = question;
    this.covariance = covariance;
    double unit = unitOfReturns(question);
    this.promise = new double[question.size()];
    for (int i = 0; i < promise.length; i++) {
      promise[i] = question.expected(i) / unit;
    }
    this.wanted = minReturn.orElse(Double.NEGATIVE_INFINITY) / unit;
    this.side = new int[question.size()];
  }

  /** Expected returns are counted in units of the largest, so that the system is well scaled. */
  static double unitOfReturns(Question question) {
    double largest = 0;
    for (int i = 0; i < question.size(); i++) {
      largest = Math.max(largest, Math.abs(question.expected(i)));
    }
    return largest > 0 ? largest : 1;
  }

  /** Weights that keep all constraints, and are as good as double arithmetic allows. */
  double[] exact(double[] found) {
    for (int i = 0; i < found.length; i++) {
      side[i] =
          found[i] <= question.lower(i) + AT_BOUND
              ? -1
              : found[i] >= question.upper(i) - AT_BOUND ? 1 : 0;
    }
    promiseHolds = sum(promise, found) < wanted + AT_BOUND;
    for (int round = 0; round < 20 + 4 * found.length; round++) {
      double[] weights = solve();
      if (weights == null) {
        break;
      }
      if (!boundWhatBroke(weights) && !freeWhatPulls(weights)) {
        return within(weights);
      }
    }
    return within(found);
  }

  /** The point at which the conditions hold for this set of bounds; null where there is none. */
  private double @Nullable [] solve() {
    int free = 0;
    for (int s : side) {
      free += s == 0 ? 1 : 0;
    }
    int equations = promiseHolds ? 2 : 1;
    if (free < equations) {
      return null;
    }
    R064Store left = R064Store.FACTORY.make(free + equations, free + equations);
    R064Store right = R064Store.FACTORY.make(free + equations, 1);
    fill(left, right, free);
    LU<Double> lu = LU.R064.make(free + equations, free + equations);
    if (!lu.decompose(left) || !lu.isSolvable()) {
      return null;
    }
    MatrixStore<Double> solution = lu.getSolution(right);
    double[] weights = new double[side.length];
    int row = 0;
    for (int i = 0; i < side.length; i++) {
      weights[i] = side[i] == 0 ? solution.doubleValue(row++, 0) : bound(i);
      if (!Double.isFinite(weights[i])) {
        return null;
      }
    }
    price = solution.doubleValue(free, 0);
    premium = promiseHolds ? solution.doubleValue(free + 1, 0) : 0;
    return weights;
  }

  private void fill(R064Store left, R064Store right, int free) {
    double budget = 1;
    double return0 = wanted;
    int row = 0;
    for (int i = 0; i < side.length; i++) {
      if (side[i] != 0) {
        budget -= bound(i);
        return0 -= promise[i] * bound(i);
        continue;
      }
      double pull = 0;
      int column = 0;
      for (int j = 0; j < side.length; j++) {
        if (side[j] == 0) {
          left.set(row, column++, covariance.at(i, j));
        } else {
          pull -= covariance.at(i, j) * bound(j);
        }
      }
      right.set(row, 0, pull);
      border(left, row, free, -1, 1);
      if (promiseHolds) {
        border(left, row, free + 1, -promise[i], promise[i]);
      }
      row++;
    }
    right.set(free, 0, budget);
    if (promiseHolds) {
      right.set(free + 1, 0, return0);
    }
  }

  private static void border(R064Store left, int row, int at, double inColumn, double inRow) {
    left.set(row, at, inColumn);
    left.set(at, row, inRow);
  }

  private double bound(int i) {
    return side[i] < 0 ? question.lower(i) : question.upper(i);
  }

  private boolean boundWhatBroke(double[] weights) {
    boolean changed = false;
    for (int i = 0; i < side.length; i++) {
      if (side[i] == 0 && weights[i] < question.lower(i) - WEIGHT_ROUNDING) {
        side[i] = -1;
        changed = true;
      } else if (side[i] == 0 && weights[i] > question.upper(i) + WEIGHT_ROUNDING) {
        side[i] = 1;
        changed = true;
      }
    }
    if (!promiseHolds && sum(promise, weights) < wanted - WEIGHT_ROUNDING) {
      promiseHolds = true;
      changed = true;
    }
    return changed;
  }

  /** Lets go of the bound whose multiplier has the wrong sign most. */
  private boolean freeWhatPulls(double[] weights) {
    double worst = SLOPE_ROUNDING;
    int freed = -1;
    for (int i = 0; i < side.length; i++) {
      if (side[i] == 0 || question.lower(i) == question.upper(i)) {
        continue;
      }
      double slope = -price - premium * promise[i];
      for (int j = 0; j < side.length; j++) {
        slope += covariance.at(i, j) * weights[j];
      }
      double wrong = side[i] * slope;
      if (wrong > worst) {
        worst = wrong;
        freed = i;
      }
    }
    if (promiseHolds && -premium > worst) {
      promiseHolds = false;
      return true;
    }
    if (freed >= 0) {
      side[freed] = 0;
    }
    return freed >= 0;
  }

  /** Onto the bounds, what that leaves over or short spread where there is room. */
  private double[] within(double[] weights) {
    double[] kept = weights.clone();
    for (int i = 0; i < kept.length; i++) {
      kept[i] = Math.max(question.lower(i), Math.min(question.upper(i), kept[i]));
    }
    double left = 1;
    double room = 0;
    for (int i = 0; i < kept.length; i++) {
      left -= kept[i];
    }
    for (int i = 0; i < kept.length; i++) {
      room += left > 0 ? question.upper(i) - kept[i] : kept[i] - question.lower(i);
    }
    for (int i = 0; i < kept.length && room > 0; i++) {
      double own = left > 0 ? question.upper(i) - kept[i] : kept[i] - question.lower(i);
      kept[i] += left * (own / room);
    }
    return kept;
  }

  private static double sum(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
