package io.headgate.rules.drools.internal;

import io.headgate.spi.plugin.ConfigFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The configuration of the desk where sets are tried, checked.
 *
 * @param base the node's own folder
 * @param candidateFolders folders below which candidates may stand, besides it
 * @param setsFolder where the files of sets are kept
 * @param signersFile public keys of those who may approve
 * @param approvals signatures that a set takes before it serves; 0 for none
 * @param distribute whether sets are offered to other nodes, and taken from them
 */
record DeskSettings(
    Path base,
    List<Path> candidateFolders,
    Path setsFolder,
    Path signersFile,
    int approvals,
    boolean distribute) {

  DeskSettings {
    candidateFolders = List.copyOf(candidateFolders);
  }

  /**
   * @throws IllegalArgumentException naming file, key, value and range, if a value is out of range
   */
  static DeskSettings of(RulesConfig config, ConfigFile file) {
    Path base = Path.of(System.getProperty("karaf.base", ".")).toAbsolutePath();
    Path data = Path.of(System.getProperty("karaf.data", base.resolve("data").toString()));
    Path etc = Path.of(System.getProperty("karaf.etc", base.resolve("etc").toString()));
    List<Path> candidates = new ArrayList<>();
    for (String folder : config.candidateFolders().split(",", -1)) {
      if (!folder.isBlank()) {
        candidates.add(path("candidateFolders", folder, base, base, file));
      }
    }
    return new DeskSettings(
        base,
        candidates,
        path("setsFolder", config.setsFolder(), base, data.resolve("rules"), file),
        path(
            "signersFile",
            config.signersFile(),
            base,
            etc.resolve("rule-signers.properties"),
            file),
        file.count("approvals", config::approvals, 0, 10),
        file.flag("distribute", config::distribute));
  }

  private static Path path(String key, String value, Path base, Path absent, ConfigFile file) {
    if (value.isBlank()) {
      return absent;
    }
    try {
      return base.resolve(value.strip());
    } catch (InvalidPathException e) {
      throw file.wrong(key, value, "a path");
    }
  }
}
