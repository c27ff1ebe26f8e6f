package io.headgate.rest.internal.resource;

import io.headgate.rest.internal.part.Part;
import io.headgate.rest.internal.problem.ProblemType;
import io.headgate.spi.noun.BookNouns;
import io.headgate.spi.noun.CandidateNouns;
import io.headgate.spi.noun.Row;
import io.headgate.spi.noun.Rows;
import io.headgate.spi.rules.RuleAdmin;
import io.headgate.spi.rules.RuleStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;

/** The rules that serve. */
@Path("/rules")
@Produces(MediaType.APPLICATION_JSON)
public final class RulesResource {

  private final Part<RuleAdmin> rules;
  private final Semaphore turn = new Semaphore(1);

  /** Rules of this node. */
  public RulesResource(Part<RuleAdmin> rules) {
    this.rules = rules;
  }

  @GET
  @Operation(
      operationId = "getRules",
      summary = "The rules that serve, and what is wrong with the files if they differ")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(ref = "#/components/schemas/RuleSet")))
  public Row get() {
    return BookNouns.RULE_SET.row(rules.get().status());
  }

  @GET
  @Path("/nodes")
  @Operation(
      operationId = "listRuleNodes",
      summary = "The connected nodes with the rules and limits that each judges by")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(ref = "#/components/schemas/RuleNodes")))
  public Rows nodes() {
    return CandidateNouns.RULE_NODE.rows(rules.get().nodes());
  }

  @POST
  @Path("/reload")
  @Operation(
      operationId = "reloadRules",
      summary = "Reads and compiles the rule files now; takes seconds")
  @ApiResponse(
      responseCode = "200",
      description = "The files serve",
      content = @Content(schema = @Schema(ref = "#/components/schemas/RuleSet")))
  public Row reload() {
    RuleAdmin admin = rules.get();
    if (!turn.tryAcquire()) {
      throw ProblemType.CONFLICT.problem("A reload is running.").retryAfter(2).exception();
    }
    try {
      return accepted(admin.reload());
    } finally {
      turn.release();
    }
  }

  private static Row accepted(RuleStatus status) {
    Row view = BookNouns.RULE_SET.row(status);
    if (status.faults().isEmpty()) {
      return view;
    }
    String faults =
        status.faults().stream().map(RuleStatus.Fault::toString).collect(Collectors.joining("; "));
    throw ProblemType.FILES_REFUSED.problem(faults).with("rules", view).exception();
  }
}
