package io.headgate.access.internal.tls;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.karaf.jaas.config.KeystoreInstance;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;
import org.osgi.service.component.annotations.Component;

/**
 * Hides keystores from the container's bundle for JMX. It needs none of them itself, a manager gets
 * them for it; but for each one that it sees it makes a second connector and forgets the first,
 * which then keeps its port for as long as the process lives, and no other can be opened.
 */
@Component(service = {KeystoreVeil.class, FindHook.class, EventListenerHook.class})
public final class KeystoreVeil implements FindHook, EventListenerHook {

  private static final String JMX_BUNDLE = "org.apache.karaf.management.server";
  private static final String KEYSTORE = KeystoreInstance.class.getName();

  @Override
  public void find(
      BundleContext context,
      @Nullable String name,
      @Nullable String filter,
      boolean allServices,
      Collection<ServiceReference<?>> references) {
    if (isJmx(context)) {
      references.removeIf(KeystoreVeil::isKeystore);
    }
  }

  @Override
  public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
    if (isKeystore(event.getServiceReference())) {
      listeners.keySet().removeIf(KeystoreVeil::isJmx);
    }
  }

  private static boolean isJmx(BundleContext context) {
    return JMX_BUNDLE.equals(context.getBundle().getSymbolicName());
  }

  private static boolean isKeystore(ServiceReference<?> reference) {
    return reference.getProperty(Constants.OBJECTCLASS) instanceof String[] classes
        && List.of(classes).contains(KEYSTORE);
  }
}
