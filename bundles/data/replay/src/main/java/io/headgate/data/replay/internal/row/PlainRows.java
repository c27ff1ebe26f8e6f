package io.headgate.data.replay.internal.row;

/**
 * Reads ordinary rows straight from bytes into scaled numbers: digits, at most one point, no sign,
 * no quotes, no blanks. Whatever else a row holds, it declines, and {@link CarefulRows} reads it;
 * what it accepts, the other reads alike. Not safe for use by several threads.
 */
final class PlainRows {

  private static final int MOST_DIGITS = 18;
  private static final long[] POWERS = new long[MOST_DIGITS + 1];
  private static final long[] MOST_BEFORE_SHIFT = new long[MOST_DIGITS + 1];

  static {
    long power = 1;
    for (int i = 0; i <= MOST_DIGITS; i++) {
      POWERS[i] = power;
      MOST_BEFORE_SHIFT[i] = Long.MAX_VALUE / power;
      power *= 10;
    }
  }

  private final byte delimiter;
  private final int[] slots;
  private final int[] exponents;
  private final int width;
  private final TimeColumn times;
  private int next;
  private long number;

  PlainRows(RowFormat format, TimeColumn times) {
    Layout layout = format.layout();
    this.delimiter = (byte) format.delimiter();
    this.width = layout.width();
    this.times = times;
    this.slots = new int[width];
    this.exponents = new int[width];
    for (int column = 0; column < width; column++) {
      slots[column] = layout.slot(column);
      exponents[column] =
          slots[column] == Layout.TIME ? times.exponent() : format.exponent(slots[column]);
    }
  }

  /** Reads a row; whether it could. */
  boolean read(byte[] bytes, int from, int to, Row row) {
    next = from;
    int column = 0;
    while (true) {
      int slot = column < width ? slots[column] : Layout.IGNORED;
      boolean plain =
          slot == Layout.IGNORED
              ? pass(bytes, to)
              : slot == Layout.TIME
                  ? time(bytes, to, exponents[column], row)
                  : value(bytes, to, exponents[column], row, slot);
      if (!plain) {
        return false;
      }
      column++;
      if (next == to) {
        row.columns = column;
        return column >= width;
      }
      next++;
    }
  }

  private boolean pass(byte[] bytes, int to) {
    int at = next;
    while (at < to && bytes[at] != delimiter) {
      if (bytes[at] == '"') {
        return false;
      }
      at++;
    }
    next = at;
    return true;
  }

  private boolean time(byte[] bytes, int to, int exponent, Row row) {
    if (times.isText()) {
      int from = next;
      boolean plain = pass(bytes, to);
      row.time = plain ? times.ofText(bytes, from, next) : TimeColumn.NONE;
    } else {
      row.time = number(bytes, to, exponent) ? times.ofNumber(number) : TimeColumn.NONE;
    }
    return row.time != TimeColumn.NONE;
  }

  private boolean value(byte[] bytes, int to, int exponent, Row row, int slot) {
    boolean plain = number(bytes, to, exponent);
    row.values[slot] = number;
    return plain;
  }

  /** Reads up to the next delimiter into {@link #number}; whether that is an ordinary number. */
  private boolean number(byte[] bytes, int to, int exponent) {
    int at = next;
    int point = -1;
    long digits = 0;
    while (at < to) {
      int digit = bytes[at] - '0';
      if (digit >= 0 && digit <= 9) {
        digits = digits * 10 + digit;
      } else if (bytes[at] == '.' && point < 0) {
        point = at;
      } else {
        break;
      }
      at++;
    }
    int count = at - next - (point < 0 ? 0 : 1);
    if (count == 0 || count > MOST_DIGITS || (at < to && bytes[at] != delimiter)) {
      return false;
    }
    int decimals = point < 0 ? 0 : at - point - 1;
    next = at;
    return shift(digits, exponent - decimals);
  }

  private boolean shift(long digits, int by) {
    if (by >= 0) {
      number = digits * POWERS[by];
      return digits <= MOST_BEFORE_SHIFT[by];
    }
    long power = POWERS[-by];
    number = digits / power;
    return number * power == digits;
  }
}
