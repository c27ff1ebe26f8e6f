package io.headgate.spi.strategy;

import io.headgate.model.instrument.Instrument;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.Order;
import io.headgate.model.order.OrderIntent;
import io.headgate.model.order.Side;
import io.headgate.model.position.Position;
import io.headgate.spi.optimiser.PortfolioProblem;
import io.headgate.spi.time.Clock;
import io.headgate.spi.time.Timers;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What a strategy may ask of the engine; for use inside its callbacks only. */
@ProviderType
public interface StrategyContext {

  /** Time. */
  Clock clock();

  /** Timers that run like callbacks. */
  Timers timers();

  /**
   * Reference data of an instrument.
   *
   * @throws IllegalArgumentException if the node does not know it; the message says where to add it
   */
  Instrument instrument(InstrumentId id);

  /**
   * Asks for an order, a replace or a cancel. The outcome comes as {@link Strategy#onDecision}
   * after the present callback has returned.
   *
   * @throws IllegalArgumentException if the originator is not this strategy with its account
   */
  void submit(OrderIntent intent);

  /** Position of the strategy's account on this node in an instrument; flat where there is none. */
  Position position(InstrumentId instrument);

  /** Open orders of this strategy, oldest first. */
  List<Order> openOrders();

  /**
   * What would still be allowed: the largest quantity that the position limits leave for a side,
   * nine decimals; {@link Long#MAX_VALUE} where no such limit applies.
   */
  long headroom(InstrumentId instrument, Side side);

  /**
   * Asks a scorer about an instrument, with the features as they are now. Exactly one {@link
   * Strategy#onScore} follows, after the present callback has returned: fresh if the score came by
   * the deadline; stale, at the deadline, if it did not (a later score is dropped); unavailable
   * where there will be none. The first request for an instrument starts the warm-up of the
   * scorer's features. Live, scorers run on threads of their own; in a replay they answer at the
   * same event time, so that a score is stale there only if the deadline had passed already.
   *
   * @param scorer its {@link io.headgate.spi.plugin.Plugin#name}
   * @param deadlineEpochNanos latest time for the answer by {@link #clock}, UTC nanoseconds since
   *     1970
   * @return number of the request, which the answer repeats
   */
  long requestScore(String scorer, InstrumentId instrument, long deadlineEpochNanos);

  /**
   * Asks an optimiser for a portfolio. Exactly one {@link Strategy#onTargets} follows, as with
   * {@link #requestScore}.
   *
   * @param optimiser its {@link io.headgate.spi.plugin.Plugin#name}
   * @param deadlineEpochNanos latest time for the answer by {@link #clock}, UTC nanoseconds since
   *     1970
   * @return number of the request, which the answer repeats
   */
  long requestTargets(String optimiser, PortfolioProblem problem, long deadlineEpochNanos);

  /** Convenience: a limit order of this strategy and its account. */
  NewOrder limitOrder(InstrumentId instrument, Side side, long quantity, long limitPrice);

  /** Convenience: an immediate-or-cancel market order of this strategy and its account. */
  NewOrder marketOrder(InstrumentId instrument, Side side, long quantity);
}
