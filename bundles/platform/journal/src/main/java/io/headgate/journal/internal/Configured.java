package io.headgate.journal.internal;

import io.headgate.journal.internal.JournalService.Config;
import io.headgate.journal.internal.Settings.Durability;
import io.headgate.journal.internal.Settings.Pace;
import io.headgate.journal.internal.Settings.Sizes;
import io.headgate.spi.node.NodeInfo;
import io.headgate.spi.plugin.ConfigFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads the configuration and checks it. */
final class Configured {

  private static final long MEGABYTE = 1024L * 1024;

  private Configured() {}

  /**
   * @throws IllegalArgumentException if a value is out of range; the message says where it stands
   */
  static Settings settings(Config config, NodeInfo.Mode mode, ConfigFile file) {
    long segment = MEGABYTE * file.whole("segmentMegabytes", config::segmentMegabytes, 1, 1024);
    long reserve = MEGABYTE * file.whole("reserveMegabytes", config::reserveMegabytes, 1, 1024);
    int buffer = (int) MEGABYTE * file.count("bufferMegabytes", config::bufferMegabytes, 1, 256);
    if (Integer.bitCount(buffer) != 1) {
      throw file.wrong("bufferMegabytes", config.bufferMegabytes(), "a power of two from 1 to 256");
    }
    int batch = 1024 * file.count("commitBatchKilobytes", config::commitBatchKilobytes, 1, 262_144);
    long interval =
        1_000L * file.whole("commitIntervalMicros", config::commitIntervalMicros, 0, 1_000_000);
    long wait = 1_000_000L * file.whole("appendWaitMillis", config::appendWaitMillis, 0, 60_000);
    Durability durability =
        file.flag("fsync", config::fsync) ? Durability.FORCED : Durability.WRITTEN;
    if (mode == NodeInfo.Mode.REPLAY) {
      durability = Durability.APPENDED;
    }
    return new Settings(
        folder(config.folder(), file),
        new Sizes(segment, reserve, buffer),
        new Pace(durability, interval, batch, wait));
  }

  private static Path folder(String text, ConfigFile file) {
    String folder =
        text.replace("${karaf.data}", System.getProperty("karaf.data", "data"))
            .replace("${karaf.base}", System.getProperty("karaf.base", "."));
    try {
      if (!folder.isBlank()) {
        return Path.of(folder);
      }
    } catch (InvalidPathException e) {
      // Falls through to the one message for all that is no folder.
    }
    throw file.wrong("folder", text, "the path of a folder");
  }
}
