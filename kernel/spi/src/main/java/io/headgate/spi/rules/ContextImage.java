package io.headgate.spi.rules;

import io.headgate.spi.limits.ResolvedLimits;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the rules could see when they decided, as the journal keeps it: enough to decide
 * again, bit for bit. Immutable.
 */
public final class ContextImage {

  private static final int NUMBERS = ContextNumber.values().length;
  private static final int TEXTS = ContextText.values().length;

  final long[] numbers;
  final String[] texts;
  private final ResolvedLimits limits;

  /**
   * @param numbers in the order of {@link ContextNumber}; copied
   * @param texts in the order of {@link ContextText}; copied
   * @param limits the limits that applied
   * @throws IllegalArgumentException if an array has more entries than there are fields
   */
  public ContextImage(long[] numbers, String[] texts, ResolvedLimits limits) {
    if (numbers.length > NUMBERS || texts.length > TEXTS) {
      throw new IllegalArgumentException(
          "%d numbers and %d texts do not fit this version's order context"
              .formatted(numbers.length, texts.length));
    }
    // Fewer entries come from an older version: what it did not have reads as zero or empty.
    this.numbers = Arrays.copyOf(numbers, NUMBERS);
    if (numbers.length <= ContextNumber.ADDED_VALUE.ordinal()) {
      // Rules that ask for it asked for the quantity before: what was denied then still is.
      boolean adds = this.numbers[ContextNumber.ADDED_QUANTITY.ordinal()] > 0;
      this.numbers[ContextNumber.ADDED_VALUE.ordinal()] =
          adds ? this.numbers[ContextNumber.NOTIONAL.ordinal()] : 0;
    }
    if (numbers.length <= ContextNumber.OWN_SHORT_POSITION.ordinal()) {
      // The same: they asked for the position of all nodes before.
      this.numbers[ContextNumber.OWN_SHORT_POSITION.ordinal()] =
          this.numbers[ContextNumber.WORST_SHORT_POSITION.ordinal()];
    }
    this.texts = Arrays.copyOf(texts, TEXTS);
    for (int i = texts.length; i < this.texts.length; i++) {
      this.texts[i] = "";
    }
    this.limits = limits;
  }

  /** A number by its field. */
  public long number(ContextNumber field) {
    return numbers[field.ordinal()];
  }

  /** A text by its field. */
  public String text(ContextText field) {
    return texts[field.ordinal()];
  }

  /** The limits that applied. */
  public ResolvedLimits limits() {
    return limits;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ContextImage that
        && Arrays.equals(numbers, that.numbers)
        && Arrays.equals(texts, that.texts)
        && limits.equals(that.limits);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(numbers) + Arrays.hashCode(texts);
  }
}
