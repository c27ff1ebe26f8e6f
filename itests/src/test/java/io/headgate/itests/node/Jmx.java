package io.headgate.itests.node;

import java.io.IOException;
import java.util.Map;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** The JMX door of one node. */
public final class Jmx {

  private final JMXServiceURL url;

  public Jmx(Ports ports) throws IOException {
    this.url =
        new JMXServiceURL(
            "service:jmx:rmi:///jndi/rmi://127.0.0.1:" + ports.jmx() + "/karaf-headgate");
  }

  public JMXConnector asNobody() throws IOException {
    return connect(Map.of());
  }

  public JMXConnector as(String user, String password) throws IOException {
    return connect(Map.of(JMXConnector.CREDENTIALS, new String[] {user, password}));
  }

  // What is looked up is the registry that this test has just started, on loopback.
  @SuppressWarnings("BanJNDI")
  private JMXConnector connect(Map<String, ?> environment) throws IOException {
    return JMXConnectorFactory.connect(url, environment);
  }
}
