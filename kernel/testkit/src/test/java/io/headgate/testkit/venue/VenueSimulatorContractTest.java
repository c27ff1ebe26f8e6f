package io.headgate.testkit.venue;

import io.headgate.model.instrument.Instrument;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdType;
import io.headgate.model.order.OrderCommand;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.spi.broker.BrokerConnector;
import io.headgate.testkit.contract.BrokerConnectorContract;
import org.jspecify.annotations.Nullable;

/** The simulator is a venue too, once a script matches orders against the last quote. */
class VenueSimulatorContractTest extends BrokerConnectorContract {

  private long bid;
  private long ask;
  private long size;
  private @Nullable VenueSimulator venue;

  @Override
  protected BrokerConnector create() {
    venue = new VenueSimulator("simulated").reacting(this::match);
    return venue;
  }

  @Override
  protected void settle() {
    super.settle();
    if (venue != null) {
      venue.resendRefused();
    }
  }

  @Override
  protected void quote(Instrument instrument, String newBid, String newAsk, long newSize) {
    bid = Fixed.parse(newBid);
    ask = Fixed.parse(newAsk);
    size = newSize;
    super.quote(instrument, newBid, newAsk, newSize);
  }

  private void match(VenueSimulator simulator, OrderCommand command) {
    ClOrdId id = command.clOrdId();
    if (command instanceof OrderCommand.Send send) {
      NewOrder order = send.order();
      if (context().reference().instrument(order.instrument()) == null) {
        simulator.reject(id, "unknown instrument");
        return;
      }
      simulator.accept(id);
      fill(simulator, id, order);
    } else {
      Reaction.ACKNOWLEDGE.react(simulator, command);
    }
  }

  private void fill(VenueSimulator simulator, ClOrdId id, NewOrder order) {
    long price = order.side() == Side.BUY ? ask : bid;
    boolean reachable =
        order.type() == OrdType.MARKET
            || (order.side() == Side.BUY
                ? price <= order.limitPrice()
                : price >= order.limitPrice());
    long quantity = reachable ? Math.min(size, order.quantity()) : 0;
    boolean killed = order.timeInForce() == TimeInForce.FOK && quantity < order.quantity();
    if (quantity > 0 && !killed) {
      simulator.fill(id, quantity, price);
      size -= quantity;
    }
    boolean immediate =
        order.timeInForce() == TimeInForce.IOC || order.timeInForce() == TimeInForce.FOK;
    if (immediate && simulator.leavesQty(id) > 0) {
      simulator.cancel(id);
    }
  }
}
