package io.headgate.access.internal.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.spi.node.NodeInfo.Mode;
import io.headgate.spi.plugin.Health;
import io.headgate.testkit.fake.FakeNodeInfo;
import io.headgate.testkit.time.FixedClock;
import java.time.Duration;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.remote.JMXConnectorServer;
import javax.management.remote.JMXConnectorServerFactory;
import javax.management.remote.JMXServiceURL;
import org.junit.jupiter.api.Test;

class JmxHealthTest {

  private final MBeanServer server = MBeanServerFactory.newMBeanServer();
  private final FixedClock clock = new FixedClock();

  @Test
  void aNodeThatStartsHasAMinuteToOpenIt() {
    JmxHealth health = health(Mode.LIVE);

    assertThat(health.check()).isEqualTo(Health.UP);
    clock.advance(Duration.ofSeconds(60));

    assertThat(health.check().state()).isEqualTo(Health.State.DEGRADED);
    assertThat(health.check().reason()).contains("--jmx-port", "restart");
  }

  @Test
  void aConnectorThatIsThereButNotOpenIsNone() throws Exception {
    JmxHealth health = health(Mode.LIVE);
    clock.advance(Duration.ofHours(1));
    JMXConnectorServer connector =
        JMXConnectorServerFactory.newJMXConnectorServer(
            new JMXServiceURL("service:jmx:rmi://127.0.0.1"), null, server);
    server.registerMBean(connector, new ObjectName("connector:name=rmi"));

    assertThat(health.check().state()).isEqualTo(Health.State.DEGRADED);
    connector.start();
    try {
      assertThat(health.check()).isEqualTo(Health.UP);
    } finally {
      connector.stop();
    }
    assertThat(health.check().state()).isEqualTo(Health.State.DEGRADED);
  }

  @Test
  void aReplayOpensNoPort() {
    JmxHealth health = health(Mode.REPLAY);
    clock.advance(Duration.ofHours(1));

    assertThat(health.check()).isEqualTo(Health.UP);
  }

  private JmxHealth health(Mode mode) {
    return new JmxHealth(server, new FakeNodeInfo("N1", 1, mode, "0.1.0", 1), clock);
  }
}
