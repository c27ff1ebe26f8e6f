package io.headgate.model.instrument;

import java.util.regex.Pattern;

/**
 * Names an instrument at a venue, written {@code SYMBOL.VENUE}.
 *
 * @param symbol 1 to 24 of {@code A-Z 0-9 / _ -}
 * @param venue 1 to 8 of {@code A-Z 0-9}
 */
public record InstrumentId(String symbol, String venue) implements Comparable<InstrumentId> {

  private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9][A-Z0-9/_-]{0,23}");
  private static final Pattern VENUE = Pattern.compile("[A-Z0-9]{1,8}");

  /**
   * @throws IllegalArgumentException if a part breaks its pattern
   */
  public InstrumentId {
    if (!SYMBOL.matcher(symbol).matches() || !VENUE.matcher(venue).matches()) {
      throw new IllegalArgumentException(
          "instrument '%s.%s' is not SYMBOL.VENUE (symbol %s, venue %s)"
              .formatted(symbol, venue, SYMBOL.pattern(), VENUE.pattern()));
    }
  }

  /**
   * Reads {@code SYMBOL.VENUE}.
   *
   * @throws IllegalArgumentException if the text has another form
   */
  public static InstrumentId parse(String text) {
    int dot = text.lastIndexOf('.');
    if (dot < 0) {
      throw new IllegalArgumentException(
          "instrument '%s' is not SYMBOL.VENUE, as in EURUSD.FXCM".formatted(text));
    }
    return new InstrumentId(text.substring(0, dot), text.substring(dot + 1));
  }

  @Override
  public int compareTo(InstrumentId other) {
    int bySymbol = symbol.compareTo(other.symbol);
    return bySymbol != 0 ? bySymbol : venue.compareTo(other.venue);
  }

  @Override
  public String toString() {
    return symbol + '.' + venue;
  }
}
