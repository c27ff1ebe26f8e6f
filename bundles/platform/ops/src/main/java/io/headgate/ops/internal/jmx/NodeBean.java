package io.headgate.ops.internal.jmx;

import io.headgate.ops.internal.access.CurrentUser;
import io.headgate.ops.internal.listing.Running;
import io.headgate.spi.alarm.Alarms;
import io.headgate.spi.control.ControlScope;
import io.headgate.spi.control.TradingControl;
import io.headgate.spi.monitor.EngineMonitor;
import io.headgate.spi.node.NodeInfo;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The node: its state, its counters and its stop button. */
@Component(
    service = {},
    immediate = true)
public final class NodeBean extends Registration implements NodeMXBean {

  private final NodeInfo node;
  private final TradingControl control;
  private final EngineMonitor monitor;
  private final Alarms alarms;

  /** Registers the bean. */
  @Activate
  public NodeBean(
      @Reference NodeInfo node,
      @Reference TradingControl control,
      @Reference EngineMonitor monitor,
      @Reference Alarms alarms) {
    super("Node");
    this.node = node;
    this.control = control;
    this.monitor = monitor;
    this.alarms = alarms;
    register();
  }

  @Deactivate
  void stop() {
    unregister();
  }

  @Override
  public String getId() {
    return node.id();
  }

  @Override
  public String getVersion() {
    return node.version();
  }

  @Override
  public String getTradingState() {
    return control.state().name();
  }

  @Override
  public List<Map<String, String>> getMetrics() {
    return Running.metrics(monitor.counters(), monitor.decisionLatency()).rows();
  }

  @Override
  public List<Map<String, String>> getRestrictions() {
    return Running.restrictions(control.restrictions()).rows();
  }

  @Override
  public List<Map<String, String>> getAlarms() {
    return Running.alarms(alarms.active()).rows();
  }

  @Override
  public int kill(String scope, String why) {
    return Waiting.get(control.kill(ControlScope.parse(scope), CurrentUser.name(), why));
  }

  @Override
  public String rearm(String scope, String why) {
    return Waiting.get(control.rearm(ControlScope.parse(scope), CurrentUser.name(), why))
        .state()
        .name();
  }

  @Override
  public void acknowledgeAlarm(String key) {
    alarms.acknowledge(key, CurrentUser.name());
  }
}
