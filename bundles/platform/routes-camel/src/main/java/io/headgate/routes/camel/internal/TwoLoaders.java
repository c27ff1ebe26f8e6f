package io.headgate.routes.camel.internal;

import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;

/**
 * Finds classes and resources of this bundle first, then those of the bundle that Camel lives in:
 * Camel looks up its parts by files under META-INF/services/org/apache/camel, which only its own
 * bundle can see.
 */
final class TwoLoaders extends ClassLoader {

  private final ClassLoader camel = DefaultCamelContext.class.getClassLoader();

  TwoLoaders() {
    super(TwoLoaders.class.getClassLoader());
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    return camel.loadClass(name);
  }

  @Override
  protected @Nullable URL findResource(String name) {
    return camel.getResource(name);
  }

  @Override
  protected Enumeration<URL> findResources(String name) throws IOException {
    return camel.getResources(name);
  }
}
