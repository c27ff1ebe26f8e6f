package io.headgate.routes.camel.internal.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The folder of route files. A change counts once the file has looked the same in two looks, so
 * that a file that is still being written is not read half.
 */
public final class RouteFolder {

  private static final Pattern ROUTE_FILE = Pattern.compile("[^.].*\\.(yaml|yml|xml)");
  private static final long MAX_BYTES = 1_000_000;

  private final Path directory;
  private Map<String, Stamp> seen = Map.of();
  private final Map<String, Stamp> taken = new TreeMap<>();

  private record Stamp(long size, long modified, Object file) {}

  /**
   * @param directory the folder; it need not exist
   */
  public RouteFolder(Path directory) {
    this.directory = directory;
  }

  /** The folder. */
  public Path directory() {
    return directory;
  }

  /**
   * Looks at the folder.
   *
   * @param settled false to take files as they are, at the start
   * @return names of files that are new or changed (true) or gone (false) since they were last
   *     returned, in the order of their names
   * @throws IOException if the folder cannot be read; nothing counts as changed then
   */
  public NavigableMap<String, Boolean> look(boolean settled) throws IOException {
    Map<String, Stamp> now = stamps();
    NavigableMap<String, Boolean> changes = new TreeMap<>();
    now.forEach(
        (name, stamp) -> {
          boolean steady = !settled || stamp.equals(seen.get(name));
          if (steady && !stamp.equals(taken.get(name))) {
            taken.put(name, stamp);
            changes.put(name, true);
          }
        });
    // A file that an editor replaces is gone for a moment: it must be gone twice.
    taken.keySet().stream()
        .filter(name -> !now.containsKey(name) && !seen.containsKey(name))
        .forEach(name -> changes.put(name, false));
    changes.forEach(
        (name, present) -> {
          if (!present) {
            taken.remove(name);
          }
        });
    seen = now;
    return changes;
  }

  private Map<String, Stamp> stamps() throws IOException {
    Map<String, Stamp> stamps = new TreeMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (ROUTE_FILE.matcher(name).matches()) {
          stamp(file, name, stamps);
        }
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      return stamps;
    }
    return stamps;
  }

  private static void stamp(Path file, String name, Map<String, Stamp> stamps) throws IOException {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      if (found.isRegularFile()) {
        Object key = found.fileKey() == null ? name : found.fileKey();
        stamps.put(name, new Stamp(found.size(), found.lastModifiedTime().toMillis(), key));
      }
    } catch (NoSuchFileException e) {
      // It went away between the listing and this look.
    }
  }

  /**
   * Reads a file whole.
   *
   * @throws RouteFileException if it cannot be read, is no UTF-8 or is larger than a megabyte
   */
  public RouteText read(String name) throws RouteFileException {
    Path file = directory.resolve(name);
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new RouteFileException(
            name, "has %d bytes, at most %d are read".formatted(Files.size(file), MAX_BYTES));
      }
      return new RouteText(name, Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new RouteFileException(name, "cannot be read: " + e);
    }
  }
}
