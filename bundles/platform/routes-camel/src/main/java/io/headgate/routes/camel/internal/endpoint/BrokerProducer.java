package io.headgate.routes.camel.internal.endpoint;

import io.headgate.spi.broker.Outbound;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;
import org.jspecify.annotations.Nullable;

/**
 * {@code headgate:broker}: hands an approved command to a connector's lane. It takes nothing but
 * the very command that {@code headgate:approved} began with: there is no way around the rules.
 */
final class BrokerProducer extends DefaultProducer {

  private final HeadgateEndpoint endpoint;
  private final @Nullable String name;

  /**
   * @param name connector; null: the one in the header, which is the one that the engine chose
   */
  BrokerProducer(HeadgateEndpoint endpoint, @Nullable String name) {
    super(endpoint);
    this.endpoint = endpoint;
    this.name = name;
  }

  @Override
  public void process(Exchange exchange) {
    Delivery delivery = exchange.getProperty(Delivery.PROPERTY, Delivery.class);
    if (delivery == null) {
      throw new IllegalStateException(
          "headgate:broker takes approved commands only: the route must begin at headgate:approved");
    }
    if (exchange.getMessage().getBody() != delivery.command()) {
      throw new IllegalStateException(
          "the route has changed the body of %s; headgate:broker sends what was approved, unchanged"
              .formatted(delivery.command().clOrdId()));
    }
    Outbound outbound = endpoint.room().services().outbound().get();
    if (outbound == null) {
      throw new IllegalStateException("the engine is absent");
    }
    delivery.begin();
    boolean done = false;
    try {
      outbound.dispatch(broker(exchange, delivery), delivery.command());
      done = true;
    } finally {
      if (done) {
        delivery.succeed();
      } else {
        delivery.fail();
      }
    }
  }

  private String broker(Exchange exchange, Delivery delivery) {
    if (name != null) {
      return name;
    }
    Object header = exchange.getMessage().getHeader(Headers.BROKER);
    return header instanceof String text && !text.isEmpty() ? text : delivery.command().broker();
  }
}
