package io.headgate.rules.drools.internal.gear;

/**
 * The operations on numbers that compiled rules call. Drools' executable model compares equal longs
 * as doubles and boxes the others; these are exact, primitive, and fail rather than wrap around.
 * Public because the generated classes live in another package.
 */
public final class Ops {

  private Ops() {}

  /** a = b. */
  public static boolean eq(long a, long b) {
    return a == b;
  }

  /** a ≠ b. */
  public static boolean ne(long a, long b) {
    return a != b;
  }

  /** a &lt; b. */
  public static boolean lt(long a, long b) {
    return a < b;
  }

  /** a ≤ b. */
  public static boolean le(long a, long b) {
    return a <= b;
  }

  /** a &gt; b. */
  public static boolean gt(long a, long b) {
    return a > b;
  }

  /** a ≥ b. */
  public static boolean ge(long a, long b) {
    return a >= b;
  }

  /** Whether the value is a whole multiple of the step; never of a step of zero or less. */
  public static boolean multipleOf(long value, long step) {
    return step > 0 && value % step == 0;
  }

  /** The opposite; not named so, because {@code not} is a word of Drools' own. */
  public static boolean isFalse(boolean value) {
    return !value;
  }

  /**
   * a + b.
   *
   * @throws ArithmeticException if it does not fit a long
   */
  public static long add(long a, long b) {
    return Math.addExact(a, b);
  }

  /**
   * a − b.
   *
   * @throws ArithmeticException if it does not fit a long
   */
  public static long subtract(long a, long b) {
    return Math.subtractExact(a, b);
  }

  /**
   * a × b.
   *
   * @throws ArithmeticException if it does not fit a long
   */
  public static long multiply(long a, long b) {
    return Math.multiplyExact(a, b);
  }

  /** a ÷ b, rounded towards zero; b is a literal above 0. */
  public static long divide(long a, long b) {
    return a / b;
  }

  /**
   * a without its sign.
   *
   * @throws ArithmeticException if it does not fit a long
   */
  public static long abs(long a) {
    return Math.absExact(a);
  }
}
