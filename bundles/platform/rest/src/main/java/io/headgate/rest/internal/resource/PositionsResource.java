package io.headgate.rest.internal.resource;

import io.headgate.rest.internal.part.Platform;
import io.headgate.spi.noun.BookNouns;
import io.headgate.spi.noun.PositionLine;
import io.headgate.spi.noun.Row;
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
      content = @Content(schema = @Schema(ref = "#/components/schemas/PositionBook")))
  public Row list() {
    String thisNode = platform.node.get().id();
    SharedPositions shared = platform.shared.orNull();
    return BookNouns.POSITION_BOOK.row(
        new BookNouns.PositionBook(
            shared != null,
            shared == null ? List.of(thisNode) : shared.members(),
            PositionLine.lines(
                platform.positions.get().positions(),
                shared == null ? null : shared.shares(),
                thisNode)));
  }
}
