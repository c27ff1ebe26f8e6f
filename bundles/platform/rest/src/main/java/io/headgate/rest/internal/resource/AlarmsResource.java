package io.headgate.rest.internal.resource;

import io.headgate.rest.internal.access.Login;
import io.headgate.rest.internal.part.Part;
import io.headgate.rest.internal.problem.ProblemType;
import io.headgate.rest.internal.view.AlarmView;
import io.headgate.spi.alarm.Alarms;
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
      content = @Content(schema = @Schema(implementation = AlarmView.Many.class)))
  public AlarmView.Many list() {
    return new AlarmView.Many(alarms.get().active().stream().map(AlarmView::of).toList());
  }

  @POST
  @Path("/{key}/acknowledge")
  @Operation(
      operationId = "acknowledgeAlarm",
      summary = "Notes that whoever has logged in has seen an alarm")
  @ApiResponse(
      responseCode = "200",
      description = "The alarms after it",
      content = @Content(schema = @Schema(implementation = AlarmView.Many.class)))
  public AlarmView.Many acknowledge(
      @PathParam("key") String key, @Context HttpServletRequest request) {
    try {
      alarms.get().acknowledge(key, Login.of(request).user());
    } catch (IllegalArgumentException e) {
      throw ProblemType.NOT_FOUND.because(
          "No alarm '%s' is active. GET /api/v1/alarms lists those that are.".formatted(key));
    }
    return list();
  }
}
