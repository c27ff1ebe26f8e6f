package io.headgate.rules.drools.internal.gear;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.memorycompiler.JavaConfiguration;
import org.kie.memorycompiler.KieMemoryCompiler;

/**
 * Defines the generated class of one set. It sees what Drools generated for the set's rules, which
 * may have been compiled at different times, each batch behind a loader of its own.
 */
final class GeneratedLoader extends ClassLoader {

  private final List<Batch> batches;

  private GeneratedLoader(ClassLoader parent, List<Batch> batches) {
    super(parent);
    this.batches = List.copyOf(batches);
  }

  /**
   * Compiles and defines one class that calls what stands in batches.
   *
   * @param parent finds everything that is not generated
   * @throws CompileException if it does not compile
   */
  static Class<?> compile(ClassLoader parent, List<Batch> batches, String name, String source)
      throws CompileException {
    GeneratedLoader loader = new GeneratedLoader(parent, batches);
    try {
      // Drools' own compiler: the JDK's does not see what class loaders of bundles see.
      Map<String, byte[]> classes =
          KieMemoryCompiler.compileNoLoad(
              Map.of(name, source), loader, JavaConfiguration.CompilerType.ECLIPSE);
      byte[] code = classes.get(name);
      if (code == null) {
        code = classes.get(path(name));
      }
      if (code == null) {
        throw new CompileException("the straight line is missing; found " + classes.keySet());
      }
      return loader.defineClass(name, code, 0, code.length);
    } catch (RuntimeException e) {
      throw new CompileException("the straight line does not compile: " + e.getMessage());
    }
  }

  private static String path(String name) {
    return name.replace('.', '/') + ".class";
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    for (Batch batch : batches) {
      if (name.startsWith(batch.inPackage() + ".")) {
        return batch.loader().loadClass(name);
      }
    }
    throw new ClassNotFoundException(name);
  }

  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    for (Batch batch : batches) {
      if (name.startsWith(batch.inPackage().replace('.', '/') + "/")) {
        return batch.loader().getResourceAsStream(name);
      }
    }
    return super.getResourceAsStream(name);
  }
}
