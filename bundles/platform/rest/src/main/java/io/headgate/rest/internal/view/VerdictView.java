package io.headgate.rest.internal.view;

import io.headgate.model.decision.Severity;
import io.headgate.model.decision.Verdict;
import io.swagger.v3.oas.annotations.media.Schema;

/** What one rule said. */
@Schema(name = "Verdict", description = "What one rule said about one order")
public record VerdictView(
    @Schema(description = "Name of the rule", example = "max-order-qty") String rule,
    @Schema(description = "BLOCK denies the order") Severity severity,
    @Schema(description = "CATEGORY_CONDITION", example = "QTY_ABOVE_MAX") String reason,
    @Schema(format = "decimal", description = "Measured value", example = "1500") String measured,
    @Schema(format = "decimal", description = "Limit that it was held against", example = "1000")
        String limit,
    @Schema(description = "Unit of both", example = "qty") String unit,
    @Schema(description = "File and line of the limit; empty where there is none") String source,
    @Schema(description = "All of it as one sentence") String text) {

  /** A verdict as clients see it. */
  public static VerdictView of(Verdict verdict) {
    return new VerdictView(
        verdict.rule(),
        verdict.severity(),
        verdict.reason(),
        verdict.unit().format(verdict.measured()),
        verdict.unit().format(verdict.limit()),
        verdict.unit().word(),
        verdict.source(),
        verdict.describe());
  }
}
