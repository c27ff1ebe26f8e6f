package io.headgate.spi.broker;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.MarketBatch;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.OrderCommand;
import io.headgate.model.order.Side;
import io.headgate.spi.plugin.Plugin;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Speaks a venue's protocol. Holds no risk logic.
 *
 * <p>Published as an OSGi service. The engine gives each connector one lane: {@code send}, {@code
 * requestStatus}, {@code onMarket} and its timers run there one at a time. Reports may come from
 * any thread.
 */
@ConsumerType
public interface BrokerConnector extends Plugin {

  /** Whether orders of this venue code can go here. */
  boolean serves(String venue);

  /** Called once on the lane, before anything else. */
  void start(BrokerContext context);

  /** Called once on the lane, after everything else. */
  void stop();

  /**
   * Sends a command. Returning normally says that it was handed to the venue.
   *
   * @throws NotSentException if it certainly did not reach the venue; the engine releases its
   *     rights
   * @throws RuntimeException anything else: it may have been sent, and the order becomes UNKNOWN
   */
  void send(OrderCommand command) throws NotSentException;

  /**
   * Asks the venue for the truth about an order (OrderStatusRequest, H), by any ClOrdID of its
   * chain. The connector answers through its sink: first every trade of the order again, then one
   * ORDER_STATUS report with what the venue knows. That report names the latest ClOrdID of the
   * chain that the venue has accepted, so that a replace in doubt is settled too; for an order that
   * the venue never saw it names the ClOrdID asked about, REJECTED with CumQty 0.
   */
  void requestStatus(ClOrdId clOrdId, InstrumentId instrument, Side side);

  /** Whether {@link #onMarket} is wanted; only simulated venues do. */
  default boolean wantsMarket() {
    return false;
  }

  /**
   * Market data, for simulated venues. A replay hands over single rows, so that no row is seen
   * before its time.
   *
   * @param from first row to read
   * @param to row after the last one to read
   */
  default void onMarket(MarketBatch batch, int from, int to) {}

  /** Positions and open orders as the venue sees them; safe from every thread. */
  VenueSnapshot snapshot();
}
