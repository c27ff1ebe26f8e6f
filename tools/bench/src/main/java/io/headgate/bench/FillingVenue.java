package io.headgate.bench;

import io.headgate.model.execution.ExecType;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.OrderCommand;
import io.headgate.model.order.Side;
import io.headgate.spi.broker.BrokerConnector;
import io.headgate.spi.broker.BrokerContext;
import io.headgate.spi.broker.VenueSnapshot;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A venue that fills every order at once and whole, so that only the gate is measured. */
final class FillingVenue implements BrokerConnector {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

  private @Nullable BrokerContext context;

  @Override
  public String name() {
    return "filling";
  }

  @Override
  public boolean serves(String venue) {
    return true;
  }

  @Override
  public void start(BrokerContext newContext) {
    context = newContext;
  }

  @Override
  public void stop() {}

  @Override
  public void send(OrderCommand command) {
    if (command instanceof OrderCommand.Send send) {
      NewOrder order = send.order();
      var unused =
          Objects.requireNonNull(context)
              .executions()
              .accept(
                  new ExecutionReport(
                      name(),
                      ExecType.TRADE,
                      send.clOrdId(),
                      "V",
                      order.instrument(),
                      order.side(),
                      OrdStatus.FILLED,
                      send.clOrdId().toString(),
                      DAY,
                      order.quantity(),
                      order.limitPrice(),
                      order.quantity(),
                      0,
                      "",
                      Objects.requireNonNull(context).clock().epochNanos(),
                      ""));
    }
  }

  @Override
  public void requestStatus(ClOrdId clOrdId, InstrumentId instrument, Side side) {}

  @Override
  public VenueSnapshot snapshot() {
    return new VenueSnapshot(Map.of(), Map.of());
  }
}
