package io.headgate.strategies.rebalance.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The last returns of all instruments, from prices that are looked at every so often. */
final class Observations {

  private final int most;
  private final Deque<double[]> returns = new ArrayDeque<>();
  private double[] last = new double[0];

  /**
   * @param most returns that are kept
   */
  Observations(int most) {
    this.most = most;
  }

  /** Takes the prices of one moment, all above 0 and always in the same order. */
  void add(double[] prices) {
    if (last.length > 0) {
      double[] change = new double[prices.length];
      for (int i = 0; i < prices.length; i++) {
        change[i] = prices[i] / last[i] - 1;
      }
      returns.addLast(change);
      if (returns.size() > most) {
        returns.removeFirst();
      }
    }
    last = prices.clone();
  }

  /** Whether there are as many as the optimiser is to see. */
  boolean isFull() {
    return returns.size() == most;
  }

  /** Mean return of an instrument over one observation. */
  double mean(int instrument) {
    double sum = 0;
    for (double[] row : returns) {
      sum += row[instrument];
    }
    return returns.isEmpty() ? 0 : sum / returns.size();
  }

  /** All of them, oldest first. */
  List<List<Double>> rows() {
    List<List<Double>> rows = new ArrayList<>();
    for (double[] row : returns) {
      List<Double> copy = new ArrayList<>(row.length);
      for (double entry : row) {
        copy.add(entry);
      }
      rows.add(copy);
    }
    return rows;
  }
}
