package io.headgate.testkit.fake;

import io.headgate.spi.node.NodeInfo;

/**
 * A node as a test wants it.
 *
 * @param id see {@link NodeInfo#id()}
 * @param configuredNodes see {@link NodeInfo#configuredNodes()}
 * @param mode see {@link NodeInfo#mode()}
 * @param version see {@link NodeInfo#version()}
 * @param rearmsNeeded see {@link NodeInfo#rearmsNeeded()}
 */
public record FakeNodeInfo(
    String id, int configuredNodes, Mode mode, String version, int rearmsNeeded)
    implements NodeInfo {

  /** A node N1 that runs alone, live. */
  public static FakeNodeInfo live() {
    return new FakeNodeInfo("N1", 1, Mode.LIVE, "0.1.0", 1);
  }

  /** A node N1 that runs alone, in a replay. */
  public static FakeNodeInfo replay() {
    return new FakeNodeInfo("N1", 1, Mode.REPLAY, "0.1.0", 1);
  }
}
