package io.headgate.rest.internal.view;

import io.headgate.spi.strategy.StrategyStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The strategies of the node. */
@Schema(name = "Strategies")
public record StrategiesView(List<Strategy> strategies) {

  /** One strategy. */
  @Schema(name = "Strategy")
  public record Strategy(
      String name,
      String account,
      StrategyStatus.State state,
      @Schema(description = "Why it is not active; empty when it is") String reason,
      @Schema(description = "Number of instruments") int subscriptions,
      @Schema(description = "Market events that it got") long events,
      @Schema(description = "What it asked for") long intents,
      @Schema(description = "How many of those were denied") long denied,
      int openOrders) {

    static Strategy of(StrategyStatus status) {
      return new Strategy(
          status.name(),
          status.account(),
          status.state(),
          status.reason(),
          status.subscriptions(),
          status.events(),
          status.intents(),
          status.denied(),
          status.openOrders());
    }
  }

  /** Strategies as clients see them. */
  public static StrategiesView of(List<StrategyStatus> strategies) {
    return new StrategiesView(strategies.stream().map(Strategy::of).toList());
  }
}
