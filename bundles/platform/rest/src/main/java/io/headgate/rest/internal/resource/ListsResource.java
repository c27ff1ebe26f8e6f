package io.headgate.rest.internal.resource;

import io.headgate.rest.internal.part.Part;
import io.headgate.rest.internal.problem.FieldError;
import io.headgate.rest.internal.problem.ProblemType;
import io.headgate.spi.noun.AuditNouns;
import io.headgate.spi.noun.BookNouns;
import io.headgate.spi.noun.FlowNouns;
import io.headgate.spi.noun.NodeNouns;
import io.headgate.spi.noun.Noun;
import io.headgate.spi.noun.NounSource;
import io.headgate.spi.noun.Nouns;
import io.headgate.spi.noun.Rows;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.stream.Collectors;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Nouns that can only be looked at. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
public final class ListsResource {

  private static final int MOST = 100_000;

  private final Part<NounSource> source;

  /** What there is on this node. */
  public ListsResource(Part<NounSource> source) {
    this.source = source;
  }

  private Rows rows(Noun<?> noun) {
    try {
      return source.get().rows(noun, MOST);
    } catch (IllegalStateException e) {
      throw ProblemType.PART_MISSING
          .problem(String.valueOf(e.getMessage()))
          .with("part", noun.plural())
          .exception();
    }
  }

  @GET
  @Path("/rights")
  @Operation(
      operationId = "listRights",
      summary = "What is used and left of this node's position limits")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Rights")))
  public Rows rights() {
    return rows(BookNouns.RIGHT);
  }

  @GET
  @Path("/feeds")
  @Operation(operationId = "listFeeds", summary = "The market data feeds of this node")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Feeds")))
  public Rows feeds() {
    return rows(FlowNouns.FEED);
  }

  @GET
  @Path("/scorers")
  @Operation(operationId = "listScorers", summary = "The scorers of this node and their models")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Scorers")))
  public Rows scorers() {
    return rows(FlowNouns.SCORER);
  }

  @GET
  @Path("/optimisers")
  @Operation(operationId = "listOptimisers", summary = "The optimisers of this node")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Optimisers")))
  public Rows optimisers() {
    return rows(FlowNouns.OPTIMISER);
  }

  @GET
  @Path("/brokers")
  @Operation(operationId = "listBrokers", summary = "The broker connectors of this node")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Brokers")))
  public Rows brokers() {
    return rows(FlowNouns.BROKER);
  }

  @GET
  @Path("/plugins")
  @Operation(operationId = "listPlugins", summary = "The plug-ins of this node, of every kind")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Plugins")))
  public Rows plugins() {
    return rows(FlowNouns.PLUGIN);
  }

  @GET
  @Path("/audit")
  @Operation(
      operationId = "listAuditRecords",
      summary = "The latest 500 logins and acts, newest first; data/audit has all")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(ref = "#/components/schemas/AuditRecords")))
  public Rows audit() {
    return rows(AuditNouns.AUDIT);
  }

  @GET
  @Path("/metrics")
  @Operation(
      operationId = "listMetrics",
      summary = "Everything that is measured; /metrics has it in Prometheus' format")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Metrics")))
  public Rows metrics() {
    return rows(NodeNouns.METRIC);
  }

  @GET
  @Path("/fields")
  @Operation(
      operationId = "listFields",
      summary = "What each field of a noun means, the same on every face")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Fields")))
  public Rows fields(
      @Parameter(
              description = "A noun such as order; all where absent",
              schema = @Schema(type = "string"))
          @QueryParam("noun")
          @Nullable String noun) {
    try {
      return Nouns.fields(noun == null ? "" : noun);
    } catch (IllegalArgumentException e) {
      throw new FieldError(
              "noun",
              "'" + noun + "'",
              Nouns.all().stream().map(Noun::name).collect(Collectors.joining(", ", "one of ", "")))
          .exception();
    }
  }
}
