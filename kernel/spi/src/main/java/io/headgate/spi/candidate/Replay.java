package io.headgate.spi.candidate;

import java.util.List;

/**
 * A run of past orders through a rule set, as far as it has come.
 *
 * @param id number of the run since the start
 * @param state how far it is
 * @param who login of who asked for it
 * @param request what was asked for
 * @param withHash hash of the set that is tried; empty until it is compiled
 * @param limits which limits were held against: {@code recorded}, or the hash of the files
 * @param started when it began, UTC nanoseconds since 1970
 * @param progress how far it has come
 * @param counts what has become of the orders
 * @param groups changes by rule, account and instrument, the most first
 * @param changes the first thousand orders that change
 * @param tightness how near orders came to each limit; empty unless asked for
 * @param failure why it failed; empty if it did not
 */
public record Replay(
    long id,
    State state,
    String who,
    ReplayRequest request,
    String withHash,
    String limits,
    long started,
    Progress progress,
    ReplayCounts counts,
    List<ReplayGroup> groups,
    List<ReplayChange> changes,
    List<Tightness> tightness,
    String failure) {

  public Replay {
    groups = List.copyOf(groups);
    changes = List.copyOf(changes);
    tightness = List.copyOf(tightness);
  }

  /** How far a run is. */
  public enum State {
    /** The sets are compiled. */
    COMPILING,
    /** Orders are judged. */
    RUNNING,
    /** It is done. */
    DONE,
    /** It was ended before it was done. */
    CANCELLED,
    /** It could not go on. */
    FAILED;

    /** Whether nothing more comes of it. */
    public boolean isEnd() {
      return this == DONE || this == CANCELLED || this == FAILED;
    }
  }

  /**
   * How far a run has come.
   *
   * @param percent of the journal's records that it has to read, 0 to 100
   * @param records of the journal that were read
   * @param judgingNanos how long orders have been read and judged, nanoseconds
   */
  public record Progress(int percent, long records, long judgingNanos) {}

  /** Orders read and judged in a second; 0 before the first. */
  public long ordersPerSecond() {
    return progress.judgingNanos() <= 0
        ? 0
        : (long) (counts.orders() * 1e9 / progress.judgingNanos());
  }
}
