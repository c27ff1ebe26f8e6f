package io.headgate.rest.internal.candidate;

import io.headgate.rest.internal.json.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

/**
 * A folder that is staged.
 *
 * @param folder folder with policies/ in it, from the node's own folder on
 * @param why reason, kept with the set
 */
@Schema(name = "StageRequest", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
public record StageRequest(
    @Schema(
            description = "Folder with policies/ in it, from the node's own folder on",
            maxLength = 500,
            requiredMode = RequiredMode.REQUIRED,
            example = "rules-next")
        String folder,
    @Schema(
            description = "Reason, kept with the set",
            maxLength = 500,
            requiredMode = RequiredMode.REQUIRED,
            example = "A collar of 2 % for small caps")
        String why) {

  /**
   * Reads a request.
   *
   * @throws io.headgate.rest.internal.problem.ProblemException if a field is missing, unknown or
   *     out of range
   */
  public static StageRequest read(Fields fields) {
    String folder = fields.text("folder", 500);
    String why = fields.text("why", 500);
    fields.done();
    return new StageRequest(folder, why);
  }
}
