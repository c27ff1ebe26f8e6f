package io.headgate.spi.candidate;

/**
 * One order whose verdict changes.
 *
 * @param sequence of its DECISION in the journal
 * @param clOrdId its ClOrdID
 * @param time of the decision, UTC nanoseconds since 1970
 * @param account whose
 * @param instrument in what
 * @param side BUY or SELL
 * @param quantity as a plain decimal
 * @param notional as a plain decimal, in the currency of the account
 * @param change NEWLY_BLOCKED, NEWLY_ALLOWED, NEW_WARNING or OTHER_REASON
 * @param before verdicts before, with value and limit; empty where it passed
 * @param after verdicts now
 */
public record ReplayChange(
    long sequence,
    String clOrdId,
    long time,
    String account,
    String instrument,
    String side,
    String quantity,
    String notional,
    String change,
    String before,
    String after) {}
