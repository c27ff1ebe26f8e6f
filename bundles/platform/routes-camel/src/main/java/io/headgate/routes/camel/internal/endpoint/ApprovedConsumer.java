package io.headgate.routes.camel.internal.endpoint;

import io.headgate.model.order.OrderCommand;
import io.headgate.spi.broker.Outbound;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;

/**
 * {@code headgate:approved}: takes each approved command from the engine, in order, on the engine's
 * delivery thread. Buffer: the engine's; while the route is stopped, suspended or absent, commands
 * wait there, and when it is full the engine denies with ROUTE_UNAVAILABLE. A command that the
 * route has handed to no broker when it ends is given back, and the engine journals NOT_SENT.
 */
final class ApprovedConsumer extends ServiceConsumer<Outbound> {

  ApprovedConsumer(HeadgateEndpoint endpoint, Processor processor) {
    super(endpoint, processor, endpoint.room().services().outbound());
  }

  @Override
  AutoCloseable attach(Outbound outbound) {
    return outbound.onApproved(this::take);
  }

  @Override
  protected void doSuspend() {
    want(false);
  }

  @Override
  protected void doResume() {
    want(true);
  }

  private void take(OrderCommand command) {
    Delivery delivery = new Delivery(command);
    Exchange exchange = createExchange(false);
    try {
      fill(exchange.getIn(), command);
      exchange.setProperty(Delivery.PROPERTY, delivery);
      process(exchange);
      if (!delivery.close()) {
        throw new IllegalStateException(
            "route %s handed %s to no broker%s"
                .formatted(getRouteId(), command.clOrdId(), why(exchange.getException())));
      }
    } finally {
      delivery.close();
      releaseExchange(exchange, false);
    }
  }

  private void process(Exchange exchange) {
    try {
      getProcessor().process(exchange);
    } catch (Exception e) {
      exchange.setException(e);
    }
  }

  private static void fill(Message message, OrderCommand command) {
    message.setBody(command);
    message.setHeader(Headers.BROKER, command.broker());
    message.setHeader(Headers.INSTRUMENT, command.instrument().toString());
    message.setHeader(Headers.VENUE, command.instrument().venue());
    message.setHeader(Headers.COMMAND, command.getClass().getSimpleName());
  }

  private static String why(@Nullable Exception failure) {
    return failure == null ? "" : ": " + failure.getMessage();
  }
}
