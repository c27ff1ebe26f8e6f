package io.headgate.jolokia.acl.internal;

import java.util.Set;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** The container's own judge over the {@code jmx.acl} files, which it offers as an MBean. */
final class SecurityMBean implements MBeanAccess {

  private static final String PATTERN = "org.apache.karaf:type=security,area=jmx,*";
  private static final String[] SIGNATURE = {
    String.class.getName(), String.class.getName(), String[].class.getName()
  };

  private final MBeanServer server;

  SecurityMBean(MBeanServer server) {
    this.server = server;
  }

  @Override
  public boolean mayInvoke(ObjectName mbean, String operation, String[] signature)
      throws JMException {
    Set<ObjectName> judges = server.queryNames(new ObjectName(PATTERN), null);
    if (judges.isEmpty()) {
      throw new InstanceNotFoundException(PATTERN);
    }
    Object[] arguments = {mbean.getCanonicalName(), operation, signature};
    for (ObjectName judge : judges) {
      if (!Boolean.TRUE.equals(server.invoke(judge, "canInvoke", arguments, SIGNATURE))) {
        return false;
      }
    }
    return true;
  }
}
