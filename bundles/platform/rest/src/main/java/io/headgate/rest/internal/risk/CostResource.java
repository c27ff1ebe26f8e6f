package io.headgate.rest.internal.risk;

import io.headgate.rest.internal.part.Part;
import io.headgate.rest.internal.problem.ProblemType;
import io.headgate.spi.explain.RuleInsight;
import io.headgate.spi.noun.InsightNouns;
import io.headgate.spi.noun.Row;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.concurrent.Semaphore;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;

/** What rules cost. */
@Path("/rules/cost")
@Produces(MediaType.APPLICATION_JSON)
public final class CostResource {

  private final Part<RuleInsight> insight;
  private final Semaphore turn = new Semaphore(1);

  /** Costs on this node. */
  public CostResource(Part<RuleInsight> insight) {
    this.insight = insight;
  }

  @POST
  @Operation(
      operationId = "measureRuleCost",
      summary = "Measures what each rule costs, beside the orders; takes seconds")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(ref = "#/components/schemas/RuleSetCost")))
  public Row measure() {
    RuleInsight rules = insight.get();
    if (!turn.tryAcquire()) {
      throw ProblemType.CONFLICT.problem("A measurement is running.").retryAfter(2).exception();
    }
    try {
      return InsightNouns.COSTS.row(rules.costs());
    } catch (IllegalStateException e) {
      throw ProblemType.CONFLICT.because(String.valueOf(e.getMessage()));
    } finally {
      turn.release();
    }
  }
}
