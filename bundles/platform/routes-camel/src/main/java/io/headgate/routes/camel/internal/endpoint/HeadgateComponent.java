package io.headgate.routes.camel.internal.endpoint;

import java.util.Map;
import java.util.Objects;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.jspecify.annotations.Nullable;

/**
 * The Camel component {@code headgate:}. Routes begin at {@code feed}, {@code approved}, {@code
 * executions} and {@code decisions}; they lead to {@code market}, {@code broker} and {@code
 * orders}.
 */
public final class HeadgateComponent extends DefaultComponent {

  private static final int MAX_CAPACITY = 65_536;

  private final Room room;

  /**
   * @param room what the endpoints share
   */
  public HeadgateComponent(Room room) {
    this.room = room;
  }

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
    return switch (remaining) {
      case "feed" -> feed(uri, parameters);
      case "approved" -> HeadgateEndpoint.from(uri, this, room, ApprovedConsumer::new);
      case "executions" -> events(uri, parameters, EventKind.EXECUTIONS);
      case "decisions" -> events(uri, parameters, EventKind.DECISIONS);
      case "market" -> market(uri, parameters);
      case "broker" -> broker(uri, parameters);
      case "orders" -> orders(uri, parameters);
      default ->
          throw new IllegalArgumentException(
              ("there is no headgate:%s; routes begin at headgate:feed, approved, executions or"
                      + " decisions and lead to headgate:market, broker or orders")
                  .formatted(remaining));
    };
  }

  private Endpoint feed(String uri, Map<String, Object> parameters) {
    String adapter = text(parameters, "adapter", null);
    if (adapter == null) {
      throw new IllegalArgumentException(
          "headgate:feed needs the name of a data adapter, as in headgate:feed?adapter=simulator");
    }
    return HeadgateEndpoint.from(
        uri, this, room, (endpoint, processor) -> new FeedConsumer(endpoint, processor, adapter));
  }

  private Endpoint events(String uri, Map<String, Object> parameters, EventKind kind) {
    int capacity = (int) number(parameters, "capacity", 8_192, 1, MAX_CAPACITY);
    EventFormat format = EventFormat.named(textOr(parameters, "format", "object"));
    return HeadgateEndpoint.from(
        uri,
        this,
        room,
        (endpoint, processor) -> new EventConsumer(endpoint, processor, kind, format, capacity));
  }

  private Endpoint market(String uri, Map<String, Object> parameters) {
    long waitMillis = number(parameters, "waitMillis", 5_000, 0, 600_000);
    return HeadgateEndpoint.to(
        uri, this, room, endpoint -> new MarketProducer(endpoint, waitMillis));
  }

  private Endpoint broker(String uri, Map<String, Object> parameters) {
    String name = text(parameters, "name", null);
    return HeadgateEndpoint.to(uri, this, room, endpoint -> new BrokerProducer(endpoint, name));
  }

  private Endpoint orders(String uri, Map<String, Object> parameters) {
    long timeoutMillis = number(parameters, "timeoutMillis", 30_000, 1, 600_000);
    return HeadgateEndpoint.to(
        uri, this, room, endpoint -> new OrdersProducer(endpoint, timeoutMillis));
  }

  private String textOr(Map<String, Object> parameters, String key, String standard) {
    return Objects.requireNonNullElse(text(parameters, key, standard), standard);
  }

  private @Nullable String text(
      Map<String, Object> parameters, String key, @Nullable String standard) {
    String value = getAndRemoveParameter(parameters, key, String.class);
    return value == null || value.isBlank() ? standard : value.trim();
  }

  private long number(
      Map<String, Object> parameters, String key, long standard, long lowest, long highest) {
    String value = text(parameters, key, null);
    if (value == null) {
      return standard;
    }
    try {
      long number = Long.parseLong(value);
      if (number >= lowest && number <= highest) {
        return number;
      }
    } catch (NumberFormatException e) {
      // falls through to the message below
    }
    throw new IllegalArgumentException(
        "%s is '%s', expected a whole number from %d to %d".formatted(key, value, lowest, highest));
  }
}
