package io.headgate.rest.internal.resource;

import io.headgate.rest.internal.part.Part;
import io.headgate.spi.noun.FlowNouns;
import io.headgate.spi.noun.Rows;
import io.headgate.spi.strategy.StrategyControl;
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

/** The strategies of the node. */
@Path("/strategies")
@Produces(MediaType.APPLICATION_JSON)
public final class StrategiesResource {

  private final Part<StrategyControl> strategies;

  /** Strategies of this node. */
  public StrategiesResource(Part<StrategyControl> strategies) {
    this.strategies = strategies;
  }

  @GET
  @Operation(operationId = "listStrategies", summary = "The strategies of this node")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Strategies")))
  public Rows list() {
    return FlowNouns.STRATEGY.rows(strategies.get().list());
  }

  @POST
  @Path("/{name}/start")
  @Operation(operationId = "startStrategy", summary = "Starts a stopped or failed strategy")
  @ApiResponse(
      responseCode = "200",
      description = "The strategies after it",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Strategies")))
  public Rows start(@PathParam("name") String name) {
    StrategyControl control = strategies.get();
    Acting.on(() -> control.start(name));
    return list();
  }

  @POST
  @Path("/{name}/stop")
  @Operation(operationId = "stopStrategy", summary = "Stops a strategy; its open orders stay open")
  @ApiResponse(
      responseCode = "200",
      description = "The strategies after it",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Strategies")))
  public Rows stop(@PathParam("name") String name) {
    StrategyControl control = strategies.get();
    Acting.on(() -> control.stop(name));
    return list();
  }
}
