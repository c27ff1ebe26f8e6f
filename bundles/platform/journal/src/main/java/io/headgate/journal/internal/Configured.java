package io.headgate.journal.internal;

import io.headgate.journal.internal.JournalService.Config;
import io.headgate.journal.internal.Settings.Durability;
import io.headgate.journal.internal.Settings.Pace;
import io.headgate.journal.internal.Settings.Sizes;
import io.headgate.spi.node.NodeInfo;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads the configuration and checks it. */
final class Configured {

  private static final long MEGABYTE = 1024L * 1024;

  private Configured() {}

  /**
   * @throws IllegalArgumentException if a value is out of range; the message says where it stands
   */
  static Settings settings(Config config, NodeInfo.Mode mode) {
    long segment = MEGABYTE * range("segmentMegabytes", config.segmentMegabytes(), 1, 1024);
    long reserve = MEGABYTE * range("reserveMegabytes", config.reserveMegabytes(), 1, 1024);
    int buffer = (int) MEGABYTE * range("bufferMegabytes", config.bufferMegabytes(), 1, 256);
    if (Integer.bitCount(buffer) != 1) {
      throw wrong("bufferMegabytes", config.bufferMegabytes(), "a power of two from 1 to 256");
    }
    int batch = 1024 * range("commitBatchKilobytes", config.commitBatchKilobytes(), 1, 262_144);
    long interval =
        1_000L * range("commitIntervalMicros", config.commitIntervalMicros(), 0, 1_000_000);
    long wait = 1_000_000L * range("appendWaitMillis", config.appendWaitMillis(), 0, 60_000);
    Durability durability = config.fsync() ? Durability.FORCED : Durability.WRITTEN;
    if (mode == NodeInfo.Mode.REPLAY) {
      durability = Durability.APPENDED;
    }
    return new Settings(
        folder(config.folder()),
        new Sizes(segment, reserve, buffer),
        new Pace(durability, interval, batch, wait));
  }

  private static Path folder(String text) {
    String folder =
        text.replace("${karaf.data}", System.getProperty("karaf.data", "data"))
            .replace("${karaf.base}", System.getProperty("karaf.base", "."));
    if (folder.isBlank()) {
      throw wrong("folder", text, "the path of a folder");
    }
    try {
      return Path.of(folder);
    } catch (InvalidPathException e) {
      throw wrong("folder", text, "the path of a folder");
    }
  }

  private static int range(String key, int value, int min, int max) {
    if (value < min || value > max) {
      throw wrong(key, value, "a number from %d to %d".formatted(min, max));
    }
    return value;
  }

  private static IllegalArgumentException wrong(String key, Object value, String expected) {
    return new IllegalArgumentException(
        "etc/%s.cfg: %s is '%s', expected %s; correct it and save the file"
            .formatted(JournalService.PID, key, value, expected));
  }
}
