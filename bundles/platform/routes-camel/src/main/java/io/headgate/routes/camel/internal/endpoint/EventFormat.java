package io.headgate.routes.camel.internal.endpoint;

import io.headgate.spi.event.NodeEvent;
import java.util.Locale;

/** What the body of an event's exchange is. */
enum EventFormat {
  /** The event itself. */
  OBJECT {
    @Override
    Object body(NodeEvent event) {
      return event;
    }
  },
  /** One line of JSON, without the line end. */
  JSON {
    @Override
    Object body(NodeEvent event) {
      return EventFields.of(event).toJson();
    }
  },
  /** One line of CSV (RFC 4180) with the columns of JSON, in their order, without the line end. */
  CSV {
    @Override
    Object body(NodeEvent event) {
      StringBuilder line = new StringBuilder();
      for (Object value : EventFields.of(event).values()) {
        line.append(line.isEmpty() ? "" : ",").append(quoted(String.valueOf(value)));
      }
      return line.toString();
    }
  };

  abstract Object body(NodeEvent event);

  private static String quoted(String value) {
    boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }

  /**
   * Reads the endpoint's option.
   *
   * @throws IllegalArgumentException if there is no such format
   */
  static EventFormat named(String name) {
    for (EventFormat format : values()) {
      if (format.name().toLowerCase(Locale.ROOT).equals(name)) {
        return format;
      }
    }
    throw new IllegalArgumentException(
        "format is '%s', expected object, json or csv".formatted(name));
  }
}
