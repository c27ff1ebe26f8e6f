package io.headgate.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * A folder for one measurement, where the process has its temporary files. It is gone with the
 * measurement, or with the process where somebody ends that before.
 */
final class BenchFolder implements AutoCloseable {

  private static final int TRIES = 5;

  private final Path path;

  BenchFolder(String name) throws IOException {
    this.path = Files.createTempDirectory(name);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(this::deleteWhileOthersWrite, "headgate-bench-end"));
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    if (Files.exists(path)) {
      delete();
    }
  }

  private void delete() throws IOException {
    try (var files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** The process ends, but its threads have not: what they add meanwhile goes with the next try. */
  void deleteWhileOthersWrite() {
    for (int i = 0; i < TRIES && Files.exists(path); i++) {
      try {
        delete();
      } catch (IOException | UncheckedIOException e) {
        if (i == TRIES - 1) {
          System.err.println("left behind: " + path + " (" + e + ")");
        }
      }
    }
  }
}
