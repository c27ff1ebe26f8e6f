package io.headgate.access.internal.door;

import io.headgate.access.internal.login.AccessSettings;
import io.headgate.spi.audit.AuditTrail;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerDelegate;
import javax.management.MBeanServerNotification;
import javax.management.Notification;
import javax.management.NotificationListener;
import javax.management.ObjectName;
import javax.management.remote.JMXConnectorServerMBean;
import javax.management.remote.MBeanServerForwarder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts {@link MBeanActs} before every JMX connector of this process, when it is registered and so
 * before it opens its port.
 */
@Component(
    service = {},
    immediate = true)
public final class JmxDoor implements NotificationListener {

  private static final Logger LOG = LoggerFactory.getLogger(JmxDoor.class);
  private static final String CONNECTORS = "connector:*";

  private final MBeanServer server;
  private final AuditTrail trail;
  private final AccessSettings settings;

  @Activate
  public JmxDoor(@Reference AuditTrail trail, @Reference AccessSettings settings)
      throws JMException {
    this.server = ManagementFactory.getPlatformMBeanServer();
    this.trail = trail;
    this.settings = settings;
    server.addNotificationListener(MBeanServerDelegate.DELEGATE_NAME, this, null, null);
    for (ObjectName connector : server.queryNames(new ObjectName(CONNECTORS), null)) {
      guard(connector);
    }
  }

  @Override
  public void handleNotification(Notification notification, Object handback) {
    if (notification instanceof MBeanServerNotification registration
        && registration.getType().equals(MBeanServerNotification.REGISTRATION_NOTIFICATION)
        && registration.getMBeanName().getDomain().equals("connector")) {
      guard(registration.getMBeanName());
    }
  }

  private void guard(ObjectName connector) {
    try {
      if (!server.isInstanceOf(connector, JMXConnectorServerMBean.class.getName())) {
        return;
      }
      Object forwarder =
          Proxy.newProxyInstance(
              JmxDoor.class.getClassLoader(),
              new Class<?>[] {MBeanServerForwarder.class},
              new MBeanActs(trail, settings::now, System::nanoTime));
      server.setAttribute(connector, new Attribute("MBeanServerForwarder", forwarder));
      LOG.info("{} is guarded", connector);
    } catch (JMException e) {
      LOG.error(
          "{} cannot be guarded: whoever logs in there could make MBeans. It is stopped; restart the node",
          connector,
          e);
      stop(connector);
    }
  }

  private void stop(ObjectName connector) {
    try {
      server.invoke(connector, "stop", new Object[0], new String[0]);
    } catch (JMException e) {
      LOG.error("{} cannot be stopped either", connector, e);
    }
  }

  @Deactivate
  void end() throws JMException {
    server.removeNotificationListener(MBeanServerDelegate.DELEGATE_NAME, this);
  }
}
