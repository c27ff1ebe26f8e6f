package io.headgate.rest.internal.resource;

import io.headgate.rest.internal.json.Fields;
import io.headgate.spi.control.ControlScope;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

/**
 * A kill, or a request to lift one.
 *
 * @param scope what it covers
 * @param why reason
 */
@Schema(name = "ControlRequest", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
public record ControlRequest(
    @Schema(
            implementation = String.class,
            description = "node, account:NAME, strategy:NAME or instrument:SYMBOL.VENUE",
            requiredMode = RequiredMode.REQUIRED,
            example = "node")
        ControlScope scope,
    @Schema(
            description = "Reason, kept in the journal",
            maxLength = 500,
            requiredMode = RequiredMode.REQUIRED,
            example = "Prices look wrong")
        String why) {

  /**
   * Reads a request.
   *
   * @throws io.headgate.rest.internal.problem.ProblemException if a field is missing, unknown or
   *     out of range
   */
  public static ControlRequest read(Fields fields) {
    ControlScope scope = scope(fields);
    String why = fields.text("why", 500);
    fields.done();
    return new ControlRequest(scope, why);
  }

  private static ControlScope scope(Fields fields) {
    String text = fields.text("scope", 64);
    if (!text.isEmpty()) {
      try {
        return ControlScope.parse(text);
      } catch (IllegalArgumentException e) {
        fields.wrong("scope", "node, account:NAME, strategy:NAME or instrument:SYMBOL.VENUE");
      }
    }
    return ControlScope.NODE;
  }
}
