package io.headgate.node.internal.session.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the process is.
 *
 * @param startSeconds from its start to the first decision; null where nothing was decided
 * @param rssMegabytes resident memory; null where the system does not tell
 */
public record ProcessFigures(@Nullable Double startSeconds, @Nullable Long rssMegabytes) {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final long KILOBYTES = 1024;

  /**
   * When the process was started.
   *
   * @param startedMillis what the script that started it says; null where there was none
   */
  public static long startMillis(@Nullable String startedMillis) {
    if (startedMillis != null && startedMillis.matches("[0-9]{1,15}")) {
      return Long.parseLong(startedMillis);
    }
    return ProcessHandle.current()
        .info()
        .startInstant()
        .map(Instant::toEpochMilli)
        .orElseGet(System::currentTimeMillis);
  }

  public static @Nullable Long readRss() {
    try {
      return parseRss(Files.readAllLines(STATUS));
    } catch (IOException e) {
      return null;
    }
  }

  static @Nullable Long parseRss(List<String> status) {
    for (String line : status) {
      String[] words = line.split("\\s+");
      if (words.length == 3 && words[0].equals("VmRSS:") && words[2].equals("kB")) {
        return Long.parseLong(words[1]) / KILOBYTES;
      }
    }
    return null;
  }
}
