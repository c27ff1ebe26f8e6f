package io.headgate.rest.internal.candidate;

import io.headgate.rest.internal.access.Login;
import io.headgate.rest.internal.json.Times;
import io.headgate.rest.internal.part.Part;
import io.headgate.rest.internal.problem.FieldError;
import io.headgate.rest.internal.problem.ProblemType;
import io.headgate.spi.candidate.Replay;
import io.headgate.spi.candidate.ReplayRequest;
import io.headgate.spi.candidate.RuleDesk;
import io.headgate.spi.noun.CandidateNouns;
import io.headgate.spi.noun.Row;
import io.headgate.spi.noun.Rows;
import io.headgate.spi.rules.RuleAdmin;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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

/** Past orders judged once more. */
@Path("/rules")
@Produces(MediaType.APPLICATION_JSON)
public final class ReplaysResource {

  private final Part<RuleAdmin> rules;

  /** Runs of this node. */
  public ReplaysResource(Part<RuleAdmin> rules) {
    this.rules = rules;
  }

  @GET
  @Path("/replays")
  @Operation(operationId = "listReplays", summary = "The latest runs of past orders, at most ten")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Replays")))
  public Rows replays() {
    return CandidateNouns.REPLAY.rows(Asked.of(() -> desk().replays()));
  }

  @POST
  @Path("/replays")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "startReplay",
      summary = "Begins to judge past orders by another rule set")
  @ApiResponse(
      responseCode = "200",
      description = "It has begun; GET tells how far it is",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Replay")))
  public Row start(
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = ReplayStart.class)))
          ReplayStart start,
      @Context HttpServletRequest request) {
    String against = start.against().isEmpty() ? RuleDesk.SERVING : start.against();
    ReplayRequest asked =
        Asked.of(() -> timed(ReplayRequest.all(start.with(), against), start.from(), start.to()));
    return row(() -> desk().replay(asked, Login.of(request).user()));
  }

  @GET
  @Path("/replays/{id}")
  @Operation(operationId = "getReplay", summary = "How far a run is, and what it has found")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Replay")))
  public Row replay(@PathParam("id") long id) {
    return row(() -> find(id));
  }

  @DELETE
  @Path("/replays/{id}")
  @Operation(operationId = "cancelReplay", summary = "Ends a run; what it has counted stays")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Replay")))
  public Row cancel(@PathParam("id") long id) {
    return row(() -> desk().cancel(id));
  }

  @POST
  @Path("/tightness")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "startTightness",
      summary = "Begins to look how near past orders came to each limit")
  @ApiResponse(
      responseCode = "200",
      description = "It has begun; GET of the run tells how far it is",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Replay")))
  public Row tightness(
      @RequestBody(
              required = false,
              content = @Content(schema = @Schema(implementation = TightnessStart.class)))
          TightnessStart start,
      @Context HttpServletRequest request) {
    String with = start.with().isEmpty() ? RuleDesk.SERVING : start.with();
    ReplayRequest asked =
        Asked.of(
            () ->
                timed(ReplayRequest.all(with, RuleDesk.RECORDED), start.from(), start.to())
                    .withTightness(ReplayRequest.NEAR_PERCENT));
    return row(() -> desk().replay(asked, Login.of(request).user()));
  }

  private RuleDesk desk() {
    return rules.get().desk();
  }

  private Replay find(long id) {
    for (Replay run : desk().replays()) {
      if (run.id() == id) {
        return run;
      }
    }
    throw ProblemType.NOT_FOUND.because(
        "There is no replay %d; the last ten are kept until the node ends.".formatted(id));
  }

  private static ReplayRequest timed(ReplayRequest request, String from, String to) {
    return request.between(
        from.isEmpty() ? 0 : moment("from", from),
        to.isEmpty() ? Long.MAX_VALUE : moment("to", to));
  }

  private static long moment(String name, String text) {
    return Times.parse(text)
        .orElseThrow(
            () ->
                new FieldError(name, "'" + text + "'", "a time such as 2030-01-31T17:00:00Z")
                    .exception());
  }

  private static Row row(Supplier<Replay> ask) {
    return CandidateNouns.REPLAY.row(Asked.of(ask));
  }
}
