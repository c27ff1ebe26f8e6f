package io.headgate.jolokia.acl.internal;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.Arrays;
import java.util.Set;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jolokia.restrictor.Restrictor;
import org.jolokia.util.HttpMethod;
import org.jolokia.util.RequestType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds Jolokia to the {@code jmx.acl} files. The container guards its RMI connector with them, but
 * Jolokia goes to the platform's MBean server directly, so that without this a viewer could stop a
 * node over HTTP.
 *
 * <p>Jolokia runs each request as the person who logged in, and asks here before it touches an
 * MBean. What cannot be found out is refused.
 */
@Component(service = Restrictor.class)
public final class AclRestrictor implements Restrictor {

  private static final Logger LOG = LoggerFactory.getLogger(AclRestrictor.class);
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]", "::1");

  private final MBeanServer server;
  private final MBeanAccess access;
  private final ActRecorder acts;

  @Activate
  public AclRestrictor(@Reference ActRecorder acts) {
    this(ManagementFactory.getPlatformMBeanServer(), acts);
  }

  private AclRestrictor(MBeanServer server, ActRecorder acts) {
    this(server, new SecurityMBean(server), acts);
  }

  AclRestrictor(MBeanServer server, MBeanAccess access, ActRecorder acts) {
    this.server = server;
    this.access = access;
    this.acts = acts;
  }

  @Override
  public boolean isAttributeReadAllowed(ObjectName mbean, String attribute) {
    boolean allowed = mayRead(mbean, attribute);
    acts.read(mbean, attribute, allowed);
    return allowed;
  }

  private boolean mayRead(ObjectName mbean, String attribute) {
    return allowed(
        mbean,
        attribute,
        () -> {
          for (MBeanAttributeInfo info : server.getMBeanInfo(mbean).getAttributes()) {
            if (info.getName().equals(attribute)) {
              return access.mayInvoke(
                  mbean, (info.isIs() ? "is" : "get") + attribute, new String[0]);
            }
          }
          return false;
        });
  }

  @Override
  public boolean isAttributeWriteAllowed(ObjectName mbean, String attribute) {
    boolean allowed = mayWrite(mbean, attribute);
    acts.write(mbean, attribute, allowed);
    return allowed;
  }

  private boolean mayWrite(ObjectName mbean, String attribute) {
    return allowed(
        mbean,
        attribute,
        () -> {
          for (MBeanAttributeInfo info : server.getMBeanInfo(mbean).getAttributes()) {
            if (info.getName().equals(attribute)) {
              return access.mayInvoke(mbean, "set" + attribute, new String[] {info.getType()});
            }
          }
          return false;
        });
  }

  /**
   * The operation comes as {@code name} or, where it has several signatures, as {@code
   * name(types)}.
   */
  @Override
  public boolean isOperationAllowed(ObjectName mbean, String operation) {
    boolean allowed = mayInvoke(mbean, operation);
    acts.invoke(mbean, operation, allowed);
    return allowed;
  }

  private boolean mayInvoke(ObjectName mbean, String operation) {
    int bracket = operation.indexOf('(');
    String name = bracket < 0 ? operation : operation.substring(0, bracket);
    return allowed(
        mbean,
        operation,
        () -> {
          boolean found = false;
          for (MBeanOperationInfo info : server.getMBeanInfo(mbean).getOperations()) {
            if (info.getName().equals(name)) {
              // A name without types is allowed when each operation of that name is.
              String[] signature = signature(info);
              if (bracket < 0 || operation.equals(name + "(" + String.join(",", signature) + ")")) {
                if (!access.mayInvoke(mbean, name, signature)) {
                  return false;
                }
                found = true;
              }
            }
          }
          return found;
        });
  }

  private static String[] signature(MBeanOperationInfo info) {
    return Arrays.stream(info.getSignature())
        .map(MBeanParameterInfo::getType)
        .toArray(String[]::new);
  }

  private interface Question {
    boolean ask() throws JMException;
  }

  private static boolean allowed(ObjectName mbean, String member, Question question) {
    try {
      return question.ask();
    } catch (JMException e) {
      LOG.debug("refused {} of {}, because it cannot be found out", member, mbean, e);
      return false;
    }
  }

  /** Pages of other sites may not use the login that a browser remembers. */
  @Override
  public boolean isOriginAllowed(@Nullable String origin, boolean onlyWhenStrict) {
    if (origin == null) {
      return true;
    }
    try {
      String host = URI.create(origin).getHost();
      return host != null && LOOPBACK.contains(host);
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }

  @Override
  public boolean isHttpMethodAllowed(HttpMethod method) {
    return true;
  }

  @Override
  public boolean isTypeAllowed(RequestType type) {
    return true;
  }

  @Override
  public boolean isRemoteAccessAllowed(String... hostOrAddress) {
    return true;
  }
}
