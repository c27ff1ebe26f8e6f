package io.headgate.deployer.internal;

import io.headgate.spi.plugin.ConfigFile;
import java.util.regex.Pattern;

/**
 * The configuration, checked.
 *
 * @param folder relative to the node's own
 * @param pollMillis how often it is looked at
 * @param settleMillis how long a jar that is not whole may stand still
 * @param startMillis how long a plug-in may take until it runs
 */
record DeployerSettings(String folder, int pollMillis, int settleMillis, int startMillis) {

  private static final int TEN_MINUTES = 600_000;
  private static final Pattern PATH = Pattern.compile("\\S(.*\\S)?");

  static DeployerSettings of(DeployerConfig config, ConfigFile file) {
    return new DeployerSettings(
        file.text("folder", config::folder, PATH, "a path, relative to the node's folder"),
        file.count("pollMillis", config::pollMillis, 100, 60_000),
        file.count("settleMillis", config::settleMillis, 0, TEN_MINUTES),
        file.count("startMillis", config::startMillis, 1_000, TEN_MINUTES));
  }
}
