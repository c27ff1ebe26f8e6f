package io.headgate.node.internal.session;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.OrderCommand;
import io.headgate.model.order.Side;
import io.headgate.spi.broker.BrokerConnector;
import io.headgate.spi.broker.BrokerContext;
import io.headgate.spi.broker.VenueSnapshot;

/** A venue whose books are those of the fake node. */
record BookVenue(FakeNode node) implements BrokerConnector {

  @Override
  public String name() {
    return "paper";
  }

  @Override
  public boolean serves(String venue) {
    return true;
  }

  @Override
  public void start(BrokerContext context) {}

  @Override
  public void stop() {}

  @Override
  public void send(OrderCommand command) {
    throw new IllegalStateException("the fake node sends nothing");
  }

  @Override
  public void requestStatus(ClOrdId clOrdId, InstrumentId instrument, Side side) {}

  @Override
  public VenueSnapshot snapshot() {
    return node.snapshot();
  }
}
