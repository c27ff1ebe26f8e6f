package io.headgate.spi.candidate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule set that was staged, serves or has served.
 *
 * @param hash over its files, 64 hexadecimal digits
 * @param state where it is in its life
 * @param source folder that it was staged from
 * @param author login of who staged it; empty where it was saved in the rules folder, which tells
 *     no login
 * @param since when it came to the node, UTC nanoseconds since 1970
 * @param rules how many rules it has
 * @param approvedBy logins that have signed it
 * @param approvalsNeeded signatures that it takes; 0 where approval is not asked for
 * @param shadow what it has said beside the serving set; null unless it was shadowed since the
 *     start
 * @param history what was done with it, the latest last
 */
public record Candidate(
    String hash,
    State state,
    String source,
    String author,
    long since,
    int rules,
    List<String> approvedBy,
    int approvalsNeeded,
    @Nullable Shadow shadow,
    List<Step> history) {

  public Candidate {
    approvedBy = List.copyOf(approvedBy);
    history = List.copyOf(history);
  }

  /** Where a set is in its life. */
  public enum State {
    /** It was checked and waits. */
    STAGED,
    /** It has the signatures that it takes. */
    APPROVED,
    /** It judges the orders of this node, and not yet those of others. */
    CANARY,
    /** It judges orders. */
    SERVING,
    /** It has judged orders before. */
    RETIRED
  }

  /**
   * What a set says beside the serving one.
   *
   * @param since from when on, UTC nanoseconds since 1970
   * @param running whether it goes on
   * @param counts differences
   * @param groups differences by rule, account and instrument
   * @param failure why it could not go on; empty if it could
   */
  public record Shadow(
      long since, boolean running, ReplayCounts counts, List<ReplayGroup> groups, String failure) {
    public Shadow {
      groups = List.copyOf(groups);
    }
  }

  /**
   * Something that was done with a set.
   *
   * @param time when, UTC nanoseconds since 1970
   * @param what STAGED, SHADOWED, APPROVED, CANARY, CANARY_ENDED (this serves again), ACTIVATED,
   *     ROLLED_BACK, SAVED, SERVED or RECEIVED from another node
   * @param who login; empty where the node did it by itself
   * @param why reason given
   */
  public record Step(long time, String what, String who, String why) {}

  /**
   * What is signed to approve a set: a line of text that can be signed with any Ed25519 tool.
   *
   * @param hash 64 hexadecimal digits
   */
  public static String message(String hash) {
    return "headgate: approve rule set " + hash + "\n";
  }
}
