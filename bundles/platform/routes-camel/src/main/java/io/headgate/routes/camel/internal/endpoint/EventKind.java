package io.headgate.routes.camel.internal.endpoint;

import io.headgate.spi.event.NodeEvent;

/** Which events of the node a route begins with. */
enum EventKind {
  EXECUTIONS(NodeEvent.Executed.class),
  DECISIONS(NodeEvent.Decided.class);

  private final Class<? extends NodeEvent> type;

  EventKind(Class<? extends NodeEvent> type) {
    this.type = type;
  }

  boolean matches(NodeEvent event) {
    return type.isInstance(event);
  }
}
