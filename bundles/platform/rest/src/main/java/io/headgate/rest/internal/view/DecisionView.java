package io.headgate.rest.internal.view;

import io.headgate.model.decision.Decision;
import io.headgate.model.decision.OrdRejReason;
import io.headgate.rest.internal.json.Times;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A decision. */
@Schema(name = "Decision", description = "What became of a request, with every reason")
public record DecisionView(
    @Schema(description = "ClOrdID of the request, denied ones included", example = "N1-1-2F9")
        String clOrdId,
    @Schema(description = "Sequence number of its record in the journal") long sequence,
    @Schema(format = "date-time", description = "When, UTC") @Nullable String decided,
    @Schema(description = "Whether it goes to the broker") boolean accepted,
    @Schema(description = "Reason code of the first block; empty when accepted") String reason,
    @Schema(description = "FIX OrdRejReason (103); absent when accepted")
        @Nullable Integer ordRejReason,
    RequestView request,
    @Schema(description = "Every warning and block; empty where nothing objected")
        List<VerdictView> verdicts,
    @Schema(description = "Hash of the rule set that decided") String ruleSet,
    @Schema(description = "Connector that it goes to; empty where none was found") String broker) {

  /** A decision as clients see it. */
  public static DecisionView of(Decision decision) {
    return new DecisionView(
        decision.clOrdId().toString(),
        decision.sequence(),
        Times.iso(decision.tsDecided()),
        decision.accepted(),
        decision.reason(),
        decision.accepted() ? null : OrdRejReason.of(decision.reason()).fix(),
        RequestView.of(decision.intent()),
        decision.verdicts().stream().map(VerdictView::of).toList(),
        decision.ruleSet(),
        decision.broker());
  }

  /** Several decisions. */
  @Schema(name = "Decisions")
  public record Many(List<DecisionView> decisions) {}
}
