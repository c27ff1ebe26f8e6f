package io.headgate.ops.internal.jmx;

import java.util.List;
import java.util.Map;

/** Strategies. */
public interface StrategiesMXBean {

  /** All strategies. */
  List<Map<String, String>> getStrategies();

  /** Starts a strategy. */
  void start(String name);

  /** Stops a strategy. */
  void stop(String name);
}
