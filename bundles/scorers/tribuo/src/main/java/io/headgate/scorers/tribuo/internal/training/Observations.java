package io.headgate.scorers.tribuo.internal.training;

import io.headgate.model.market.MarketEvent;
import io.headgate.scorers.tribuo.internal.Move;
import io.headgate.spi.feature.FeatureVector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * What the model learns from: the features at one step, and what the price did over the horizon
 * after it. Observations are a horizon apart or more, so that no two look at the same move; when
 * there are too many, every other one is left out and the distance doubles.
 */
final class Observations {

  /** Most observations that are kept; a linear model learns no more from more. */
  static final int MOST = 100_000;

  private static final double BPS = 10_000;

  private final FeatureVector vector;
  private final int horizon;
  private final double flat;
  private final ArrayDeque<Pending> pending = new ArrayDeque<>();
  private List<Observation> observations = new ArrayList<>();
  private long distance;
  private long steps;
  private long last;

  /** Features whose label is not known yet. */
  private static final class Pending {
    private final long step;
    private final double price;
    private final double[] features;

    private Pending(long step, double price, double[] features) {
      this.step = step;
      this.price = price;
      this.features = features;
    }
  }

  /** The features at one step, and what the price did over the horizon after it. */
  static final class Observation {
    private final double[] features;
    private final Move move;

    Observation(double[] features, Move move) {
      this.features = features;
      this.move = move;
    }

    /** A copy, because Tribuo sorts what it is given. */
    double[] features() {
      return features.clone();
    }

    double feature(int at) {
      return features[at];
    }

    Move move() {
      return move;
    }
  }

  Observations(FeatureVector vector, int horizon, double flatBps) {
    this.vector = vector;
    this.horizon = horizon;
    this.flat = flatBps / BPS;
    this.distance = horizon;
  }

  /** Takes the next event of the instrument. */
  void accept(MarketEvent event) {
    long before = vector.steps();
    if (!vector.apply(event)) {
      return;
    }
    steps++;
    if (vector.steps() <= before) {
      // A better source of prices has begun: what was waiting has no future any more.
      pending.clear();
      last = 0;
    }
    settle(vector.steps(), vector.price());
    if ((last == 0 || vector.steps() - last >= distance) && vector.isReady()) {
      last = vector.steps();
      pending.add(new Pending(last, vector.price(), vector.values()));
    }
  }

  private void settle(long step, double price) {
    Pending due = pending.peek();
    while (due != null && due.step + horizon <= step) {
      pending.remove();
      add(new Observation(due.features, move(due.price, price)));
      due = pending.peek();
    }
  }

  private Move move(double from, double to) {
    double change = to / from - 1;
    if (Math.abs(change) <= flat) {
      return Move.FLAT;
    }
    return change > 0 ? Move.UP : Move.DOWN;
  }

  private void add(Observation observation) {
    observations.add(observation);
    if (observations.size() == MOST) {
      List<Observation> every = new ArrayList<>(MOST);
      for (int i = 0; i < MOST; i += 2) {
        every.add(observations.get(i));
      }
      observations = every;
      distance *= 2;
    }
  }

  /** Steps of the instrument so far. */
  long steps() {
    return steps;
  }

  /** Features that have no value yet. */
  List<String> warmingUp() {
    return vector.warmingUp();
  }

  /** The observations whose label is known, oldest first. */
  List<Observation> all() {
    return List.copyOf(observations);
  }
}
