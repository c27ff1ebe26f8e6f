package io.headgate.rules.drools.internal.gear;

import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds what generated rules need: the order context and our operations with this bundle's loader,
 * the executable model with Drools'. Resources too, because Drools' compiler reads class files.
 *
 * <p>Remembers what there is and what there is not: the compilers ask for the same names, and for
 * names that do not exist, in every rule anew, and behind the loader of a bundle each question is a
 * walk over its wires. Nothing that a set generates is found here, so the answers do not change. It
 * lives as long as one set is compiled and serves.
 */
final class CompositeLoader extends ClassLoader {

  private final ClassLoader drools;
  private final Map<String, Optional<Class<?>>> classes = new ConcurrentHashMap<>();
  private final Map<String, Optional<URL>> resources = new ConcurrentHashMap<>();

  CompositeLoader(ClassLoader own, ClassLoader drools) {
    super(own);
    this.drools = drools;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    Optional<Class<?>> known = classes.get(name);
    if (known == null) {
      known = find(name, resolve);
      classes.put(name, known);
    }
    if (known.isEmpty()) {
      throw new ClassNotFoundException(name);
    }
    return known.get();
  }

  private Optional<Class<?>> find(String name, boolean resolve) {
    try {
      return Optional.of(super.loadClass(name, resolve));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    return drools.loadClass(name);
  }

  @Override
  public @Nullable URL getResource(String name) {
    return resources
        .computeIfAbsent(name, n -> Optional.ofNullable(super.getResource(n)))
        .orElse(null);
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
