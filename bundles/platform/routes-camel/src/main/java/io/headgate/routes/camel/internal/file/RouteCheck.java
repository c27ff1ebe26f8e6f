package io.headgate.routes.camel.internal.file;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.RouteBuilderLifecycleStrategy;
import org.apache.camel.model.RouteDefinition;
import org.jspecify.annotations.Nullable;

/** Looks at the routes that a file defines before they are made, and notes their ids. */
final class RouteCheck implements RouteBuilderLifecycleStrategy {

  private final Map<String, Integer> routes;
  private final Function<String, @Nullable String> otherOwner;
  private final Map<String, Boolean> wishes;

  RouteCheck(
      Map<String, Integer> routes,
      Function<String, @Nullable String> otherOwner,
      Map<String, Boolean> wishes) {
    this.routes = routes;
    this.otherOwner = otherOwner;
    this.wishes = wishes;
  }

  @Override
  public void beforeConfigure(RouteBuilder builder) {}

  @Override
  public void afterConfigure(RouteBuilder builder) {
    Set<String> seen = new HashSet<>(routes.keySet());
    List<RouteDefinition> found = builder.getRouteCollection().getRoutes();
    for (RouteDefinition route : found) {
      check(route, seen);
    }
    for (RouteDefinition route : found) {
      Boolean wish = wishes.get(route.getId());
      if (wish != null) {
        route.setAutoStartup(wish.toString());
      }
      routes.put(route.getId(), route.getLineNumber());
    }
  }

  private void check(RouteDefinition route, Set<String> seen) {
    String id = route.getId();
    String place = "line " + route.getLineNumber() + ": ";
    if (id == null || id.isBlank()) {
      throw new IllegalArgumentException(
          place + "a route has no id; give it one, operators name it by that");
    }
    if (!seen.add(id)) {
      throw new IllegalArgumentException(place + "route '" + id + "' is defined twice");
    }
    String owner = otherOwner.apply(id);
    if (owner != null) {
      throw new IllegalArgumentException(
          "%sroute '%s' is defined in %s already; rename one of them".formatted(place, id, owner));
    }
  }
}
