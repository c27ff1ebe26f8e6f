package io.headgate.model.decision;

/**
 * What one rule says about one order.
 *
 * @param rule name of the rule, or of the part of the path that spoke ({@code rights}, {@code
 *     path})
 * @param severity pass, warn or block
 * @param reason reason code, {@code CATEGORY_CONDITION}
 * @param measured measured value in {@code unit}
 * @param limit limit that it was held against, in {@code unit}
 * @param unit unit of both
 * @param source where the limit stands: file and line, or empty
 */
public record Verdict(
    String rule,
    Severity severity,
    String reason,
    long measured,
    long limit,
    Unit unit,
    String source) {

  /** One sentence for a person. */
  public String describe() {
    String where = source.isEmpty() ? "" : " (" + source + ")";
    return "%s %s by %s: measured %s, limit %s %s%s"
        .formatted(
            severity, reason, rule, unit.format(measured), unit.format(limit), unit.word(), where);
  }
}
