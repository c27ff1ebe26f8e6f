package io.headgate.rest.internal.resource;

import io.headgate.rest.internal.part.Part;
import io.headgate.rest.internal.view.StrategiesView;
import io.headgate.spi.strategy.StrategyControl;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
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
      content = @Content(schema = @Schema(implementation = StrategiesView.class)))
  public StrategiesView list() {
    return StrategiesView.of(strategies.get().list());
  }
}
