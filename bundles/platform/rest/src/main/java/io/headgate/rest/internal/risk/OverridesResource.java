package io.headgate.rest.internal.risk;

import io.headgate.model.order.ClOrdId;
import io.headgate.rest.internal.access.Login;
import io.headgate.rest.internal.part.Part;
import io.headgate.rest.internal.problem.ProblemType;
import io.headgate.spi.noun.InsightNouns;
import io.headgate.spi.noun.Row;
import io.headgate.spi.noun.Rows;
import io.headgate.spi.override.OrderOverrides;
import io.headgate.spi.override.OverrideGrant;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.util.function.Supplier;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** Denied orders that somebody lets through once. */
@Path("/overrides")
@Produces(MediaType.APPLICATION_JSON)
public final class OverridesResource {

  private final Part<OrderOverrides> overrides;

  /** Overrides of this node. */
  public OverridesResource(Part<OrderOverrides> overrides) {
    this.overrides = overrides;
  }

  @GET
  @Operation(operationId = "listOverrides", summary = "Overrides since the start, newest first")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Overrides")))
  public Rows list() {
    return InsightNouns.OVERRIDE.rows(overrides.get().grants());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "grantOverride",
      summary = "Lets an order that rules denied through once, when it is asked for again")
  @ApiResponse(
      responseCode = "201",
      description = "It stands; Location is where it is seen and revoked",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Override")))
  public Response grant(
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = OverrideRequest.class)))
          OverrideRequest asked,
      @Context HttpServletRequest request) {
    OrderOverrides book = overrides.get();
    String who = Login.of(request).user();
    Row granted = answer(() -> book.grant(asked.order(), who, asked.why(), asked.minutes()));
    return Response.created(URI.create(request.getRequestURI() + '/' + asked.order()))
        .entity(granted)
        .build();
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getOverride", summary = "The latest override of one denied order")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Override")))
  public Row get(@PathParam("id") String id) {
    return InsightNouns.OVERRIDE.row(find(overrides.get(), OrderId.of(id)));
  }

  @DELETE
  @Path("/{id}")
  @Operation(operationId = "revokeOverride", summary = "Takes an override back that stands")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Override")))
  public Row revoke(@PathParam("id") String id, @Context HttpServletRequest request) {
    OrderOverrides book = overrides.get();
    ClOrdId order = OrderId.of(id);
    find(book, order);
    String who = Login.of(request).user();
    return answer(() -> book.revoke(order, who));
  }

  private static OverrideGrant find(OrderOverrides book, ClOrdId order) {
    for (OverrideGrant grant : book.grants()) {
      if (grant.order().equals(order)) {
        return grant;
      }
    }
    throw ProblemType.NOT_FOUND.because(
        "No override of %s was granted since the start. GET /api/v1/overrides lists them."
            .formatted(order));
  }

  private static Row answer(Supplier<OverrideGrant> act) {
    try {
      return InsightNouns.OVERRIDE.row(act.get());
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw ProblemType.CONFLICT.because(String.valueOf(e.getMessage()));
    }
  }
}
