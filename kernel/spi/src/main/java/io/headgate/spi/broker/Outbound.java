package io.headgate.spi.broker;

import io.headgate.model.order.OrderCommand;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The two ends between which routes carry approved commands to connectors. Everything that leaves
 * through {@link #onApproved} has a durable decision; {@link #dispatch} leads to the connector's
 * sending thread, where kill latch and trading state are looked at once more.
 */
@ProviderType
public interface Outbound {

  /**
   * Takes over the delivery of approved commands, in order, on one thread. With no taker commands
   * wait in a bounded buffer; when it is full orders are denied with {@code ROUTE_UNAVAILABLE}.
   *
   * @param taker called for each command; if it throws, the command is journalled NOT_SENT
   * @return gives the delivery back when closed
   * @throws IllegalStateException if there is a taker already
   */
  AutoCloseable onApproved(Consumer<OrderCommand> taker);

  /**
   * Hands a command to a connector's lane: the very object that came through {@link #onApproved},
   * once. A route can neither invent a command, nor change one, nor send one twice.
   *
   * @param broker name of the connector; normally {@link OrderCommand#broker()}
   * @throws IllegalArgumentException if there is no such connector
   * @throws IllegalStateException if its lane is full, or if it is no approved command that still
   *     waits to be sent
   */
  void dispatch(String broker, OrderCommand command);
}
