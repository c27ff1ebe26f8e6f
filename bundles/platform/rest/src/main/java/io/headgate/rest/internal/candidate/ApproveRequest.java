package io.headgate.rest.internal.candidate;

import io.headgate.rest.internal.json.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

/**
 * A signature of a rule set.
 *
 * @param signature ed25519 over the set's message, in Base64, by the key of your login
 */
@Schema(name = "ApproveRequest", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
public record ApproveRequest(
    @Schema(
            description = "Ed25519 over the set's message, in Base64, by the key of your login",
            maxLength = 200,
            requiredMode = RequiredMode.REQUIRED,
            example = "NBkXUu7V…Cg==")
        String signature) {

  /**
   * Reads a request.
   *
   * @throws io.headgate.rest.internal.problem.ProblemException if a field is missing, unknown or
   *     out of range
   */
  public static ApproveRequest read(Fields fields) {
    String signature = fields.text("signature", 200);
    fields.done();
    return new ApproveRequest(signature);
  }
}
