package io.headgate.rest.internal.candidate;

import io.headgate.rest.internal.json.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

/**
 * A set that is to serve.
 *
 * @param why reason, kept with the set
 * @param where canary: on this node alone; all (unless told otherwise): on every node of the
 *     cluster
 */
@Schema(name = "ActivateRequest", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
public record ActivateRequest(
    @Schema(
            description = "Reason, kept with the set",
            maxLength = 500,
            requiredMode = RequiredMode.REQUIRED,
            example = "Reviewed with the desk")
        String why,
    @Schema(
            description =
                "canary: on this node alone; all (unless told otherwise): on every node of the cluster",
            maxLength = 10,
            requiredMode = RequiredMode.NOT_REQUIRED,
            example = "canary")
        String where) {

  /**
   * Reads a request.
   *
   * @throws io.headgate.rest.internal.problem.ProblemException if a field is missing, unknown or
   *     out of range
   */
  public static ActivateRequest read(Fields fields) {
    String why = fields.text("why", 500);
    String where = fields.text("where", 10, "");
    fields.done();
    return new ActivateRequest(why, where);
  }
}
