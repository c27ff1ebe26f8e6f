package io.headgate.deployer.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Makes jars that say of themselves what a test wants. */
public final class TestJar {

  private static final String STRATEGY = "io.headgate.spi.strategy.Strategy";

  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Map<String, String> files = new LinkedHashMap<>();

  private TestJar() {}

  /** A strategy that could run. */
  public static TestJar strategy(String name, String version) {
    return new TestJar()
        .header("Bundle-ManifestVersion", "2")
        .header("Bundle-SymbolicName", name)
        .header("Bundle-Version", version)
        .header("Import-Package", "io.headgate.spi.strategy;version=\"[1.0,2)\"")
        .header("Service-Component", "OSGI-INF/idea.xml")
        .component(STRATEGY, "io.headgate.strategies.idea");
  }

  /** An archive with nothing in it that makes a bundle. */
  public static TestJar plain() {
    return new TestJar();
  }

  public TestJar header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public TestJar without(String header) {
    headers.remove(header);
    return this;
  }

  public TestJar file(String path, String content) {
    files.put(path, content);
    return this;
  }

  public TestJar component(String service, String pid) {
    return file(
        "OSGI-INF/idea.xml",
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="idea" configuration-policy="require" configuration-pid="%s">
          <service><provide interface="%s"/></service>
          <implementation class="x.Idea"/>
        </scr:component>
        """
            .formatted(pid, service));
  }

  public Path write(Path file) {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      for (Map.Entry<String, String> entry : files.entrySet()) {
        jar.putNextEntry(new ZipEntry(entry.getKey()));
        jar.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
        jar.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }
}
