package io.headgate.deployer.internal.run;

import io.headgate.deployer.internal.jar.PluginJar;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the default configuration out of a jar; what a person has written is never touched. */
final class DefaultSettings {

  private static final Logger LOG = LoggerFactory.getLogger(DefaultSettings.class);

  private final Path etc;

  DefaultSettings(Path etc) {
    this.etc = etc;
  }

  /** Writes the files of the jar that are not in etc/ yet. */
  void deliver(PluginJar plugin, Path jar) throws IOException {
    try (JarFile archive = new JarFile(jar.toFile(), false)) {
      for (String name : plugin.defaults()) {
        Path file = etc.resolve(name);
        ZipEntry entry = archive.getEntry(PluginJar.DEFAULTS + name);
        if (entry == null || Files.exists(file)) {
          continue;
        }
        Path part = etc.resolve(name + ".part");
        try (InputStream content = archive.getInputStream(entry)) {
          Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        LOG.info("etc/{} is new, as {} brought it", name, plugin.name());
      }
    }
  }
}
