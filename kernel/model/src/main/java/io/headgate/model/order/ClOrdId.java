package io.headgate.model.order;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * FIX ClOrdID (11): node, epoch and sequence, unique for ever. Written {@code NODE-EPOCH-SEQUENCE}
 * with epoch and sequence in base 36, 20 characters at most; the node is the order's home, which
 * alone applies its fills.
 *
 * @param node 1 to 4 of {@code A-Z 0-9}
 * @param epoch start count of the node, 1 to 60,466,175 (five digits of base 36)
 * @param sequence number of the request within the epoch, 1 to 78,364,164,095 (seven digits)
 */
public record ClOrdId(String node, int epoch, long sequence) implements Comparable<ClOrdId> {

  /** Highest epoch: five digits of base 36. */
  public static final int MAX_EPOCH = 60_466_175;

  /** Highest sequence: seven digits of base 36. */
  public static final long MAX_SEQUENCE = 78_364_164_095L;

  private static final int MAX_NODE = 4;
  private static final Pattern FORM =
      Pattern.compile("([A-Z0-9]{1,4})-([0-9A-Z]{1,5})-([0-9A-Z]{1,7})");

  /**
   * @throws IllegalArgumentException if a part is out of range
   */
  public ClOrdId {
    if (!isNode(node)) {
      throw new IllegalArgumentException(
          "node '%s' of a ClOrdID must be 1 to 4 of A-Z and 0-9".formatted(node));
    }
    if (epoch < 1 || epoch > MAX_EPOCH) {
      throw new IllegalArgumentException("epoch %d is not in 1..%d".formatted(epoch, MAX_EPOCH));
    }
    if (sequence < 1 || sequence > MAX_SEQUENCE) {
      throw new IllegalArgumentException(
          "sequence %d is not in 1..%d".formatted(sequence, MAX_SEQUENCE));
    }
  }

  /** Every order makes one, so this is no regular expression. */
  private static boolean isNode(String node) {
    for (int i = 0; i < node.length(); i++) {
      char c = node.charAt(i);
      boolean letter = c >= 'A' && c <= 'Z';
      boolean digit = c >= '0' && c <= '9';
      if (!letter && !digit) {
        return false;
      }
    }
    return !node.isEmpty() && node.length() <= MAX_NODE;
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if the text has another form
   */
  public static ClOrdId parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "ClOrdID '%s' is not NODE-EPOCH-SEQUENCE, as in N1-4-2F9".formatted(text));
    }
    return new ClOrdId(
        matcher.group(1),
        Integer.parseInt(matcher.group(2), 36),
        Long.parseLong(matcher.group(3), 36));
  }

  @Override
  public int compareTo(ClOrdId other) {
    int byNode = node.compareTo(other.node);
    if (byNode != 0) {
      return byNode;
    }
    int byEpoch = Integer.compare(epoch, other.epoch);
    return byEpoch != 0 ? byEpoch : Long.compare(sequence, other.sequence);
  }

  @Override
  public String toString() {
    return node + '-' + base36(epoch) + '-' + base36(sequence);
  }

  private static String base36(long number) {
    return Long.toString(number, 36).toUpperCase(Locale.ROOT);
  }
}
