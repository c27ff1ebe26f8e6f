package io.headgate.access.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/** The files in {@code etc/} that say who may log in. Readable by their owner alone. */
final class LoginFiles {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final Path etc;

  LoginFiles(Path etc) {
    this.etc = etc;
  }

  Path users() {
    return etc.resolve("users.properties");
  }

  Path keys() {
    return etc.resolve("keys.properties");
  }

  Path clientKey() {
    return etc.resolve("client.key");
  }

  /** True when the file names a user or a key, besides its groups. */
  static boolean namesAnybody(Path file) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      String entry = line.strip();
      boolean group = entry.startsWith("_g_\\:") || entry.startsWith("_g_:");
      if (!entry.isEmpty() && !entry.startsWith("#") && !entry.startsWith("!") && !group) {
        return true;
      }
    }
    return false;
  }

  /** Adds a line to a file, in one step: a reader sees the old file or the new one. */
  static void append(Path file, String line) throws IOException {
    String before =
        Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8).stripTrailing() : "";
    String text = before.isEmpty() ? line + "\n" : before + "\n" + line + "\n";
    write(file, List.of(text));
  }

  /** Writes a file that its owner alone can read, in one step. */
  static void write(Path file, List<String> texts) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.deleteIfExists(next);
    if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
      Files.createFile(next, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    }
    Files.writeString(
        next,
        String.join("", texts),
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
