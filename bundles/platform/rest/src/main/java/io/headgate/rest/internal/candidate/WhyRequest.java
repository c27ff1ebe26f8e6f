package io.headgate.rest.internal.candidate;

import io.headgate.rest.internal.json.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

/**
 * An act with its reason.
 *
 * @param why reason, kept with the set
 */
@Schema(name = "WhyRequest", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
public record WhyRequest(
    @Schema(
            description = "Reason, kept with the set",
            maxLength = 500,
            requiredMode = RequiredMode.REQUIRED,
            example = "It blocks the market maker")
        String why) {

  /**
   * Reads a request.
   *
   * @throws io.headgate.rest.internal.problem.ProblemException if a field is missing, unknown or
   *     out of range
   */
  public static WhyRequest read(Fields fields) {
    String why = fields.text("why", 500);
    fields.done();
    return new WhyRequest(why);
  }
}
