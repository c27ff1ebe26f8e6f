package io.headgate.spi.rules;

/**
 * What one node of the firm judges by, as it tells the others.
 *
 * @param node its name
 * @param hash hash of the set that serves there; empty if none does, or it has told nothing yet
 * @param canary whether that set is to serve there alone for now
 * @param since when it began to serve there, UTC nanoseconds since 1970; 0 where that is not known
 * @param limits hash of its own limits, 64 hexadecimal digits; empty where that is not known
 * @param sameRules whether the node that answers serves by the same set
 * @param sameLimits whether the node that answers has the same limits
 */
public record RuleNode(
    String node,
    String hash,
    boolean canary,
    long since,
    String limits,
    boolean sameRules,
    boolean sameLimits) {}
