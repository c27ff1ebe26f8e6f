package io.headgate.rest.internal.risk;

import io.headgate.model.order.ClOrdId;
import io.headgate.rest.internal.part.Part;
import io.headgate.rest.internal.problem.ProblemType;
import io.headgate.spi.explain.RuleInsight;
import io.headgate.spi.noun.InsightNouns;
import io.headgate.spi.noun.Row;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;

/** Why decisions are as they are. */
@Path("/decisions/{id}/explanation")
@Produces(MediaType.APPLICATION_JSON)
public final class ExplanationResource {

  private final Part<RuleInsight> insight;

  /** Explanations of this node. */
  public ExplanationResource(Part<RuleInsight> insight) {
    this.insight = insight;
  }

  @GET
  @Operation(
      operationId = "explainDecision",
      summary = "What every rule found in an order, from its record in the journal")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Explanation")))
  public Row get(@PathParam("id") String id) {
    ClOrdId order = OrderId.of(id);
    try {
      return InsightNouns.EXPLANATION.row(insight.get().explain(order));
    } catch (IllegalArgumentException e) {
      throw ProblemType.NOT_FOUND.because("This node's journal has no decision " + id + ".");
    } catch (IllegalStateException e) {
      throw ProblemType.CONFLICT.because(String.valueOf(e.getMessage()));
    }
  }
}
