package io.headgate.rest.internal.view;

import io.headgate.spi.noun.Row;
import io.swagger.v3.oas.annotations.media.Schema;

/** What the stop button and the way back answer. */
public final class ControlView {

  private ControlView() {}

  /** What a kill did. */
  @Schema(name = "Killed")
  public record Killed(
      String scope,
      @Schema(description = "Open orders that were asked to cancel") int cancelsRequested) {}

  /** What a request to re-arm did. */
  @Schema(name = "Rearmed")
  public record Rearmed(
      @Schema(description = "Whether the kill is lifted now; false if more people are needed")
          boolean lifted,
      @Schema(ref = "#/components/schemas/Restriction") Row restriction) {}
}
