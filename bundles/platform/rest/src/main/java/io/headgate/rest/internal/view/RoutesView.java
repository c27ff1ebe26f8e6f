package io.headgate.rest.internal.view;

import io.headgate.spi.route.RouteStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The routes of the node. */
@Schema(name = "Routes", description = "The flows between bundles")
public record RoutesView(List<Route> routes) {

  /** One route. */
  @Schema(name = "Route")
  public record Route(
      String id,
      String description,
      @Schema(description = "Endpoint where it begins") String from,
      @Schema(description = "Started, Stopped or Suspended") String state,
      @Schema(description = "Exchanges completed") long exchanges,
      @Schema(description = "Exchanges failed") long failures,
      @Schema(description = "File that defines it") String file) {

    static Route of(RouteStatus route) {
      return new Route(
          route.id(),
          route.description(),
          route.from(),
          route.state(),
          route.exchanges(),
          route.failures(),
          route.file());
    }
  }

  /** Routes as clients see them. */
  public static RoutesView of(List<RouteStatus> routes) {
    return new RoutesView(routes.stream().map(Route::of).toList());
  }
}
