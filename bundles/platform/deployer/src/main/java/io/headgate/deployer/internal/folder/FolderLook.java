package io.headgate.deployer.internal.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has changed in a folder since the last look; a change counts once it stands still. */
public final class FolderLook {

  private static final Logger LOG = LoggerFactory.getLogger(FolderLook.class);

  private final Path folder;
  private final String pattern;
  private Map<String, Stamp> before;

  /** What tells one version of a file from another without reading it. */
  public record Stamp(long modifiedMillis, long size, String fileKey) {

    /** For comparing with a stamp that was kept over a restart. */
    public String text() {
      return modifiedMillis + ":" + size;
    }
  }

  /**
   * One look.
   *
   * @param present files that are there, or were at the last look: who replaces a file may take it
   *     away for a moment
   * @param settled files that have not changed since the last look
   */
  public record Look(Set<String> present, Map<String, Stamp> settled) {}

  /**
   * @param pattern glob of the files that count
   * @param trusting whether what the first look finds counts as settled
   */
  public FolderLook(Path folder, String pattern, boolean trusting) {
    this.folder = folder;
    this.pattern = pattern;
    this.before = trusting ? first() : Map.of();
  }

  private Map<String, Stamp> first() {
    try {
      return stamps();
    } catch (UncheckedIOException e) {
      // Then nothing counts as settled yet; the looks to come say why.
      LOG.debug("{} cannot be read", folder, e);
      return Map.of();
    }
  }

  /**
   * Looks.
   *
   * @throws UncheckedIOException if the folder or a file of it cannot be looked at: such a look
   *     says nothing, above all not that files have gone, and does not count
   */
  public Look look() {
    Map<String, Stamp> now = stamps();
    Set<String> present = new HashSet<>(before.keySet());
    present.addAll(now.keySet());
    Map<String, Stamp> settled = new TreeMap<>();
    now.forEach(
        (name, stamp) -> {
          if (stamp.equals(before.get(name))) {
            settled.put(name, stamp);
          }
        });
    before = now;
    return new Look(present, settled);
  }

  private Map<String, Stamp> stamps() {
    Map<String, Stamp> stamps = new TreeMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        if (!name.startsWith(".")) {
          stamp(file, name, stamps);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw new UncheckedIOException(e.getCause());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return stamps;
  }

  private static void stamp(Path file, String name, Map<String, Stamp> stamps) throws IOException {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      if (found.isRegularFile()) {
        stamps.put(
            name,
            new Stamp(
                found.lastModifiedTime().toMillis(),
                found.size(),
                String.valueOf(found.fileKey())));
      }
    } catch (NoSuchFileException e) {
      LOG.debug("{} has gone while it was looked at", file, e);
    }
  }
}
