package io.headgate.rest.internal.resource;

import io.headgate.rest.internal.part.Platform;
import io.headgate.spi.noun.NodeFacts;
import io.headgate.spi.noun.NodeNouns;
import io.headgate.spi.noun.Row;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;

/** Who the node is and what it has done. */
@Path("/node")
@Produces(MediaType.APPLICATION_JSON)
public final class NodeResource {

  private final Platform platform;

  /** This node. */
  public NodeResource(Platform platform) {
    this.platform = platform;
  }

  @GET
  @Operation(
      operationId = "getNode",
      summary = "Who the node is and what it has done since its start",
      description = "What belongs to a part that is not running is null.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Node")))
  public Row get() {
    return NodeNouns.NODE.row(
        new NodeFacts(
            platform.node.get(),
            platform.clock.orNull(),
            platform.control.orNull(),
            platform.shared.orNull(),
            platform.monitor.orNull(),
            platform.journal.orNull()));
  }
}
