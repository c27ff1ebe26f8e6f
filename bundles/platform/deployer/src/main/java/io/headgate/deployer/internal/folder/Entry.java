package io.headgate.deployer.internal.folder;

import io.headgate.deployer.internal.folder.FolderLook.Stamp;
import io.headgate.deployer.internal.jar.PluginJar;
import io.headgate.spi.deploy.Deployment;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One file of the deploy folder.
 *
 * @param file its name
 * @param stamp the version of it that was read
 * @param plugin what it says about itself; null where it cannot be read
 * @param sha256 of its bytes; empty where it cannot be read
 * @param state {@code STARTING} is ready to be started; {@code ACTIVE} has been; the rest is
 *     settled
 * @param reason why, for a person
 * @param settings the files in etc/ that configured it when it was refused
 * @param since when it came into this state, UTC nanoseconds since 1970
 */
record Entry(
    String file,
    Stamp stamp,
    @Nullable PluginJar plugin,
    String sha256,
    Deployment.State state,
    String reason,
    Map<String, Stamp> settings,
    long since) {

  static String older(PluginJar plugin) {
    return "a newer version of %s runs, or ran last; to go back, remove that one and copy this again"
        .formatted(plugin.name());
  }

  /**
   * What the file says about itself.
   *
   * @throws IllegalStateException if it could not be read
   */
  PluginJar said() {
    if (plugin == null) {
      throw new IllegalStateException(file + " could not be read");
    }
    return plugin;
  }

  boolean isSameAs(PluginJar other) {
    return sha256.equals(other.sha256());
  }

  boolean isOf(String name) {
    return plugin != null && plugin.name().equals(name);
  }

  boolean isCandidate() {
    return plugin != null
        && (state == Deployment.State.STARTING || state == Deployment.State.ACTIVE);
  }

  Entry to(Deployment.State next, String why, Map<String, Stamp> configured, long now) {
    return new Entry(file, stamp, plugin, sha256, next, why, configured, now);
  }

  Deployment row() {
    return new Deployment(
        plugin == null ? "" : plugin.name(),
        plugin == null ? "" : plugin.version().toString(),
        plugin == null ? "" : plugin.kind(),
        state,
        file,
        reason,
        since);
  }
}
