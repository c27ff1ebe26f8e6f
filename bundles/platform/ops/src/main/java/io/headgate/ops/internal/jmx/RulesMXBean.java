package io.headgate.ops.internal.jmx;

import java.util.List;
import java.util.Map;

/** Rules that serve. */
public interface RulesMXBean {

  /** All rules. */
  List<Map<String, String>> getRules();

  /** What serves and what is wrong. */
  List<Map<String, String>> getStatus();

  /** Reads and compiles the files now. */
  List<Map<String, String>> reload();
}
