package io.headgate.spi.control;

import java.util.List;

/**
 * A restriction in force.
 *
 * @param scope what it covers
 * @param state how strict
 * @param who login of the person, or the part of the node that set it
 * @param why reason given
 * @param since when, UTC nanoseconds since 1970
 * @param rearmApprovals logins that have asked to lift it so far
 * @param rearmsNeeded different people that it takes to lift it
 */
public record Restriction(
    ControlScope scope,
    TradingState state,
    String who,
    String why,
    long since,
    List<String> rearmApprovals,
    int rearmsNeeded) {

  public Restriction {
    rearmApprovals = List.copyOf(rearmApprovals);
  }
}
