package io.headgate.features.indicators.internal;

import io.headgate.model.market.Quote;
import io.headgate.model.number.Fixed;
import io.headgate.spi.feature.Feature;

/**
 * Order flow imbalance over the changes between the last n + 1 two-sided quotes, as a share of all
 * flow, −1 to 1; 0 where nothing flowed. Cont, Kukanov and Stoikov, The Price Impact of Order Book
 * Events, Journal of Financial Econometrics 12 (2014), equations 3 and 4: a bid that rises or grows
 * and an offer that rises or shrinks count as demand, their opposites as supply.
 */
final class FlowImbalance implements Feature {

  private final Ring flows;
  private final Ring sizes;
  private double flow;
  private double size;
  private double bidPrice;
  private double bidSize;
  private double askPrice;
  private double askSize;
  private boolean quoted;

  FlowImbalance(int quotes) {
    flows = new Ring(quotes);
    sizes = new Ring(quotes);
  }

  @Override
  public void onQuote(Quote quote) {
    if (!Touch.isUsable(quote)) {
      return;
    }
    double bid = Fixed.toDouble(quote.bidPrice());
    double bidNow = Fixed.toDouble(quote.bidSize());
    double ask = Fixed.toDouble(quote.askPrice());
    double askNow = Fixed.toDouble(quote.askSize());
    if (quoted) {
      double demand = (bid >= bidPrice ? bidNow : 0) - (bid <= bidPrice ? bidSize : 0);
      double supply = (ask <= askPrice ? askNow : 0) - (ask >= askPrice ? askSize : 0);
      observe(demand - supply, Math.abs(demand) + Math.abs(supply));
    }
    bidPrice = bid;
    bidSize = bidNow;
    askPrice = ask;
    askSize = askNow;
    quoted = true;
  }

  private void observe(double newFlow, double newSize) {
    flow += newFlow - flows.add(newFlow);
    size += newSize - sizes.add(newSize);
    // Once a round, so that rounding errors do not pile up.
    if (flows.isAtStart()) {
      flow = flows.sum();
      size = sizes.sum();
    }
  }

  @Override
  public double value() {
    if (!flows.isFull()) {
      return Double.NaN;
    }
    return size > 0 ? Math.max(-1, Math.min(1, flow / size)) : 0;
  }

  @Override
  public void reset() {
    flows.clear();
    sizes.clear();
    flow = 0;
    size = 0;
    quoted = false;
  }
}
