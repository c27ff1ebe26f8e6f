package io.headgate.ops.internal.jmx;

import io.headgate.spi.noun.NounSource;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes every noun visible as an MBean {@code io.headgate:type=…} while this bundle runs. */
@Component(
    service = {},
    immediate = true)
public final class Beans {

  private static final Logger LOG = LoggerFactory.getLogger(Beans.class);

  private final List<ObjectName> names = new ArrayList<>();

  /** Registers all of them. */
  @Activate
  public Beans(@Reference NounSource source, @Reference ServiceActs acts) {
    for (Face face : new NounFaces(source, acts).all()) {
      register(face);
    }
  }

  private void register(Face face) {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    FaceBean bean = new FaceBean(face);
    try {
      ObjectName name = new ObjectName("io.headgate", "type", face.type());
      try {
        server.registerMBean(bean, name);
      } catch (InstanceAlreadyExistsException e) {
        // Left behind by a bundle that could not clean up: the newer one speaks.
        server.unregisterMBean(name);
        server.registerMBean(bean, name);
      }
      names.add(name);
    } catch (JMException e) {
      throw new IllegalStateException("MBean " + face.type() + " cannot be registered", e);
    }
  }

  @Deactivate
  void stop() {
    for (ObjectName name : names) {
      try {
        ManagementFactory.getPlatformMBeanServer().unregisterMBean(name);
      } catch (JMException e) {
        LOG.debug("MBean {} was gone already", name, e);
      }
    }
  }
}
