package io.headgate.strategies.rebalance.internal;

import io.headgate.model.instrument.Instrument;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.Side;
import io.headgate.spi.optimiser.PortfolioProblem;
import io.headgate.spi.optimiser.PortfolioProblem.Asset;
import io.headgate.spi.strategy.OrderDesk;
import io.headgate.spi.strategy.StrategyContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All holdings, in the order of their instruments: what is asked about them, and what follows. */
final class Portfolio {

  /** Weights are decimals of an optimiser: they may miss their bounds by so much. */
  private static final double ROUNDING = 1e-6;

  private final RebalanceSettings settings;
  private final OrderDesk desk;
  private final Observations observations;
  private final SortedMap<InstrumentId, Holding> holdings = new TreeMap<>();

  /**
   * @throws IllegalArgumentException if an instrument is unknown or priced in another currency than
   *     the capital
   */
  Portfolio(RebalanceSettings settings, StrategyContext context, OrderDesk desk) {
    this.settings = settings;
    this.desk = desk;
    this.observations = new Observations(settings.question().observations());
    for (InstrumentId id : settings.instruments()) {
      Instrument instrument = context.instrument(id);
      if (!instrument.currency().equals(settings.capital().currency())) {
        throw new IllegalArgumentException(
            "%s is priced in %s, expected %s, the currency of the capital; leave it out of 'instruments' or hold it in a portfolio of its own"
                .formatted(id, instrument.currency(), settings.capital().currency()));
      }
      holdings.put(id, new Holding(instrument, context));
    }
  }

  @Nullable Holding holding(InstrumentId id) {
    return holdings.get(id);
  }

  /** Looks at all prices; where nothing has ticked since, there is nothing to see. */
  void sample() {
    double[] prices = new double[holdings.size()];
    boolean ticked = false;
    int i = 0;
    for (Holding holding : holdings.values()) {
      if (!holding.isPriced()) {
        return;
      }
      ticked |= holding.ticked();
      prices[i++] = holding.price();
    }
    if (ticked) {
      observations.add(prices);
    }
  }

  /** Instruments that have never been priced. */
  List<InstrumentId> unpriced() {
    List<InstrumentId> unpriced = new ArrayList<>();
    holdings.forEach(
        (id, holding) -> {
          if (!holding.isPriced()) {
            unpriced.add(id);
          }
        });
    return unpriced;
  }

  /** The question for the optimiser; null until there are enough observations. */
  @Nullable PortfolioProblem problem() {
    if (!observations.isFull()) {
      return null;
    }
    List<Asset> assets = new ArrayList<>();
    for (InstrumentId id : holdings.keySet()) {
      double expected = observations.mean(assets.size());
      assets.add(new Asset(id, expected, settings.bounds().least(), settings.bounds().most()));
    }
    return new PortfolioProblem(assets, observations.rows());
  }

  /**
   * Takes weights over as goals.
   *
   * @return what is wrong with them; empty where nothing is, and only then they are taken
   */
  String aim(Map<InstrumentId, Double> weights) {
    for (InstrumentId id : new TreeSet<>(weights.keySet())) {
      if (!holdings.containsKey(id)) {
        return id + " was not asked about";
      }
    }
    double sum = 0;
    for (InstrumentId id : holdings.keySet()) {
      double weight = weights.getOrDefault(id, 0.0);
      if (!(weight >= settings.bounds().least() - ROUNDING
          && weight <= settings.bounds().most() + ROUNDING)) {
        return "the weight of %s is %s, asked for was %s to %s"
            .formatted(id, weight, settings.bounds().least(), settings.bounds().most());
      }
      sum += weight;
    }
    if (!(sum > 0 && sum <= 1 + ROUNDING)) {
      return "the weights add up to %s, expected more than 0 and no more than 1".formatted(sum);
    }
    double capital = settings.capital().amount();
    holdings.forEach(
        (id, holding) ->
            holding.aim(
                Math.max(0, weights.getOrDefault(id, 0.0)) * capital,
                settings.bounds().band() * capital));
    return "";
  }

  /** Trades towards the goals: what is to be sold first, so that the capital is not exceeded. */
  void trade() {
    boolean selling = false;
    for (Holding holding : holdings.values()) {
      if (holding.due() < 0) {
        selling |= trade(holding);
      }
    }
    for (Holding holding : holdings.values()) {
      if (holding.due() >= 0 && (!selling || holding.due() == 0)) {
        trade(holding);
      }
    }
  }

  /** Whether something still goes on in the instrument. */
  private boolean trade(Holding holding) {
    InstrumentId id = holding.instrument().id();
    long due = holding.due();
    desk.cancelExcept(id, due == 0 ? null : due > 0 ? Side.BUY : Side.SELL);
    if (due == 0 || !desk.isFree(id)) {
      return due != 0;
    }
    NewOrder order = holding.order(settings.orders().style());
    if (order == null) {
      holding.rest();
      return false;
    }
    desk.submit(order);
    return true;
  }
}
