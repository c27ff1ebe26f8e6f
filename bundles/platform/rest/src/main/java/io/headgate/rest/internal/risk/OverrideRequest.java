package io.headgate.rest.internal.risk;

import io.headgate.model.order.ClOrdId;
import io.headgate.rest.internal.json.Fields;
import io.headgate.spi.override.OrderOverrides;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

/**
 * A denied order that is to be let through once.
 *
 * @param order the denied order
 * @param why reason
 * @param minutes how long it counts
 */
@Schema(name = "OverrideRequest", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
public record OverrideRequest(
    @Schema(
            implementation = String.class,
            description = "ClOrdID of the denied order",
            requiredMode = RequiredMode.REQUIRED,
            example = "N1-4-2F9")
        ClOrdId order,
    @Schema(
            description = "Reason, kept in the journal with the order that comes",
            maxLength = 500,
            requiredMode = RequiredMode.REQUIRED,
            example = "Client confirmed the size by phone")
        String why,
    @Schema(
            description = "How long it counts, minutes",
            minimum = "1",
            maximum = "60",
            requiredMode = RequiredMode.REQUIRED,
            example = "10")
        int minutes) {

  private static final ClOrdId NONE = ClOrdId.parse("NONE-1-1");

  /**
   * Reads a request.
   *
   * @throws io.headgate.rest.internal.problem.ProblemException if a field is missing, unknown or
   *     out of range
   */
  public static OverrideRequest read(Fields fields) {
    ClOrdId order = order(fields);
    String why = fields.text("why", 500);
    int minutes = fields.whole("minutes", 1, OrderOverrides.MOST_MINUTES);
    fields.done();
    return new OverrideRequest(order, why, minutes);
  }

  private static ClOrdId order(Fields fields) {
    String text = fields.text("order", 64);
    if (!text.isEmpty()) {
      try {
        return ClOrdId.parse(text);
      } catch (IllegalArgumentException e) {
        fields.wrong("order", OrderId.FORM);
      }
    }
    return NONE;
  }
}
