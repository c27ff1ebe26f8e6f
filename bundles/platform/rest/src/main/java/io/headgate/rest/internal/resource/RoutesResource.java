package io.headgate.rest.internal.resource;

import io.headgate.rest.internal.part.Part;
import io.headgate.spi.noun.FlowNouns;
import io.headgate.spi.noun.Rows;
import io.headgate.spi.route.RouteControl;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;

/** The routes of the node. */
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
      content = @Content(schema = @Schema(ref = "#/components/schemas/Routes")))
  public Rows list() {
    return FlowNouns.ROUTE.rows(routes.get().list());
  }

  @POST
  @Path("/{id}/start")
  @Operation(operationId = "startRoute", summary = "Starts or resumes a route")
  @ApiResponse(
      responseCode = "200",
      description = "The routes after it",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Routes")))
  public Rows start(@PathParam("id") String id) {
    RouteControl control = routes.get();
    Acting.on(() -> control.start(id));
    return list();
  }

  @POST
  @Path("/{id}/stop")
  @Operation(
      operationId = "stopRoute",
      summary = "Stops a route after what is in flight has passed")
  @ApiResponse(
      responseCode = "200",
      description = "The routes after it",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Routes")))
  public Rows stop(@PathParam("id") String id) {
    RouteControl control = routes.get();
    Acting.on(() -> control.stop(id));
    return list();
  }

  @POST
  @Path("/{id}/suspend")
  @Operation(
      operationId = "suspendRoute",
      summary = "Suspends a route: its input waits in its bounded buffer")
  @ApiResponse(
      responseCode = "200",
      description = "The routes after it",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Routes")))
  public Rows suspend(@PathParam("id") String id) {
    RouteControl control = routes.get();
    Acting.on(() -> control.suspend(id));
    return list();
  }
}
