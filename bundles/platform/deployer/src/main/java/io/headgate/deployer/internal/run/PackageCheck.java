package io.headgate.deployer.internal.run;

import io.headgate.deployer.internal.jar.PluginJar;
import io.headgate.deployer.internal.jar.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

/** Whether the packages that a plug-in needs are there, in a version that it can use. */
final class PackageCheck {

  private static final String OURS = "io.headgate.";

  private final BundleContext context;

  PackageCheck(BundleContext context) {
    this.context = context;
  }

  /**
   * @throws RefusedException naming the first package that is missing, and what there is instead
   */
  void check(PluginJar plugin) throws RefusedException {
    for (PluginJar.Import needed : plugin.imports()) {
      Set<Version> there = versions(needed.name());
      if (there.isEmpty()) {
        throw new RefusedException(
            "it needs the package %s, which nothing in this node offers; %s"
                .formatted(
                    needed.name(),
                    needed.name().startsWith(OURS)
                        ? "a plug-in may use the packages of io.headgate.model and io.headgate.spi"
                        : "put the library into the jar, see docs/guide/developer.md"));
      }
      if (there.stream().noneMatch(needed.versions()::includes)) {
        throw new RefusedException(
            "it needs %s of version %s, and this node has %s; build it against the version of Headgate that runs here"
                .formatted(needed.name(), needed.versions(), text(there)));
      }
    }
  }

  private static String text(Set<Version> versions) {
    List<String> texts = new ArrayList<>();
    versions.forEach(version -> texts.add(version.toString()));
    return String.join(", ", texts);
  }

  private Set<Version> versions(String name) {
    Set<Version> versions = new TreeSet<>();
    for (Bundle bundle : context.getBundles()) {
      BundleRevision revision = bundle.adapt(BundleRevision.class);
      if (revision == null) {
        continue;
      }
      for (BundleCapability exported :
          revision.getDeclaredCapabilities(BundleRevision.PACKAGE_NAMESPACE)) {
        if (name.equals(exported.getAttributes().get(BundleRevision.PACKAGE_NAMESPACE))
            && exported.getAttributes().get("version") instanceof Version version) {
          versions.add(version);
        }
      }
    }
    return versions;
  }
}
