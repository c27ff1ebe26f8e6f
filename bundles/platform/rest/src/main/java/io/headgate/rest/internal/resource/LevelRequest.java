package io.headgate.rest.internal.resource;

import io.headgate.rest.internal.json.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

/**
 * Another level for an area of the log.
 *
 * @param level the level
 */
@Schema(name = "LogLevel", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
public record LevelRequest(
    @Schema(
            description = "ERROR, WARN, INFO, DEBUG or TRACE",
            requiredMode = RequiredMode.REQUIRED,
            example = "DEBUG")
        String level) {

  /**
   * Reads a request.
   *
   * @throws io.headgate.rest.internal.problem.ProblemException if a field is missing or unknown
   */
  public static LevelRequest read(Fields fields) {
    String level = fields.text("level", 5);
    fields.done();
    return new LevelRequest(level);
  }
}
