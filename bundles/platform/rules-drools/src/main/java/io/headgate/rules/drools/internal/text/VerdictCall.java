package io.headgate.rules.drools.internal.text;

import io.headgate.model.decision.Severity;
import io.headgate.spi.limits.LimitKind;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says when it applies.
 *
 * @param severity BLOCK or WARN
 * @param reason reason code
 * @param kind limit that the value is held against; null where {@code limit} says it
 * @param value measured value
 * @param limit what the value is held against; null where {@code kind} says it
 */
public record VerdictCall(
    Severity severity,
    String reason,
    @Nullable LimitKind kind,
    Amount value,
    @Nullable Amount limit) {}
