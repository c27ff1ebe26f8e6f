package io.headgate.routes.camel.internal.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts route files in force. A file that replaces another is rehearsed first in a context of its
 * own that is thrown away, so that a wrong one touches nothing; should it fail all the same, what
 * ran before runs again.
 */
public final class RouteInstaller {

  private static final Logger LOG = LoggerFactory.getLogger(RouteInstaller.class);

  private final DefaultCamelContext context;
  private final Supplier<DefaultCamelContext> rehearsals;
  private final long stopMillis;
  private final Map<String, Boolean> wishes;
  private final Map<String, Installed> installed = new TreeMap<>();

  private record Installed(RouteText text, List<String> routes) {}

  /**
   * @param context where the routes run
   * @param rehearsals makes contexts that start no route
   * @param stopMillis how long a route may take to finish what is in flight
   * @param wishes routes that an operator has started (true) or stopped (false); a reload keeps
   *     that
   */
  public RouteInstaller(
      DefaultCamelContext context,
      Supplier<DefaultCamelContext> rehearsals,
      long stopMillis,
      Map<String, Boolean> wishes) {
    this.context = context;
    this.rehearsals = rehearsals;
    this.stopMillis = stopMillis;
    this.wishes = wishes;
  }

  /**
   * Puts a file in force, in the place of the one of the same name.
   *
   * @throws RouteFileException if it cannot be; the routes that the file defined before run on
   */
  public void install(RouteText text) throws RouteFileException {
    if (text.isEmpty()) {
      throw new RouteFileException(text.name(), "defines no route");
    }
    Installed old = installed.get(text.name());
    if (old != null && old.text().equals(text)) {
      return;
    }
    if (old == null) {
      installed.put(text.name(), new Installed(text, add(context, text)));
    } else {
      rehearse(text);
      replace(old, text);
    }
    LOG.info("Routes of {}: {}", text.name(), routes(text.name()));
  }

  private void replace(Installed old, RouteText text) throws RouteFileException {
    drop(old.routes());
    installed.remove(text.name());
    try {
      installed.put(text.name(), new Installed(text, add(context, text)));
    } catch (RouteFileException e) {
      installed.put(text.name(), new Installed(old.text(), add(context, old.text())));
      throw e;
    }
  }

  /** Stops and removes the routes of a file that is gone. */
  public void remove(String file) {
    Installed old = installed.remove(file);
    if (old != null) {
      drop(old.routes());
      LOG.info("Routes of {} removed: {}", file, old.routes());
    }
  }

  /** Whether no route is in force. */
  public boolean isEmpty() {
    return installed.isEmpty();
  }

  /** Ids of the routes of a file. */
  public List<String> routes(String file) {
    Installed found = installed.get(file);
    return found == null ? List.of() : found.routes();
  }

  /** File that defines a route; empty if none does. */
  public String fileOf(String route) {
    return installed.entrySet().stream()
        .filter(entry -> entry.getValue().routes().contains(route))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  private void rehearse(RouteText text) throws RouteFileException {
    try (DefaultCamelContext stage = rehearsals.get()) {
      stage.setAutoStartup(false);
      stage.start();
      add(stage, text);
    } catch (RouteFileException e) {
      throw e;
    } catch (Exception e) {
      throw new RouteFileException(text.name(), 0, e);
    }
  }

  private List<String> add(DefaultCamelContext target, RouteText text) throws RouteFileException {
    // In the order of the file, with the line in which each begins.
    Map<String, Integer> routes = new LinkedHashMap<>();
    try {
      for (RoutesBuilder found : read(target, text)) {
        if (found instanceof RouteBuilder builder) {
          builder.addLifecycleInterceptor(
              new RouteCheck(routes, other -> owner(other, text.name()), wishes));
          target.addRoutes(builder);
        }
      }
    } catch (Exception e) {
      if (target == context) {
        drop(routes.keySet());
      }
      throw new RouteFileException(text.name(), new FaultPlace(text, routes).line(e), e);
    }
    if (routes.isEmpty()) {
      throw new RouteFileException(text.name(), "defines no route");
    }
    return List.copyOf(routes.keySet());
  }

  private static Collection<RoutesBuilder> read(CamelContext target, RouteText text)
      throws Exception {
    Resource resource = ResourceHelper.fromString(text.name(), text.content());
    return PluginHelper.getRoutesLoader(target).findRoutesBuilders(resource);
  }

  /** Another file that defines a route of this id, or null. */
  private @Nullable String owner(String route, String file) {
    String owner = fileOf(route);
    return owner.isEmpty() || owner.equals(file) ? null : owner;
  }

  private void drop(Collection<String> routes) {
    for (String route : routes) {
      try {
        if (context.getRoute(route) != null) {
          context.getRouteController().stopRoute(route, stopMillis, TimeUnit.MILLISECONDS);
          context.removeRoute(route);
        }
        context.removeRouteDefinitions(
            new ArrayList<>(
                context.getRouteDefinitions().stream()
                    .filter(definition -> route.equals(definition.getId()))
                    .toList()));
      } catch (Exception e) {
        LOG.warn("Route {} could not be removed: {}", route, e.toString());
      }
    }
  }
}
