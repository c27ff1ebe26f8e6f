package io.headgate.rest.internal.resource;

import io.headgate.rest.internal.part.Part;
import io.headgate.rest.internal.view.RoutesView;
import io.headgate.spi.route.RouteControl;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;

/** The flows between bundles. */
@Path("/routes")
@Produces(MediaType.APPLICATION_JSON)
public final class RoutesResource {

  private final Part<RouteControl> routes;

  /** Routes of this node. */
  public RoutesResource(Part<RouteControl> routes) {
    this.routes = routes;
  }

  @GET
  @Operation(operationId = "listRoutes", summary = "The routes of this node")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = RoutesView.class)))
  public RoutesView list() {
    return RoutesView.of(routes.get().list());
  }
}
