package io.headgate.node.internal.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees that files of one folder have changed, once they have stood still between two looks. */
final class FolderWatch {

  private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

  private final Path folder;
  private final String shownFolder;
  private final List<String> files;
  private Map<String, Stamp> loaded = Map.of();
  private Map<String, Stamp> lastSeen = Map.of();

  /** What tells one version of a file from another without reading it. */
  private record Stamp(long modifiedMillis, long size, String fileKey) {}

  FolderWatch(Path etc, String folder, List<String> files) {
    this.folder = etc.resolve(folder).normalize();
    this.shownFolder = Path.of(folder).isAbsolute() ? folder : "etc/" + folder;
    this.files = files;
  }

  /** The folder as a person knows it, for messages. */
  String shownFolder() {
    return shownFolder;
  }

  /** Reads what is there; a file that is missing or cannot be read is absent. */
  Map<String, byte[]> read() {
    loaded = stamps();
    lastSeen = loaded;
    Map<String, byte[]> contents = new HashMap<>();
    for (String file : files) {
      try {
        contents.put(file, Files.readAllBytes(folder.resolve(file)));
      } catch (IOException e) {
        LOG.debug("{} cannot be read", folder.resolve(file), e);
      }
    }
    return contents;
  }

  /** Whether the files differ from what was read and have not changed since the last look. */
  boolean settledChange() {
    Map<String, Stamp> now = stamps();
    boolean settled = now.equals(lastSeen);
    lastSeen = now;
    return settled && !now.equals(loaded);
  }

  private Map<String, Stamp> stamps() {
    Map<String, Stamp> stamps = new HashMap<>();
    for (String file : files) {
      try {
        BasicFileAttributes found =
            Files.readAttributes(folder.resolve(file), BasicFileAttributes.class);
        stamps.put(
            file,
            new Stamp(
                found.lastModifiedTime().toMillis(),
                found.size(),
                String.valueOf(found.fileKey())));
      } catch (IOException e) {
        // Absent from the stamps: that is how a missing file is seen.
        LOG.debug("{} is not there", folder.resolve(file), e);
      }
    }
    return stamps;
  }
}
