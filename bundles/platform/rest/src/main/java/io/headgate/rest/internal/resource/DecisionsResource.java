package io.headgate.rest.internal.resource;

import io.headgate.model.decision.Decision;
import io.headgate.rest.internal.part.Part;
import io.headgate.rest.internal.problem.ProblemType;
import io.headgate.spi.noun.OrderNouns;
import io.headgate.spi.noun.Row;
import io.headgate.spi.noun.Rows;
import io.headgate.spi.order.OrderQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Decisions with every reason. */
@Path("/decisions")
@Produces(MediaType.APPLICATION_JSON)
public final class DecisionsResource {

  private final Part<OrderQuery> query;

  /** Decisions of this node. */
  public DecisionsResource(Part<OrderQuery> query) {
    this.query = query;
  }

  @GET
  @Operation(operationId = "listDecisions", summary = "The latest decisions, newest first")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Decisions")))
  public Rows list(
      @Parameter(
              description = "How many at most",
              schema =
                  @Schema(type = "integer", minimum = "1", maximum = "10000", defaultValue = "100"))
          @QueryParam("limit")
          @Nullable String limit) {
    return OrderNouns.DECISION.rows(query.get().latestDecisions(Parameters.limit(limit)));
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getDecision", summary = "The decision on one request, by its ClOrdID")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Decision")))
  public Row get(@PathParam("id") String id) {
    Decision decision = query.get().decision(Parameters.clOrdId(id));
    if (decision == null) {
      throw ProblemType.NOT_FOUND.because(
          "This node has no decision %s (any more); the journal keeps them all.".formatted(id));
    }
    return OrderNouns.DECISION.row(decision);
  }
}
