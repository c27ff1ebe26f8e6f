package io.headgate.spi.limits;

import io.headgate.model.decision.Severity;

/**
 * One row of a limit file.
 *
 * @param who {@code firm}, {@code account=NAME}, {@code trader=NAME} or {@code strategy=NAME}
 * @param what {@code *}, {@code instrument=SYMBOL.VENUE} or {@code sector=NAME}
 * @param kind what is limited
 * @param value in the kind's unit
 * @param severity WARN or BLOCK
 * @param effectiveFrom UTC nanoseconds since 1970, inclusive; {@link Long#MIN_VALUE} for always
 * @param effectiveTo UTC nanoseconds since 1970, exclusive; {@link Long#MAX_VALUE} for ever
 * @param owner who answers for it
 * @param basis the article, contract or decision that it rests on
 * @param source file and line, as in {@code limits/firm.csv:12}
 */
public record LimitRow(
    String who,
    String what,
    LimitKind kind,
    long value,
    Severity severity,
    long effectiveFrom,
    long effectiveTo,
    String owner,
    String basis,
    String source) {}
