package io.headgate.ops.internal.jmx;

import java.util.List;
import java.util.Map;

/** Positions of this node and of all nodes. */
public interface PositionsMXBean {

  /** This node's positions. */
  List<Map<String, String>> getPositions();
}
