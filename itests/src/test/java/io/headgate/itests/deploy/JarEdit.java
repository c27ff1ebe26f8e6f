package io.headgate.itests.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Another version of a jar, changed in one way. */
final class JarEdit {

  private final Path from;
  private final Manifest manifest;
  private String dropped = "";

  private JarEdit(Path from, Manifest manifest) {
    this.from = from;
    this.manifest = manifest;
  }

  static JarEdit of(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return new JarEdit(jar, new Manifest(file.getManifest()));
    }
  }

  JarEdit header(String name, String value) {
    manifest.getMainAttributes().putValue(name, value);
    return this;
  }

  /** Changes a part of a header that must be there. */
  JarEdit header(String name, String part, String replacement) {
    Attributes headers = manifest.getMainAttributes();
    String before = headers.getValue(name);
    if (!before.contains(part)) {
      throw new IllegalArgumentException(name + " has no " + part + ": " + before);
    }
    headers.putValue(name, before.replace(part, replacement));
    return this;
  }

  /** Leaves out what ends like this. */
  JarEdit without(String end) {
    dropped = end;
    return this;
  }

  Path write(Path to) throws IOException {
    try (JarFile file = new JarFile(from.toFile());
        JarOutputStream out = new JarOutputStream(Files.newOutputStream(to), manifest)) {
      for (JarEntry entry : file.stream().toList()) {
        boolean left = dropped.isEmpty() || !entry.getName().endsWith(dropped);
        if (left && !entry.getName().equals(JarFile.MANIFEST_NAME)) {
          out.putNextEntry(new JarEntry(entry.getName()));
          file.getInputStream(entry).transferTo(out);
          out.closeEntry();
        }
      }
    }
    return to;
  }
}
