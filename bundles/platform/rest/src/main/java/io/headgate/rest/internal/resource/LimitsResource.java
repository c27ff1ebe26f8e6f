package io.headgate.rest.internal.resource;

import io.headgate.rest.internal.part.Part;
import io.headgate.rest.internal.problem.ProblemType;
import io.headgate.spi.limits.Limits;
import io.headgate.spi.noun.BookNouns;
import io.headgate.spi.noun.NounSource;
import io.headgate.spi.noun.Row;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;

/** The limits in force. */
@Path("/limits")
@Produces(MediaType.APPLICATION_JSON)
public final class LimitsResource {

  private final Part<Limits> limits;
  private final Part<NounSource> source;

  /** Limits of this node, and where they are seen beside the names that it knows. */
  public LimitsResource(Part<Limits> limits, Part<NounSource> source) {
    this.limits = limits;
    this.source = source;
  }

  @GET
  @Operation(
      operationId = "getLimits",
      summary = "The limits in force, and what is wrong with the files if they differ")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(ref = "#/components/schemas/LimitSet")))
  public Row get() {
    limits.get();
    return view();
  }

  @POST
  @Path("/reload")
  @Operation(operationId = "reloadLimits", summary = "Reads the limit files now")
  @ApiResponse(
      responseCode = "200",
      description = "The files are in force",
      content = @Content(schema = @Schema(ref = "#/components/schemas/LimitSet")))
  public Row reload() {
    Limits current = limits.get();
    List<String> faults = current.reload();
    Row view = view();
    if (!faults.isEmpty()) {
      throw ProblemType.FILES_REFUSED
          .problem(String.join("; ", faults))
          .with("limits", view)
          .exception();
    }
    return view;
  }

  private Row view() {
    return source.get().rows(BookNouns.LIMIT_SET, 1).rows().get(0);
  }
}
