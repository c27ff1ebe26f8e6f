package io.headgate.routes.camel.internal;

import io.headgate.routes.camel.internal.file.RouteFiles;
import io.headgate.routes.camel.internal.file.RouteInstaller;
import io.headgate.spi.route.RouteControl;
import io.headgate.spi.route.RouteStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.util.URISupport;

/** Lists, starts, stops and suspends the routes of one context. */
final class Switchboard implements RouteControl {

  private final DefaultCamelContext context;
  private final RouteInstaller installer;
  private final RouteTallies tallies;
  private final Map<String, Boolean> wishes;
  private final long stopMillis;
  private final Object lock;

  /**
   * @param wishes where to note what the operator wants, for the next reload
   * @param lock held while files are put in force
   */
  Switchboard(
      DefaultCamelContext context,
      RouteInstaller installer,
      RouteTallies tallies,
      Map<String, Boolean> wishes,
      long stopMillis,
      RouteFiles lock) {
    this.context = context;
    this.installer = installer;
    this.tallies = tallies;
    this.wishes = wishes;
    this.stopMillis = stopMillis;
    this.lock = lock;
  }

  @Override
  public List<RouteStatus> list() {
    return context.getRoutes().stream()
        .map(this::status)
        .sorted(Comparator.comparing(RouteStatus::id))
        .toList();
  }

  private RouteStatus status(Route route) {
    String id = route.getRouteId();
    RouteTallies.Tally tally = tallies.tally(id);
    ServiceStatus state = context.getRouteController().getRouteStatus(id);
    String description = route.getDescription();
    return new RouteStatus(
        id,
        description == null ? "" : description,
        URISupport.sanitizeUri(route.getEndpoint().getEndpointUri()),
        state == null ? ServiceStatus.Stopped.name() : state.name(),
        tally.completed(),
        tally.failed(),
        tally.inFlight(),
        installer.fileOf(id));
  }

  @Override
  public void start(String id) {
    change(
        id,
        true,
        "start",
        () -> {
          if (context.getRouteController().getRouteStatus(id) == ServiceStatus.Suspended) {
            context.getRouteController().resumeRoute(id);
          } else {
            context.getRouteController().startRoute(id);
          }
        });
  }

  @Override
  public void stop(String id) {
    change(
        id,
        false,
        "stop",
        () -> context.getRouteController().stopRoute(id, stopMillis, TimeUnit.MILLISECONDS));
  }

  @Override
  public void suspend(String id) {
    change(
        id,
        false,
        "suspend",
        () -> context.getRouteController().suspendRoute(id, stopMillis, TimeUnit.MILLISECONDS));
  }

  private interface Step {
    void run() throws Exception;
  }

  private void change(String id, boolean wish, String verb, Step step) {
    synchronized (lock) {
      if (context.getRoute(id) == null) {
        throw new IllegalArgumentException(
            "there is no route '%s'; routes are %s"
                .formatted(
                    id, context.getRoutes().stream().map(Route::getRouteId).sorted().toList()));
      }
      try {
        step.run();
      } catch (Exception e) {
        throw new IllegalStateException(
            "route '%s' did not %s: %s".formatted(id, verb, e.getMessage()), e);
      }
      wishes.put(id, wish);
    }
  }
}
