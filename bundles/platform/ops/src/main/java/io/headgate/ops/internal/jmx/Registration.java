package io.headgate.ops.internal.jmx;

import java.lang.management.ManagementFactory;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One MBean {@code io.headgate:type=…} for as long as its component lives. */
abstract class Registration {

  private static final Logger LOG = LoggerFactory.getLogger(Registration.class);

  private final ObjectName name;

  Registration(String type) {
    try {
      name = new ObjectName("io.headgate", "type", type);
    } catch (JMException e) {
      throw new IllegalStateException("no MBean name: " + type, e);
    }
  }

  /** Makes the bean visible. */
  final void register() {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    try {
      try {
        server.registerMBean(this, name);
      } catch (InstanceAlreadyExistsException e) {
        // Left behind by a component that could not clean up: the newer one speaks.
        server.unregisterMBean(name);
        server.registerMBean(this, name);
      }
    } catch (JMException e) {
      throw new IllegalStateException("MBean " + name + " cannot be registered", e);
    }
  }

  /** Takes the bean away. */
  final void unregister() {
    try {
      ManagementFactory.getPlatformMBeanServer().unregisterMBean(name);
    } catch (JMException e) {
      LOG.debug("MBean {} was gone already", name, e);
    }
  }
}
