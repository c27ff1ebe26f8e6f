package io.headgate.rest.internal.view;

import io.headgate.rest.internal.problem.FieldError;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Describes a problem for the OpenAPI document; members that do not apply are absent. */
@Schema(name = "Problem", description = "RFC 9457 problem details")
public record ProblemView(
    @Schema(format = "uri", example = "urn:headgate:problem:order-denied") String type,
    @Schema(description = "The kind of problem in a few words") String title,
    int status,
    @Schema(description = "What was found, what was expected, the next step") String detail,
    @Schema(format = "uri-reference", description = "Path of the request") String instance,
    @Schema(description = "invalid-fields: what is wrong with each field")
        @Nullable List<FieldError> errors,
    @Schema(ref = "#/components/schemas/Decision") @Nullable Object decision,
    @Schema(ref = "#/components/schemas/RuleSet") @Nullable Object rules,
    @Schema(ref = "#/components/schemas/LimitSet") @Nullable Object limits,
    @Schema(description = "malformed-request: line, from 1") @Nullable Integer line,
    @Schema(description = "malformed-request: column, from 1") @Nullable Integer column,
    @Schema(description = "role-needed: any one of these") @Nullable List<String> rolesNeeded,
    @Schema(description = "part-missing: which") @Nullable String part,
    @Schema(description = "internal: where to look in the node's log") @Nullable String logId) {}
