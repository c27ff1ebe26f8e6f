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
      responseCode = "202",
      description = "It has begun; Location tells how far it is",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Replay")))
  public Response start(
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = ReplayStart.class)))
          ReplayStart start,
      @Context HttpServletRequest request) {
    String against = start.against().isEmpty() ? RuleDesk.SERVING : start.against();
    return begun(
        timed(ReplayRequest.all(start.with(), against), start.from(), start.to()), request);
  }

  @GET
  @Path("/replays/{id}")
  @Operation(operationId = "getReplay", summary = "How far a run is, and what it has found")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Replay")))
  public Row replay(@PathParam("id") String id) {
    return row(() -> find(id));
  }

  @DELETE
  @Path("/replays/{id}")
  @Operation(operationId = "cancelReplay", summary = "Ends a run; what it has counted stays")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Replay")))
  public Row cancel(@PathParam("id") String id) {
    long number = find(id).id();
    return row(() -> desk().cancel(number));
  }

  @POST
  @Path("/tightness")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "startTightness",
      summary = "Begins to look how near past orders came to each limit")
  @ApiResponse(
      responseCode = "202",
      description = "It has begun; Location tells how far it is",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Replay")))
  public Response tightness(
      @RequestBody(
              required = false,
              content = @Content(schema = @Schema(implementation = TightnessStart.class)))
          TightnessStart start,
      @Context HttpServletRequest request) {
    String with = start.with().isEmpty() ? RuleDesk.SERVING : start.with();
    return begun(
        timed(ReplayRequest.all(with, RuleDesk.RECORDED), start.from(), start.to())
            .withTightness(ReplayRequest.NEAR_PERCENT),
        request);
  }

  private Response begun(ReplayRequest asked, HttpServletRequest request) {
    Replay run = Asked.of(() -> desk().replay(asked, Login.of(request).user()));
    String rules = request.getRequestURI().replaceFirst("/[a-z]+$", "");
    return Response.accepted(CandidateNouns.REPLAY.row(run))
        .location(URI.create(rules + "/replays/" + run.id()))
        .build();
  }

  private RuleDesk desk() {
    return rules.get().desk();
  }

  private Replay find(String id) {
    for (Replay run : desk().replays()) {
      if (Long.toString(run.id()).equals(id)) {
        return run;
      }
    }
    throw ProblemType.NOT_FOUND.because(
        "There is no replay '%s'; the last ten are kept until the node ends. GET /api/v1/rules/replays lists them."
            .formatted(id));
  }

  private static ReplayRequest timed(ReplayRequest request, String from, String to) {
    long first = from.isEmpty() ? 0 : moment("from", from);
    long last = to.isEmpty() ? Long.MAX_VALUE : moment("to", to);
    if (first >= last) {
      throw new FieldError("to", "'" + to + "'", "a time after " + (from.isEmpty() ? "1970" : from))
          .exception();
    }
    return request.between(first, last);
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
