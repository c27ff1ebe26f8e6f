package io.headgate.rest.internal.candidate;

import io.headgate.rest.internal.access.Login;
import io.headgate.rest.internal.part.Part;
import io.headgate.rest.internal.problem.FieldError;
import io.headgate.rest.internal.problem.ProblemType;
import io.headgate.spi.candidate.Candidate;
import io.headgate.spi.candidate.RuleDesk;
import io.headgate.spi.noun.CandidateNouns;
import io.headgate.spi.noun.Row;
import io.headgate.spi.noun.Rows;
import io.headgate.spi.rules.RuleAdmin;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
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
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Rule sets before and after they serve. */
@Path("/rules")
@Produces(MediaType.APPLICATION_JSON)
public final class CandidatesResource {

  private static final int SHORTEST = 6;

  private final Part<RuleAdmin> rules;

  /** Sets of this node. */
  public CandidatesResource(Part<RuleAdmin> rules) {
    this.rules = rules;
  }

  @GET
  @Path("/candidates")
  @Operation(
      operationId = "listCandidates",
      summary = "Rule sets that were staged, serve or have served")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Candidates")))
  public Rows candidates() {
    return CandidateNouns.CANDIDATE.rows(Asked.of(() -> desk().candidates()));
  }

  @POST
  @Path("/candidates")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "stageCandidate",
      summary = "Copies a folder of rules to the node, checked and compiled; takes seconds")
  @ApiResponse(
      responseCode = "201",
      description = "It is staged; Location is where it is seen",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Candidate")))
  public Response stage(
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = StageRequest.class)))
          StageRequest stage,
      @Context HttpServletRequest request) {
    Row staged = row(() -> desk().stage(stage.folder(), Login.of(request).user(), stage.why()));
    return Response.created(URI.create(request.getRequestURI() + '/' + staged.get("hash")))
        .entity(staged)
        .build();
  }

  @GET
  @Path("/candidates/{set}")
  @Operation(
      operationId = "getCandidate",
      summary = "One rule set, by the first six digits of its hash or more")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Candidate")))
  public Row candidate(@PathParam("set") String set) {
    return CandidateNouns.CANDIDATE.row(find(set));
  }

  @POST
  @Path("/candidates/{set}/shadow")
  @Operation(
      operationId = "shadowCandidate",
      summary = "Judges every order by a staged set too, beside the one that serves")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Candidate")))
  public Row shadow(@PathParam("set") String set, @Context HttpServletRequest request) {
    return row(() -> desk().shadow(known(set), true, Login.of(request).user()));
  }

  @DELETE
  @Path("/candidates/{set}/shadow")
  @Operation(operationId = "endShadow", summary = "Ends that")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Candidate")))
  public Row endShadow(@PathParam("set") String set, @Context HttpServletRequest request) {
    return row(() -> desk().shadow(known(set), false, Login.of(request).user()));
  }

  @POST
  @Path("/candidates/{set}/approve")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "approveCandidate", summary = "Adds your signature to a staged set")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Candidate")))
  public Row approve(
      @PathParam("set") String set,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = ApproveRequest.class)))
          ApproveRequest approve,
      @Context HttpServletRequest request) {
    return row(() -> desk().approve(known(set), approve.signature(), Login.of(request).user()));
  }

  @POST
  @Path("/candidates/{set}/activate")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "activateCandidate",
      summary = "Lets a staged set serve, here and on the other nodes; takes seconds")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Candidate")))
  public Row activate(
      @PathParam("set") String set,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = WhyRequest.class)))
          WhyRequest activate,
      @Context HttpServletRequest request) {
    return row(() -> desk().activate(known(set), Login.of(request).user(), activate.why()));
  }

  @POST
  @Path("/candidates/{set}/canary")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "canaryCandidate",
      summary = "Lets a staged set serve on this node alone; takes seconds")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Candidate")))
  public Row canary(
      @PathParam("set") String set,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = WhyRequest.class)))
          WhyRequest canary,
      @Context HttpServletRequest request) {
    return row(() -> desk().canary(known(set), Login.of(request).user(), canary.why()));
  }

  @POST
  @Path("/rollback")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "rollBackRules",
      summary = "Lets the rule set serve again that served before")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Candidate")))
  public Row rollback(
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = WhyRequest.class)))
          WhyRequest rollback,
      @Context HttpServletRequest request) {
    return row(() -> desk().rollback(Login.of(request).user(), rollback.why()));
  }

  @GET
  @Path("/diff")
  @Operation(operationId = "diffRules", summary = "What is different between two rule sets")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(ref = "#/components/schemas/RuleDifferences")))
  public Rows diff(
      @Parameter(
              description = "serving, a folder, or the first six digits of a hash",
              required = true,
              schema = @Schema(type = "string"))
          @QueryParam("from")
          @Nullable String from,
      @Parameter(description = "The same", required = true, schema = @Schema(type = "string"))
          @QueryParam("to")
          @Nullable String to) {
    String first = named("from", from);
    String second = named("to", to);
    return CandidateNouns.DIFFERENCE.rows(Asked.of(() -> desk().diff(first, second)));
  }

  /** The name of a set as the desk takes it, if there is a set of that name. */
  private String known(String set) {
    if (!set.equals(RuleDesk.SERVING)) {
      find(set);
    }
    return set;
  }

  private Candidate find(String set) {
    for (Candidate candidate : Asked.of(() -> desk().candidates())) {
      if (set.length() >= SHORTEST && candidate.hash().startsWith(set)) {
        return candidate;
      }
    }
    throw ProblemType.NOT_FOUND.because(
        "No rule set has a hash that begins with '%s', six digits at least. GET /api/v1/rules/candidates lists those that there are."
            .formatted(set));
  }

  private RuleDesk desk() {
    return rules.get().desk();
  }

  private static Row row(Supplier<Candidate> ask) {
    return CandidateNouns.CANDIDATE.row(Asked.of(ask));
  }

  private static String named(String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new FieldError(name, "", "serving, a folder, or the first six digits of a hash")
          .exception();
    }
    return value;
  }
}
