package io.headgate.libs.drools;

import org.kie.api.KieServices;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * Makes Drools find its own services before anybody else asks for them.
 *
 * <p>{@code KieServices} looks them up with the loader of the thread that happens to ask first and
 * keeps the answer for ever, a missing one included.
 */
public final class KieServicesPrimer implements BundleActivator {

  @Override
  public void start(BundleContext context) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(KieServices.class.getClassLoader());
    try {
      if (KieServices.get() == null) {
        throw new IllegalStateException("no KieServices inside " + context.getBundle());
      }
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Override
  public void stop(BundleContext context) {
    // Nothing to undo: what was found lives and dies with this bundle's class loader.
  }
}
