package io.headgate.spi.candidate;

/**
 * Orders whose verdict changes, of one rule, account or instrument.
 *
 * @param by {@code rule}, {@code account} or {@code instrument}
 * @param name which
 * @param counts how many of each kind; {@code orders} are those that change
 * @param notional of all of them, as a plain decimal
 * @param currency of the accounts; amounts of several currencies are never added
 */
public record ReplayGroup(
    String by, String name, ReplayCounts counts, String notional, String currency) {}
