package io.headgate.ops.internal.jmx;

import java.util.List;
import java.util.Map;

/** Limits in force. */
public interface LimitsMXBean {

  /** All rows. */
  List<Map<String, String>> getRows();

  /** Faults of the files as they are now. */
  List<String> getFailures();

  /** Reads the files now; answers their faults. */
  List<String> reload();
}
