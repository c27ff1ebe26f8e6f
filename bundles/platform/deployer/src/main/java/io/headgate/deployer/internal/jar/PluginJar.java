package io.headgate.deployer.internal.jar;

import java.util.List;
import java.util.SortedSet;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/**
 * What a jar says about itself.
 *
 * @param name symbolic name of the bundle
 * @param version version of the bundle
 * @param sha256 of its bytes, hexadecimal
 * @param kind last part of the package of the service that it offers, such as {@code strategy}
 * @param imports packages that must be there
 * @param pids configurations of its components
 * @param needsConfiguration whether it does nothing before there is one
 * @param defaults names of the configuration files in it, below {@code cfg/}
 */
public record PluginJar(
    String name,
    Version version,
    String sha256,
    String kind,
    List<Import> imports,
    SortedSet<String> pids,
    boolean needsConfiguration,
    List<String> defaults) {

  /** Where a jar keeps the default configuration that it brings. */
  public static final String DEFAULTS = "cfg/";

  /** A package that it needs. */
  public record Import(String name, VersionRange versions) {}

  /** Whether a file of {@code etc/} configures one of its components. */
  public boolean isConfiguredBy(String file) {
    if (!file.matches("[A-Za-z0-9._~-]+\\.cfg")) {
      return false;
    }
    String stem = file.substring(0, file.length() - ".cfg".length());
    return pids.stream().anyMatch(pid -> stem.equals(pid) || stem.startsWith(pid + "-"));
  }
}
