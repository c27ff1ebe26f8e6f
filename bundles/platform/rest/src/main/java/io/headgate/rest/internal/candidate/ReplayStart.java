package io.headgate.rest.internal.candidate;

import io.headgate.rest.internal.json.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

/**
 * Past orders that are judged once more.
 *
 * @param with serving, a folder, or the first six digits of a hash
 * @param against the same, or recorded; serving unless told otherwise
 * @param from orders decided from then on
 * @param to orders decided before then
 */
@Schema(name = "ReplayStart", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
public record ReplayStart(
    @Schema(
            description = "serving, a folder, or the first six digits of a hash",
            maxLength = 500,
            requiredMode = RequiredMode.REQUIRED,
            example = "rules-next")
        String with,
    @Schema(
            description = "The same, or recorded; serving unless told otherwise",
            maxLength = 500,
            requiredMode = RequiredMode.NOT_REQUIRED,
            example = "serving")
        String against,
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
  public static ReplayStart read(Fields fields) {
    String with = fields.text("with", 500);
    String against = fields.text("against", 500, "");
    String from = fields.text("from", 40, "");
    String to = fields.text("to", 40, "");
    fields.done();
    return new ReplayStart(with, against, from, to);
  }
}
