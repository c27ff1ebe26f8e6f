package io.headgate.rules.drools.internal.gear;

import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;

/**
 * Finds what generated rules need: the order context and our operations with this bundle's loader,
 * the executable model with Drools'. Resources too, because Drools' compiler reads class files.
 */
final class CompositeLoader extends ClassLoader {

  private final ClassLoader drools;

  CompositeLoader(ClassLoader own, ClassLoader drools) {
    super(own);
    this.drools = drools;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    return drools.loadClass(name);
  }

  @Override
  protected URL findResource(String name) {
    return drools.getResource(name);
  }

  @Override
  protected Enumeration<URL> findResources(String name) throws IOException {
    return drools.getResources(name);
  }
}
