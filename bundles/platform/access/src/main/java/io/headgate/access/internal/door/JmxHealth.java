package io.headgate.access.internal.door;

import io.headgate.spi.node.NodeInfo;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.HealthCheck;
import io.headgate.spi.time.Clock;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.remote.JMXConnectorServerMBean;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether JMX answers. The container only logs it when it cannot open its connector, and tries no
 * second time.
 */
@Component(service = HealthCheck.class, immediate = true)
public final class JmxHealth implements HealthCheck {

  private static final Logger LOG = LoggerFactory.getLogger(JmxHealth.class);
  private static final long START_NANOS = 60_000_000_000L;

  private final MBeanServer server;
  private final NodeInfo node;
  private final Clock clock;
  private final long begin;

  @Activate
  public JmxHealth(@Reference NodeInfo node, @Reference Clock clock) {
    this(ManagementFactory.getPlatformMBeanServer(), node, clock);
  }

  JmxHealth(MBeanServer server, NodeInfo node, Clock clock) {
    this.server = server;
    this.node = node;
    this.clock = clock;
    this.begin = clock.monotonicNanos();
  }

  @Override
  public String name() {
    return "jmx";
  }

  /** Up as well while the node still starts, and in a replay, which opens no port. */
  @Override
  public Health check() {
    if (node.mode() == NodeInfo.Mode.REPLAY
        || anyOpen()
        || clock.monotonicNanos() - begin < START_NANOS) {
      return Health.UP;
    }
    return Health.degraded(
        "JMX does not answer: its connector could not be opened. Mostly another"
            + " process has one of its two ports (--jmx-port and the one after it): free it, or"
            + " choose another, and restart the node");
  }

  private boolean anyOpen() {
    try {
      for (ObjectName connector : server.queryNames(new ObjectName("connector:*"), null)) {
        if (server.isInstanceOf(connector, JMXConnectorServerMBean.class.getName())
            && Boolean.TRUE.equals(server.getAttribute(connector, "Active"))) {
          return true;
        }
      }
    } catch (JMException e) {
      LOG.debug("A connector went while it was looked at", e);
    }
    return false;
  }
}
