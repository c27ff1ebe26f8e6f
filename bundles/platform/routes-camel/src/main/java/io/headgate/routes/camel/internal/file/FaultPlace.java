package io.headgate.routes.camel.internal.file;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.FailedToStartRouteException;
import org.apache.camel.NoSuchEndpointException;
import org.apache.camel.ResolveEndpointFailedException;
import org.jspecify.annotations.Nullable;

/**
 * The line in which a route file is wrong. A parser says it itself; what fails later names an
 * endpoint, a placeholder or a route, which are looked up in the file.
 */
final class FaultPlace {

  private static final Pattern LINE =
      Pattern.compile("(?:\\bline:?\\s+|\\.(?:yaml|yml|xml):)(\\d+)");
  private static final Pattern PLACEHOLDER = Pattern.compile("Property with key \\[([^\\]]+)\\]");

  private final RouteText text;
  private final Map<String, Integer> routes;

  /**
   * @param routes line in which each route begins
   */
  FaultPlace(RouteText text, Map<String, Integer> routes) {
    this.text = text;
    this.routes = routes;
  }

  /** The line, the first is 1; 0 where it cannot be told. */
  int line(Throwable failure) {
    int line = 0;
    for (Throwable t = failure; t != null && line == 0; t = t.getCause()) {
      line = said(String.valueOf(t.getMessage()));
    }
    for (Throwable t = failure; t != null && line == 0; t = t.getCause()) {
      line = named(t);
    }
    for (Throwable t = failure; t != null && line == 0; t = t.getCause()) {
      line = routes.getOrDefault(String.valueOf(route(t)), 0);
    }
    return line;
  }

  private static int said(String message) {
    Matcher matcher = LINE.matcher(message);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  private int named(Throwable failure) {
    Matcher placeholder = PLACEHOLDER.matcher(String.valueOf(failure.getMessage()));
    if (placeholder.find()) {
      return find("{{" + placeholder.group(1));
    }
    String uri = uri(failure);
    if (uri == null) {
      return 0;
    }
    int options = uri.indexOf('?');
    return find((options < 0 ? uri : uri.substring(0, options)).replaceFirst("://", ":"));
  }

  private static @Nullable String uri(Throwable failure) {
    if (failure instanceof NoSuchEndpointException missing) {
      return missing.getUri();
    }
    return failure instanceof ResolveEndpointFailedException wrong ? wrong.getUri() : null;
  }

  private static @Nullable String route(Throwable failure) {
    if (failure instanceof FailedToCreateRouteException created) {
      return created.getRouteId();
    }
    return failure instanceof FailedToStartRouteException started ? started.getRouteId() : null;
  }

  private int find(String part) {
    int number = 0;
    for (String line : text.content().split("\n", -1)) {
      number++;
      if (line.replace("://", ":").contains(part)) {
        return number;
      }
    }
    return 0;
  }
}
