package io.headgate.limits.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The folder that limit files lie in. */
final class LimitFolder {

  private static final long MAX_BYTES = 16L * 1024 * 1024;

  private final Path folder;

  LimitFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public String toString() {
    return folder.toString();
  }

  /**
   * What changes when a file does: names, lengths, times, rights; or why the folder is unreadable.
   */
  String fingerprint() {
    StringBuilder print = new StringBuilder();
    try {
      for (Path file : files()) {
        BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
        print.append(file.getFileName()).append('|').append(is.size()).append('|');
        print.append(is.lastModifiedTime()).append('|').append(is.fileKey()).append('|');
        print.append(Files.isReadable(file)).append('\n');
      }
    } catch (IOException e) {
      // A file that goes away between two looks is the normal way of editors to save.
      print.append(e);
    }
    return print.toString();
  }

  /** Reads everything, as one set. */
  LimitSet read(List<String> served) {
    SortedMap<String, byte[]> contents = new TreeMap<>();
    List<String> faults = new ArrayList<>();
    try {
      for (Path file : files()) {
        Place place = new Place(String.valueOf(file.getFileName()), 0);
        try {
          Path real = file.toRealPath();
          if (!real.startsWith(folder.toRealPath())) {
            faults.add(place.fault("it leads out of the folder to " + real + "; put it here"));
          } else if (!Files.isRegularFile(real)) {
            faults.add(place.fault("it is no regular file; put one there, or delete it"));
          } else if (Files.size(file) > MAX_BYTES) {
            faults.add(place.fault("it is larger than 16 MB; split it"));
          } else {
            contents.put(place.file(), Files.readAllBytes(file));
          }
        } catch (IOException e) {
          faults.add(place.fault("it can not be read (%s); check its owner and mode".formatted(e)));
        }
      }
    } catch (IOException e) {
      faults.add(
          ("limits: the folder %s can not be read (%s); create it, or correct 'folder' in"
                  + " etc/io.headgate.limits.cfg")
              .formatted(folder, e));
    }
    return LimitSet.read(contents, faults, served);
  }

  /** All limit files; names that begin with a point, a tilde or a hash are an editor's own. */
  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> isLimitFile(String.valueOf(file.getFileName()))).sorted().toList();
    }
  }

  private static boolean isLimitFile(String name) {
    return name.endsWith(".csv")
        && !name.startsWith(".")
        && !name.startsWith("~")
        && !name.startsWith("#");
  }
}
