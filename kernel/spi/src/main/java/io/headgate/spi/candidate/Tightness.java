package io.headgate.spi.candidate;

/**
 * How near orders came to one limit.
 *
 * @param limit the limit's word, or the rule's name for a number that stands in a rule
 * @param source file and line
 * @param scope whom and what it is for; empty where it stands in a rule
 * @param value the limit, as a plain decimal
 * @param unit of it
 * @param orders orders that were held against it
 * @param caught orders that it blocked, or would have
 * @param warned orders that it warned of, or would have
 * @param nearMisses orders that came near and were not blocked by it; 0 where UNMEASURED
 * @param highest highest share of it that an order used, in percent; 0 where a share means nothing
 * @param finding BITES, NEAR, NEVER (nothing came near), UNMEASURED (a number of a rule of which
 *     nothing can be said) or UNUSED (no order was held against it)
 */
public record Tightness(
    String limit,
    String source,
    String scope,
    String value,
    String unit,
    long orders,
    long caught,
    long warned,
    long nearMisses,
    double highest,
    String finding) {}
