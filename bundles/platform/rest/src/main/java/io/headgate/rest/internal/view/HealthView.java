package io.headgate.rest.internal.view;

import io.headgate.spi.plugin.Health;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** How the node is. */
@Schema(name = "Health", description = "The worst of all parts, and each part")
public record HealthView(Health.State state, List<PartHealth> parts) {

  /** One part. */
  @Schema(name = "PartHealth")
  public record PartHealth(
      String name,
      Health.State state,
      @Schema(description = "Why, and what to do next; empty when up") String reason) {}
}
