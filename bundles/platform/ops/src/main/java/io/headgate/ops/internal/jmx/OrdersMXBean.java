package io.headgate.ops.internal.jmx;

import java.util.List;
import java.util.Map;

/** Orders and decisions. */
public interface OrdersMXBean {

  /** Open orders, oldest first. */
  List<Map<String, String>> getOpen();

  /** The latest orders, newest first, at most 1000. */
  List<Map<String, String>> listLatest(int limit);

  /** The latest decisions, newest first, at most 1000. */
  List<Map<String, String>> listDecisions(int limit);
}
