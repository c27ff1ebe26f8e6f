package io.headgate.spi.monitor;

import io.headgate.model.decision.Severity;

/**
 * How often a rule spoke, since the start.
 *
 * @param rule name of the rule
 * @param reason reason code
 * @param severity warning or block
 * @param count how often
 */
public record VerdictCount(String rule, String reason, Severity severity, long count) {}
