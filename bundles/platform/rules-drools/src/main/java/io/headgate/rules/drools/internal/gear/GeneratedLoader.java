package io.headgate.rules.drools.internal.gear;

import java.util.Map;

/** Defines generated classes beside those that Drools generated. */
final class GeneratedLoader extends ClassLoader {

  private final Map<String, byte[]> classes;

  /**
   * @param parent loader of what the classes call
   * @param classes class files by name, either of the form a.b.C or a/b/C.class
   */
  GeneratedLoader(ClassLoader parent, Map<String, byte[]> classes) {
    super(parent);
    this.classes = Map.copyOf(classes);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] code = classes.get(name);
    if (code == null) {
      code = classes.get(name.replace('.', '/') + ".class");
    }
    if (code == null) {
      throw new ClassNotFoundException(name + "; generated were " + classes.keySet());
    }
    return defineClass(name, code, 0, code.length);
  }
}
