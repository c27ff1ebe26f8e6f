package io.headgate.routes.camel.internal;

import java.nio.file.Path;
import java.util.Map;

/**
 * How the routes of a node are run.
 *
 * @param directory folder of the route files
 * @param watchMillis time between two looks at it
 * @param retryMillis wait before an input that its service refused is attached again
 * @param shutdownMillis how long a route that is stopped may take to finish what is in flight
 * @param jmx whether Camel shows its own MBeans
 * @param placeholders values of <code>{{key}}</code> in route files
 */
public record RouteSettings(
    Path directory,
    long watchMillis,
    long retryMillis,
    long shutdownMillis,
    boolean jmx,
    Map<String, String> placeholders) {

  public RouteSettings {
    placeholders = Map.copyOf(placeholders);
  }
}
