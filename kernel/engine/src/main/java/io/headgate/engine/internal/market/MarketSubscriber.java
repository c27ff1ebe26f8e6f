package io.headgate.engine.internal.market;

import io.headgate.model.market.MarketEvent;

/** Who is told of an instrument's events. */
@FunctionalInterface
public interface MarketSubscriber {

  /** An event of a subscribed instrument, after the market book has taken it in. */
  void onEvent(MarketEvent event);
}
