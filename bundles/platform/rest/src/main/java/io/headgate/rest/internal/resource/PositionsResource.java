package io.headgate.rest.internal.resource;

import io.headgate.rest.internal.part.Platform;
import io.headgate.rest.internal.view.PositionBook;
import io.headgate.rest.internal.view.PositionView;
import io.headgate.spi.positions.SharedPositions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;

/** Positions of this node, of the others and of the firm. */
@Path("/positions")
@Produces(MediaType.APPLICATION_JSON)
public final class PositionsResource {

  private final Platform platform;

  /** Positions that the platform knows. */
  public PositionsResource(Platform platform) {
    this.platform = platform;
  }

  @GET
  @Operation(
      operationId = "listPositions",
      summary = "Positions by account and instrument: this node's, the others', the firm's",
      description =
          "While the shared state is not running, only this node's own are given, shared is false and there are no totals.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PositionView.Many.class)))
  public PositionView.Many list() {
    String thisNode = platform.node.get().id();
    PositionBook book = new PositionBook();
    book.own(platform.positions.get().positions());
    SharedPositions shared = platform.shared.orNull();
    if (shared == null) {
      return new PositionView.Many(false, List.of(thisNode), book.views(false));
    }
    book.shares(shared.shares(), thisNode);
    return new PositionView.Many(true, shared.members(), book.views(true));
  }
}
