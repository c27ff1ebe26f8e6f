package io.headgate.spi.explain;

/**
 * One rule and one order.
 *
 * @param rule name of the rule
 * @param policy folder that it stands in
 * @param source file and line of the rule
 * @param outcome whether it applied
 * @param says severity and reason code, such as {@code BLOCK QTY_MAX}; empty where it did not apply
 * @param condition where it did not apply, the first condition that did not hold, in the words of
 *     the rule file; where it failed, why
 * @param measured value that was measured, as plain text
 * @param limit what it was held against, as plain text; {@code none} where no limit is set
 * @param unit unit of both; empty where they are texts
 * @param distance how far the measured value stands above the limit, below it with a minus, in the
 *     unit; empty where there is no number
 * @param limitSource file and line of the limit; empty where it comes from no limit file
 */
public record Finding(
    String rule,
    String policy,
    String source,
    Outcome outcome,
    String says,
    String condition,
    String measured,
    String limit,
    String unit,
    String distance,
    String limitSource) {

  /** Whether a rule applied. */
  public enum Outcome {
    /** All its conditions held, so it spoke. */
    APPLIED,
    /** A condition did not hold. */
    DID_NOT_APPLY,
    /** It could not decide, so the order was denied. */
    FAILED
  }
}
