package io.headgate.journal.internal.codec;

import io.headgate.model.instrument.InstrumentId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Texts that were read before: most records of a journal consist of the same few. Each text has one
 * place, where the next one of that place follows it. One thread only.
 */
public final class KnownTexts {

  private static final int PLACES = 4_096;
  private static final int MAX_LENGTH = 64;
  private static final int MAX_INSTRUMENTS = 100_000;

  private final @Nullable Text[] places = new @Nullable Text[PLACES];
  private final Map<String, Map<String, InstrumentId>> instruments = new HashMap<>();
  private final KnownLimits limits = new KnownLimits();

  private static final class Text {
    private final byte[] utf8;
    private final String text;

    private Text(byte[] utf8) {
      this.utf8 = utf8;
      this.text = new String(utf8, StandardCharsets.UTF_8);
    }
  }

  String text(byte[] array, int from, int length) {
    if (length == 0) {
      return "";
    }
    if (length > MAX_LENGTH) {
      return new String(array, from, length, StandardCharsets.UTF_8);
    }
    int hash = length;
    for (int i = from; i < from + length; i++) {
      hash = 31 * hash + array[i];
    }
    int place = (hash ^ (hash >>> 12)) & (PLACES - 1);
    Text known = places[place];
    if (known == null
        || !Arrays.equals(known.utf8, 0, known.utf8.length, array, from, from + length)) {
      known = new Text(Arrays.copyOfRange(array, from, from + length));
      places[place] = known;
    }
    return known.text;
  }

  KnownLimits limits() {
    return limits;
  }

  InstrumentId instrument(String symbol, String venue) {
    Map<String, InstrumentId> ofVenue = instruments.computeIfAbsent(venue, v -> new HashMap<>());
    InstrumentId known = ofVenue.get(symbol);
    if (known == null) {
      known = new InstrumentId(symbol, venue);
      if (ofVenue.size() < MAX_INSTRUMENTS) {
        ofVenue.put(symbol, known);
      }
    }
    return known;
  }
}
