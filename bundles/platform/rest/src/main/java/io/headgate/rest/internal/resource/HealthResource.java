package io.headgate.rest.internal.resource;

import io.headgate.rest.internal.part.Part;
import io.headgate.spi.noun.NodeNouns;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.HealthBoard;
import io.headgate.spi.plugin.HealthReport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** How the node is: the worst of all its parts. */
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {

  private final Part<HealthBoard> board;

  /** Health of this node. */
  public HealthResource(Part<HealthBoard> board) {
    this.board = board;
  }

  @GET
  @Operation(
      operationId = "getHealth",
      summary = "How the node is: the worst of all its parts, with the reason of each",
      description =
          "The parts are asked at most once a second, however often this is asked. A part that an order needs and that is not running counts as DOWN.")
  @ApiResponse(
      responseCode = "200",
      description = "UP or DEGRADED: orders can be decided on",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Health")))
  @ApiResponse(
      responseCode = "503",
      description = "DOWN, or not ready yet",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Health")))
  public Response get() {
    HealthReport report = report();
    return answer(report, report.ready() ? 200 : 503);
  }

  @GET
  @Path("/live")
  @Operation(
      operationId = "getLiveness",
      summary = "Whether the process answers; 200 even while it is not ready",
      description = "For what restarts a process that hangs. What is wrong stands in the answer.")
  @ApiResponse(
      responseCode = "200",
      description = "It answers",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Health")))
  public Response live() {
    return answer(report(), 200);
  }

  private HealthReport report() {
    HealthBoard current = board.orNull();
    if (current == null) {
      return new HealthReport(
          Health.State.DOWN,
          false,
          0,
          List.of(new HealthReport.Part(board.name(), Health.down("not running"))));
    }
    return current.report();
  }

  private static Response answer(HealthReport report, int status) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON)
        .entity(NodeNouns.HEALTH.row(report))
        .build();
  }
}
