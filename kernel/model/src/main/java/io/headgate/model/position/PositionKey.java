package io.headgate.model.position;

import io.headgate.model.instrument.InstrumentId;

/**
 * Whose position in what.
 *
 * @param account account id
 * @param instrument what is held
 */
public record PositionKey(String account, InstrumentId instrument)
    implements Comparable<PositionKey> {

  @Override
  public int compareTo(PositionKey other) {
    int byAccount = account.compareTo(other.account);
    return byAccount != 0 ? byAccount : instrument.compareTo(other.instrument);
  }
}
