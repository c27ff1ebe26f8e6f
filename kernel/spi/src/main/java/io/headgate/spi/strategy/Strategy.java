package io.headgate.spi.strategy;

import io.headgate.model.decision.Decision;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.Bar;
import io.headgate.model.market.Quote;
import io.headgate.model.market.Trade;
import io.headgate.model.order.Order;
import io.headgate.model.order.OrderIntent;
import io.headgate.spi.plugin.Plugin;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Turns market events into order intents. Never sends: what it asks for goes the one way.
 *
 * <p>Published as an OSGi service. All callbacks and timers of a strategy run one at a time on the
 * engine's thread and must return fast (well under a millisecond). An exception stops this strategy
 * alone: it is marked FAILED, an alarm is raised, its open orders stay the engine's.
 *
 * <p>Deterministic: it takes time and timers from its context only, and no other input than its
 * callbacks.
 */
@ConsumerType
public interface Strategy extends Plugin {

  /** Account that its orders and positions belong to. */
  String account();

  /** Instruments whose events it wants; read once, after {@code start}. */
  Set<InstrumentId> subscriptions();

  /**
   * Called before the first event, and again after each stop, failure or change of its settings: it
   * begins anew, with the settings that are in force now. Orders that are still open are in {@link
   * StrategyContext#openOrders}; the timers of the life before are gone.
   *
   * @throws RuntimeException if it cannot run; it is shown FAILED with the message
   */
  void start(StrategyContext context);

  /** Called after the last event; the context must not be used any more. */
  default void stop() {}

  /** A quote of a subscribed instrument. */
  default void onQuote(Quote quote) {}

  /** A trade of a subscribed instrument. */
  default void onTrade(Trade trade) {}

  /** A bar of a subscribed instrument. */
  default void onBar(Bar bar) {}

  /** What became of one of its intents; denials come with every reason. */
  default void onDecision(Decision decision) {}

  /**
   * There is no decision on one of its intents, and no {@link #onDecision} follows: the node is
   * starting, the journal takes no record, the order path failed. Nothing that adds risk was sent;
   * for a strategy it is like a denial. A cancel may have been sent all the same.
   *
   * @param intent what it had asked for
   * @param reason why, in words
   */
  default void onUndecided(OrderIntent intent, String reason) {}

  /**
   * Something happened to one of its orders.
   *
   * @param order the order after it
   * @param report what the venue said
   */
  default void onExecution(Order order, ExecutionReport report) {}

  /** The answer to one of its {@link StrategyContext#requestScore}. */
  default void onScore(ScoreAnswer answer) {}

  /** The answer to one of its {@link StrategyContext#requestTargets}. */
  default void onTargets(TargetAnswer answer) {}

  /**
   * An accepted command certainly did not reach the venue: its connector had no session, a kill
   * came first, the route failed. No {@link #onExecution} follows for it.
   *
   * @param order the order after it: DENIED if it was the order itself that was not sent; as it was
   *     before, if it was a replace or a cancel
   * @param reason why, short
   */
  default void onNotSent(Order order, String reason) {}
}
