package io.headgate.deployer.internal.jar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/** Reads what a jar says about itself; runs nothing of it. */
public final class JarReader {

  private static final String SPI = "io.headgate.spi.";
  private static final String BUILD = "build it as an OSGi bundle (tools/new-plugin.sh shows how)";

  private JarReader() {}

  /** SHA-256 of a file, hexadecimal. */
  public static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * Whether a file is a whole archive: its directory is at its end and every entry has its
   * checksum. A copy that is still under way is not.
   */
  public static boolean isWhole(Path file) {
    try (JarFile jar = new JarFile(file.toFile(), false);
        ZipInputStream entries = new ZipInputStream(Files.newInputStream(file))) {
      int count = 0;
      while (entries.getNextEntry() != null) {
        entries.transferTo(java.io.OutputStream.nullOutputStream());
        count++;
      }
      return count == jar.size();
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * Reads a whole archive.
   *
   * @throws RefusedException if it cannot be a plug-in; the message says why and what to do
   * @throws IOException if it cannot be read
   */
  public static PluginJar read(Path file) throws IOException, RefusedException {
    try (JarFile jar = new JarFile(file.toFile(), false)) {
      Manifest manifest = jar.getManifest();
      Attributes headers = manifest == null ? new Attributes() : manifest.getMainAttributes();
      String name = symbolicName(headers);
      refuseWhatReachesOut(headers);
      List<ComponentXml> components = components(jar, headers);
      TreeSet<String> pids = new TreeSet<>();
      components.forEach(component -> pids.addAll(component.pids()));
      PluginJar plugin =
          new PluginJar(
              name,
              version(headers),
              sha256(file),
              kind(components),
              imports(headers),
              pids,
              components.stream().allMatch(ComponentXml::configurationRequired),
              defaults(jar));
      for (String cfg : plugin.defaults()) {
        if (!plugin.isConfiguredBy(cfg)) {
          throw new RefusedException(
              "it brings %s%s, which configures none of its components; a plug-in may bring only files named after %s"
                  .formatted(PluginJar.DEFAULTS, cfg, pids));
        }
      }
      return plugin;
    }
  }

  private static String symbolicName(Attributes headers) throws RefusedException {
    List<ManifestHeader.Clause> name =
        ManifestHeader.parse(headers.getValue("Bundle-SymbolicName"));
    if (name.size() != 1 || name.get(0).names().size() != 1) {
      throw new RefusedException("it is no OSGi bundle: no Bundle-SymbolicName; " + BUILD);
    }
    String found = name.get(0).names().get(0);
    if (!found.matches("[A-Za-z0-9._-]{1,128}")) {
      throw new RefusedException(
          "Bundle-SymbolicName is '%s', expected 1 to 128 of letters, digits, '.', '_' and '-'"
              .formatted(found));
    }
    return found;
  }

  private static Version version(Attributes headers) throws RefusedException {
    String found = headers.getValue("Bundle-Version");
    try {
      return Version.parseVersion(found == null ? "" : found);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(
          "Bundle-Version is '%s', expected three numbers and a word, as in 1.2.0".formatted(found),
          e);
    }
  }

  private static void refuseWhatReachesOut(Attributes headers) throws RefusedException {
    if (headers.getValue("Fragment-Host") != null) {
      throw new RefusedException(
          "it is a fragment of '%s', and a plug-in stands alone; take Fragment-Host out"
              .formatted(headers.getValue("Fragment-Host")));
    }
    List<ManifestHeader.Clause> exports = ManifestHeader.parse(headers.getValue("Export-Package"));
    if (!exports.isEmpty()) {
      throw new RefusedException(
          "it exports %s, and what others hold on to cannot be replaced while they run; take Export-Package out"
              .formatted(exports.get(0).names()));
    }
    if (headers.getValue("Bundle-Activator") != null) {
      throw new RefusedException(
          "it has a Bundle-Activator, which runs outside the node's view; offer a component (@Component) instead");
    }
  }

  private static List<PluginJar.Import> imports(Attributes headers) throws RefusedException {
    List<PluginJar.Import> imports = new ArrayList<>();
    try {
      for (ManifestHeader.Clause clause :
          ManifestHeader.parse(headers.getValue("Import-Package"))) {
        if (!clause.parameter("resolution:", "").equals("optional")) {
          VersionRange range = new VersionRange(clause.parameter("version", "0"));
          clause.names().forEach(name -> imports.add(new PluginJar.Import(name, range)));
        }
      }
    } catch (IllegalArgumentException e) {
      throw new RefusedException("Import-Package cannot be read: " + e.getMessage(), e);
    }
    return List.copyOf(imports);
  }

  private static List<ComponentXml> components(JarFile jar, Attributes headers)
      throws IOException, RefusedException {
    List<ComponentXml> components = new ArrayList<>();
    for (ManifestHeader.Clause clause :
        ManifestHeader.parse(headers.getValue("Service-Component"))) {
      for (String path : clause.names()) {
        ZipEntry entry = jar.getEntry(path);
        if (entry == null) {
          throw new RefusedException(
              "Service-Component names %s, which is not in the jar; %s".formatted(path, BUILD));
        }
        try (InputStream xml = jar.getInputStream(entry)) {
          components.add(ComponentXml.read(xml));
        } catch (IOException e) {
          throw new RefusedException(path + " cannot be read: " + e.getMessage(), e);
        }
      }
    }
    return components;
  }

  private static String kind(List<ComponentXml> components) throws RefusedException {
    for (ComponentXml component : components) {
      for (String service : component.services()) {
        if (service.startsWith(SPI)) {
          String rest = service.substring(SPI.length());
          return rest.substring(0, Math.max(0, rest.indexOf('.')));
        }
      }
    }
    throw new RefusedException(
        "it offers no service of %s*; a strategy, for example, says @Component(service = Strategy.class)"
            .formatted(SPI));
  }

  private static List<String> defaults(JarFile jar) {
    return jar.stream()
        .filter(entry -> !entry.isDirectory())
        .map(ZipEntry::getName)
        .filter(entry -> entry.startsWith(PluginJar.DEFAULTS))
        .map(entry -> entry.substring(PluginJar.DEFAULTS.length()))
        .sorted()
        .toList();
  }
}
