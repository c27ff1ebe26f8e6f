package io.headgate.rest.internal.resource;

import io.headgate.rest.internal.access.Login;
import io.headgate.rest.internal.part.Part;
import io.headgate.rest.internal.problem.ProblemType;
import io.headgate.spi.alarm.Alarms;
import io.headgate.spi.noun.NodeNouns;
import io.headgate.spi.noun.Rows;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;

/** What a person must look at. */
@Path("/alarms")
@Produces(MediaType.APPLICATION_JSON)
public final class AlarmsResource {

  private final Part<Alarms> alarms;

  /** Alarms of this node. */
  public AlarmsResource(Part<Alarms> alarms) {
    this.alarms = alarms;
  }

  @GET
  @Operation(operationId = "listAlarms", summary = "Active alarms, worst first")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Alarms")))
  public Rows list() {
    return NodeNouns.ALARM.rows(alarms.get().active());
  }

  @POST
  @Path("/{key}/acknowledge")
  @Operation(
      operationId = "acknowledgeAlarm",
      summary = "Notes that whoever has logged in has seen an alarm")
  @ApiResponse(
      responseCode = "200",
      description = "The alarms after it",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Alarms")))
  public Rows acknowledge(@PathParam("key") String key, @Context HttpServletRequest request) {
    try {
      alarms.get().acknowledge(key, Login.of(request).user());
    } catch (IllegalArgumentException e) {
      throw unknown(key);
    }
    return list();
  }

  @POST
  @Path("/{key}/clear")
  @Operation(
      operationId = "clearAlarm",
      summary = "Clears an alarm whose cause is gone, by whoever has logged in",
      description = "If the cause is still there, the alarm is raised again.")
  @ApiResponse(
      responseCode = "200",
      description = "The alarms after it",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Alarms")))
  public Rows clear(@PathParam("key") String key, @Context HttpServletRequest request) {
    try {
      alarms.get().clear(key, Login.of(request).user());
    } catch (IllegalArgumentException e) {
      throw unknown(key);
    }
    return list();
  }

  private static RuntimeException unknown(String key) {
    return ProblemType.NOT_FOUND.because(
        "No alarm '%s' is active. GET /api/v1/alarms lists those that are.".formatted(key));
  }
}
