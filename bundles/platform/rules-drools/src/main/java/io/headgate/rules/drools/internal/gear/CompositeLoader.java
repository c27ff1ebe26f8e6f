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
 * walk over its wires. Nothing that is generated is found here, and it is not looked for, so the
 * answers do not change.
 */
final class CompositeLoader extends ClassLoader {

  /** Answers that are remembered; the names of an author's making must not fill the memory. */
  private static final int MOST = 20_000;

  private static final String GENERATED = CanonicalDrl.PACKAGE.replace('.', '/');

  private final ClassLoader drools;
  private final Map<String, Optional<Class<?>>> classes = new ConcurrentHashMap<>();
  private final Map<String, Optional<URL>> resources = new ConcurrentHashMap<>();

  CompositeLoader(ClassLoader own, ClassLoader drools) {
    super(own);
    this.drools = drools;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    Optional<Class<?>> known = isGenerated(name) ? Optional.empty() : classes.get(name);
    if (known == null) {
      known = find(name, resolve);
      forgetIfFull(classes);
      classes.put(name, known);
    }
    if (known.isEmpty()) {
      throw new ClassNotFoundException(name);
    }
    return known.get();
  }

  private static boolean isGenerated(String name) {
    return name.startsWith(CanonicalDrl.PACKAGE) || name.startsWith(GENERATED);
  }

  private static void forgetIfFull(Map<String, ?> answers) {
    if (answers.size() >= MOST) {
      answers.clear();
    }
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
    if (isGenerated(name)) {
      return null;
    }
    forgetIfFull(resources);
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
