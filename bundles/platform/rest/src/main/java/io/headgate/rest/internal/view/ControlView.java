package io.headgate.rest.internal.view;

import io.headgate.rest.internal.json.Times;
import io.headgate.spi.control.Restriction;
import io.headgate.spi.control.TradingState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be traded. */
@Schema(name = "Control", description = "Trading state of the node and every restriction in force")
public record ControlView(TradingState state, List<RestrictionView> restrictions) {

  /** One restriction. */
  @Schema(name = "Restriction")
  public record RestrictionView(
      @Schema(
              description = "node, account:NAME, strategy:NAME or instrument:SYMBOL.VENUE",
              example = "node")
          String scope,
      @Schema(description = "ACTIVE once it is lifted") TradingState state,
      @Schema(description = "Who set it") String who,
      String why,
      @Schema(format = "date-time") @Nullable String since,
      @Schema(description = "Who has asked to lift it so far") List<String> rearmApprovals,
      @Schema(description = "Different people that it takes") int rearmsNeeded) {

    /** A restriction as clients see it. */
    public static RestrictionView of(Restriction restriction) {
      return new RestrictionView(
          restriction.scope().toString(),
          restriction.state(),
          restriction.who(),
          restriction.why(),
          Times.iso(restriction.since()),
          restriction.rearmApprovals(),
          restriction.rearmsNeeded());
    }
  }

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
      RestrictionView restriction) {}
}
