package io.headgate.state.hazelcast.internal.wire;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.position.PositionKey;

/** A position's key in the shared map: instrument, a tab, account. An instrument has no tab. */
public final class MapKey {

  private MapKey() {}

  /** The text of a key. */
  public static String of(PositionKey key) {
    return key.instrument().toString() + '\t' + key.account();
  }

  /**
   * The key of a text.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static PositionKey parse(String text) {
    int tab = text.indexOf('\t');
    if (tab < 0) {
      throw new IllegalArgumentException(
          "'%s' is no key of a position, expected SYMBOL.VENUE, a tab and an account"
              .formatted(text));
    }
    return new PositionKey(text.substring(tab + 1), InstrumentId.parse(text.substring(0, tab)));
  }
}
