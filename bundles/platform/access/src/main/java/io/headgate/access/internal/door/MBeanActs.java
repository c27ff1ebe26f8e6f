package io.headgate.access.internal.door;

import io.headgate.access.internal.login.AccessSettings;
import io.headgate.access.internal.login.Visit;
import io.headgate.access.internal.login.Visitor;
import io.headgate.spi.audit.AuditEvent;
import io.headgate.spi.audit.AuditEvent.Caller;
import io.headgate.spi.audit.AuditEvent.Kind;
import io.headgate.spi.audit.AuditEvent.Result;
import io.headgate.spi.audit.AuditTrail;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.management.MBeanServer;
import javax.security.auth.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a JMX connection and the container's guard, which looks at attributes and
 * operations alone. Here the rest is closed to all but admins: making and removing MBeans, and
 * queries by value, with which anybody could guess what he may not read. Sessions end here, and
 * acts are written down.
 */
final class MBeanActs implements InvocationHandler {

  /** Harmless for everybody who has logged in; what is in no list is for admins. */
  private static final Set<String> OPEN =
      Set.of(
          "getObjectInstance",
          "isRegistered",
          "getMBeanCount",
          "getMBeanInfo",
          "isInstanceOf",
          "getDefaultDomain",
          "getDomains",
          "addNotificationListener",
          "removeNotificationListener");

  private static final Set<String> QUERIES = Set.of("queryNames", "queryMBeans");

  /** The container's guard looks at these. */
  private static final Set<String> GUARDED =
      Set.of("invoke", "getAttribute", "getAttributes", "setAttribute", "setAttributes");

  /** Asked by the connection itself, to find the class loader of an argument. */
  private static final Set<String> LOADERS =
      Set.of("getClassLoaderFor", "getClassLoader", "getClassLoaderRepository");

  private static final String ADMIN = "admin";

  private final AuditTrail trail;
  private final Supplier<AccessSettings.Values> settings;
  private final LongSupplier monotonicNanos;
  private volatile @Nullable MBeanServer next;

  MBeanActs(
      AuditTrail trail, Supplier<AccessSettings.Values> settings, LongSupplier monotonicNanos) {
    this.trail = trail;
    this.settings = settings;
    this.monotonicNanos = monotonicNanos;
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    Object[] given = arguments == null ? new Object[0] : arguments;
    switch (method.getName()) {
      case "setMBeanServer" -> {
        next = (MBeanServer) given[0];
        return null;
      }
      case "getMBeanServer" -> {
        return next;
      }
      case "hashCode" -> {
        return System.identityHashCode(proxy);
      }
      case "equals" -> {
        return proxy == given[0];
      }
      case "toString" -> {
        return "MBeans behind the guard";
      }
      default -> {
        return guarded(method, given);
      }
    }
  }

  private @Nullable Object guarded(Method method, Object[] arguments) throws Throwable {
    Subject subject = Visitor.subject();
    String name = method.getName();
    if (subject == null) {
      // The connector's own questions, before anybody is known: none of them touches an MBean.
      if (LOADERS.contains(name) || name.equals("getDefaultDomain")) {
        return call(method, arguments);
      }
      throw new SecurityException("nobody is logged in on this connection");
    }
    Caller caller = Visitor.of(subject);
    Act act = Act.of(name, arguments);
    requireSession(subject, caller);
    if (!mayEnter(name, arguments, caller)) {
      trail.record(act.ended(Result.REFUSED, caller, "for admins alone"));
      throw new SecurityException(
          "%s is for admins alone, and %s is none".formatted(act.what(), caller.user()));
    }
    try {
      Object result = call(method, arguments);
      if (act.changes()) {
        trail.record(act.ended(Result.ACCEPTED, caller, ""));
      }
      return result;
    } catch (SecurityException e) {
      trail.record(act.ended(Result.REFUSED, caller, "the role does not allow it"));
      throw e;
    } catch (Throwable e) {
      if (act.changes()) {
        trail.record(
            act.ended(Result.FAILED, caller, SecretWords.hidden(String.valueOf(e.getMessage()))));
      }
      throw e;
    }
  }

  private static boolean mayEnter(String name, Object[] arguments, Caller caller) {
    if (OPEN.contains(name) || GUARDED.contains(name) || LOADERS.contains(name)) {
      return true;
    }
    boolean plainQuery = QUERIES.contains(name) && arguments[1] == null;
    return plainQuery || caller.roles().contains(ADMIN);
  }

  private void requireSession(Subject subject, Caller caller) {
    int minutes = settings.get().jmxIdleMinutes();
    Visit visit = Visit.of(subject);
    if (visit == null || visit.use(monotonicNanos.getAsLong(), TimeUnit.MINUTES.toNanos(minutes))) {
      return;
    }
    String why = "ended after %d minutes without a call".formatted(minutes);
    trail.record(new AuditEvent(Kind.SESSION, Result.REFUSED, caller, "session", why));
    throw new SecurityException("this session has " + why + "; connect and log in again");
  }

  private @Nullable Object call(Method method, Object[] arguments) throws Throwable {
    MBeanServer server = next;
    if (server == null) {
      throw new IllegalStateException("the connector has no MBean server yet");
    }
    try {
      return method.invoke(server, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
