package io.headgate.rest.internal.candidate;

import io.headgate.rest.internal.json.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

/**
 * Past orders that are held against each limit.
 *
 * @param with serving (unless told otherwise), a folder, or the first six digits of a hash
 * @param from orders decided from then on
 * @param to orders decided before then
 */
@Schema(name = "TightnessStart", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
public record TightnessStart(
    @Schema(
            description =
                "serving (unless told otherwise), a folder, or the first six digits of a hash",
            maxLength = 500,
            requiredMode = RequiredMode.NOT_REQUIRED,
            example = "serving")
        String with,
    @Schema(
            description = "Orders decided from then on",
            maxLength = 40,
            requiredMode = RequiredMode.NOT_REQUIRED,
            example = "2030-01-31T08:00:00Z")
        String from,
    @Schema(
            description = "Orders decided before then",
            maxLength = 40,
            requiredMode = RequiredMode.NOT_REQUIRED,
            example = "2030-01-31T17:00:00Z")
        String to) {

  /**
   * Reads a request.
   *
   * @throws io.headgate.rest.internal.problem.ProblemException if a field is missing, unknown or
   *     out of range
   */
  public static TightnessStart read(Fields fields) {
    String with = fields.text("with", 500, "");
    String from = fields.text("from", 40, "");
    String to = fields.text("to", 40, "");
    fields.done();
    return new TightnessStart(with, from, to);
  }
}
