package io.headgate.rest.internal.resource;

import io.headgate.rest.internal.access.Login;
import io.headgate.rest.internal.part.Part;
import io.headgate.rest.internal.problem.ProblemType;
import io.headgate.rest.internal.view.ControlView;
import io.headgate.spi.control.Restriction;
import io.headgate.spi.control.TradingControl;
import io.headgate.spi.control.TradingState;
import io.headgate.spi.noun.NodeNouns;
import io.headgate.spi.noun.Row;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;

/** The stop button, and the way back. */
@Path("/control")
@Produces(MediaType.APPLICATION_JSON)
public final class ControlResource {

  private static final String LOOK = "GET /api/v1/control tells how it stands.";

  private final Part<TradingControl> control;
  private final Outcome outcome;

  /** Control of this node. */
  public ControlResource(Part<TradingControl> control, Outcome outcome) {
    this.control = control;
    this.outcome = outcome;
  }

  @GET
  @Operation(
      operationId = "getControl",
      summary = "Trading state of the node and every restriction in force")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Control")))
  public Row get() {
    return NodeNouns.CONTROL.row(control.get());
  }

  @POST
  @Path("/kill")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "kill",
      summary = "Halts a scope and cancels its open orders; survives restarts")
  @ApiResponse(
      responseCode = "200",
      description = "Halted for every sending thread, durably",
      content = @Content(schema = @Schema(implementation = ControlView.Killed.class)))
  public ControlView.Killed kill(
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = ControlRequest.class)))
          ControlRequest kill,
      @Context HttpServletRequest request) {
    TradingControl current = control.get();
    String who = Login.of(request).user();
    int cancels = outcome.of(() -> current.kill(kill.scope(), who, kill.why()), LOOK);
    return new ControlView.Killed(kill.scope().toString(), cancels);
  }

  @POST
  @Path("/rearm")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "rearm",
      summary = "Asks to lift a kill; lifted once enough different people have asked")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ControlView.Rearmed.class)))
  public ControlView.Rearmed rearm(
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = ControlRequest.class)))
          ControlRequest rearm,
      @Context HttpServletRequest request) {
    TradingControl current = control.get();
    String who = Login.of(request).user();
    try {
      Restriction after = outcome.of(() -> current.rearm(rearm.scope(), who, rearm.why()), LOOK);
      return new ControlView.Rearmed(
          after.state() == TradingState.ACTIVE, NodeNouns.RESTRICTION.row(after));
    } catch (IllegalArgumentException e) {
      throw ProblemType.CONFLICT.because("%s is not killed. %s".formatted(rearm.scope(), LOOK));
    }
  }
}
