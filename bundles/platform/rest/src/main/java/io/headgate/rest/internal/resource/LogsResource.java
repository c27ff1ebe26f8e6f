package io.headgate.rest.internal.resource;

import io.headgate.rest.internal.access.Login;
import io.headgate.rest.internal.part.Part;
import io.headgate.rest.internal.problem.FieldError;
import io.headgate.rest.internal.problem.ProblemType;
import io.headgate.spi.log.LogAreas;
import io.headgate.spi.noun.NodeNouns;
import io.headgate.spi.noun.Row;
import io.headgate.spi.noun.Rows;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Locale;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;

/** How much the parts of the node tell in its log. */
@Path("/logs")
@Produces(MediaType.APPLICATION_JSON)
public final class LogsResource {

  private final Part<LogAreas> logs;

  /** Log areas of this node. */
  public LogsResource(Part<LogAreas> logs) {
    this.logs = logs;
  }

  @GET
  @Operation(operationId = "listLogs", summary = "The areas of the log and their levels")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Logs")))
  public Rows list() {
    return NodeNouns.LOG.rows(logs.get().areas());
  }

  @PUT
  @Path("/{area}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "setLogLevel",
      summary = "Gives an area another level, by whoever has logged in")
  @ApiResponse(
      responseCode = "200",
      description = "The area after it",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Log")))
  public Row set(
      @PathParam("area") String area,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = LevelRequest.class)))
          LevelRequest wanted,
      @Context HttpServletRequest request) {
    LogAreas areas = logs.get();
    known(areas, area);
    if (!LogAreas.LEVELS.contains(wanted.level().toUpperCase(Locale.ROOT))) {
      throw new FieldError(
              "level", "'" + wanted.level() + "'", "one of " + String.join(", ", LogAreas.LEVELS))
          .exception();
    }
    return NodeNouns.LOG.row(areas.set(area, wanted.level(), Login.of(request).user()));
  }

  @DELETE
  @Path("/{area}")
  @Operation(
      operationId = "resetLogLevel",
      summary = "Gives an area its default level again, by whoever has logged in")
  @ApiResponse(
      responseCode = "200",
      description = "The area after it",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Log")))
  public Row reset(@PathParam("area") String area, @Context HttpServletRequest request) {
    LogAreas areas = logs.get();
    known(areas, area);
    return NodeNouns.LOG.row(areas.reset(area, Login.of(request).user()));
  }

  private static void known(LogAreas areas, String area) {
    if (areas.areas().stream().noneMatch(one -> one.area().equals(area))) {
      throw ProblemType.NOT_FOUND.because(
          "No log area '%s'. GET /api/v1/logs lists those that there are.".formatted(area));
    }
  }
}
