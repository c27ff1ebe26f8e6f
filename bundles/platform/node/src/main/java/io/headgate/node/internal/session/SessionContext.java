package io.headgate.node.internal.session;

import io.headgate.node.internal.session.report.ProcessFigures;
import io.headgate.node.internal.session.report.Terminal;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What every session is given.
 *
 * @param services the node
 * @param settings how sessions run
 * @param terminal where they write
 * @param end tells them to end
 * @param properties system properties of the process
 */
record SessionContext(
    NodeServices services,
    SessionSettings settings,
    Terminal terminal,
    EndSignal end,
    UnaryOperator<@Nullable String> properties) {

  long processStartMillis() {
    return ProcessFigures.startMillis(properties.apply("headgate.started.millis"));
  }

  String property(String name, String otherwise) {
    String value = properties.apply(name);
    return value == null || value.isBlank() ? otherwise : value;
  }
}
