package io.headgate.rest.internal.resource;

import io.headgate.rest.internal.part.Part;
import io.headgate.rest.internal.part.Platform;
import io.headgate.rest.internal.view.HealthView;
import io.headgate.rest.internal.view.HealthView.PartHealth;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.HealthCheck;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.ArrayList;
import java.util.Comparator;
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

  private final Platform platform;

  /** Health of this node. */
  public HealthResource(Platform platform) {
    this.platform = platform;
  }

  @GET
  @Operation(
      operationId = "getHealth",
      summary = "How the node is: the worst of all its parts",
      description = "A part that an order needs and that is not running counts as DOWN.")
  @ApiResponse(
      responseCode = "200",
      description = "UP or DEGRADED",
      content = @Content(schema = @Schema(implementation = HealthView.class)))
  @ApiResponse(
      responseCode = "503",
      description = "DOWN, or not ready yet",
      content = @Content(schema = @Schema(implementation = HealthView.class)))
  public Response get() {
    HealthView health = health();
    return Response.status(health.state() == Health.State.DOWN ? 503 : 200)
        .type(MediaType.APPLICATION_JSON)
        .entity(health)
        .build();
  }

  private HealthView health() {
    List<PartHealth> parts = new ArrayList<>();
    for (Part<?> part : platform.required()) {
      if (part.orNull() == null) {
        parts.add(new PartHealth(part.name(), Health.State.DOWN, "not running"));
      }
    }
    for (HealthCheck check : platform.healthChecks()) {
      parts.add(ask(check));
    }
    parts.sort(Comparator.comparing(PartHealth::state).reversed().thenComparing(PartHealth::name));
    Health.State worst = parts.isEmpty() ? Health.State.UP : parts.get(0).state();
    return new HealthView(worst, parts);
  }

  private static PartHealth ask(HealthCheck check) {
    try {
      Health health = check.check();
      return new PartHealth(check.name(), health.state(), health.reason());
    } catch (RuntimeException e) {
      return new PartHealth(
          check.getClass().getSimpleName(), Health.State.DOWN, "its check failed: " + e);
    }
  }
}
