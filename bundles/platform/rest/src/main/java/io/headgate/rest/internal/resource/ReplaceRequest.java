package io.headgate.rest.internal.resource;

import io.headgate.rest.internal.json.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

/**
 * A change of an open order as a client sends it; numbers are scaled by nine decimals.
 *
 * @param quantity new total
 * @param limitPrice new price; 0 where the client sent none
 */
@Schema(
    name = "ReplaceOrder",
    description = "The new terms of an open order",
    additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
public record ReplaceRequest(
    @Schema(
            implementation = String.class,
            format = "decimal",
            description = "New total OrderQty, fills included",
            requiredMode = RequiredMode.REQUIRED,
            example = "800")
        long quantity,
    @Schema(
            implementation = String.class,
            format = "decimal",
            description = "New Price of a LIMIT order; absent for MARKET",
            example = "1.0843")
        long limitPrice) {

  /**
   * Reads a request.
   *
   * @throws io.headgate.rest.internal.problem.ProblemException if a field is missing, unknown or
   *     out of range
   */
  public static ReplaceRequest read(Fields fields) {
    long quantity = fields.decimal("quantity", q -> q > 0, "above 0");
    long limitPrice =
        fields.has("limitPrice") ? fields.decimal("limitPrice", p -> p != 0, "a price") : 0;
    fields.done();
    return new ReplaceRequest(quantity, limitPrice);
  }
}
