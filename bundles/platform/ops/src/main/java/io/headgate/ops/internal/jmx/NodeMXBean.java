package io.headgate.ops.internal.jmx;

import java.util.List;
import java.util.Map;

/** The node: its state, its counters and its stop button. */
public interface NodeMXBean {

  /** Node id. */
  String getId();

  /** Version of Headgate. */
  String getVersion();

  /** ACTIVE, REDUCING or HALTED. */
  String getTradingState();

  /** Counters and latencies of the order path. */
  List<Map<String, String>> getMetrics();

  /** What is killed or restricted. */
  List<Map<String, String>> getRestrictions();

  /** Active alarms. */
  List<Map<String, String>> getAlarms();

  /** Halts a scope and cancels its open orders; answers how many. */
  int kill(String scope, String why);

  /** Asks to lift a kill; answers the state of the scope after it. */
  String rearm(String scope, String why);

  /** Notes that the caller has seen an alarm. */
  void acknowledgeAlarm(String key);
}
