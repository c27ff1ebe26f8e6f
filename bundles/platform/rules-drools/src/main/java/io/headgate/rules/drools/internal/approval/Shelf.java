package io.headgate.rules.drools.internal.approval;

import io.headgate.rules.drools.internal.load.LoadException;
import io.headgate.rules.drools.internal.load.SetFiles;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps the files of every set that was staged or has served, each in a folder of its hash. A set
 * is read back only if its files still give that hash.
 */
public final class Shelf {

  private static final Pattern PREFIX = Pattern.compile("[0-9a-f]{6,64}");
  private static final int HASH = 64;

  private final Path folder;

  /**
   * @param folder where sets are kept; made when the first is
   */
  public Shelf(Path folder) {
    this.folder = folder;
  }

  /** Where the ledger of these sets lies too. */
  public Path folder() {
    return folder;
  }

  /**
   * Keeps a set; nothing happens if it is kept already.
   *
   * @throws IOException if it cannot be copied, or changed while it was
   */
  public void keep(SetFiles files) throws IOException {
    Path home = folder.resolve(files.hash());
    if (Files.isDirectory(home)) {
      return;
    }
    Files.createDirectories(folder);
    Path aside = Files.createTempDirectory(folder, ".new-");
    try {
      files.copyTo(aside);
      String copied = hash(aside);
      if (!copied.equals(files.hash())) {
        throw new IOException(
            "the files of %s changed while they were copied; try again".formatted(files.root()));
      }
      Files.move(aside, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException e) {
      // Somebody else has kept the same set meanwhile.
      remove(aside);
    } catch (IOException e) {
      remove(aside);
      throw e;
    }
  }

  private static String hash(Path root) throws IOException {
    try {
      return SetFiles.read(root).hash();
    } catch (LoadException e) {
      throw new IOException("copied files cannot be read back: " + e.faults(), e);
    }
  }

  private static void remove(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Whether a text looks like the first digits of a hash. */
  public static boolean isHash(String text) {
    return PREFIX.matcher(text).matches();
  }

  /**
   * The whole hash of a kept set.
   *
   * @param prefix its first six digits or more
   * @throws IllegalArgumentException if no kept set begins so, or several do
   */
  public String find(String prefix) {
    List<String> found;
    try (Stream<Path> homes = Files.list(folder)) {
      found =
          homes
              .map(home -> home.getFileName().toString())
              .filter(name -> name.length() == HASH && name.startsWith(prefix))
              .sorted()
              .toList();
    } catch (IOException e) {
      found = List.of();
    }
    if (found.size() == 1) {
      return found.get(0);
    }
    throw new IllegalArgumentException(
        found.isEmpty()
            ? "no rule set is kept whose hash begins with %s; rule:candidates lists them"
                .formatted(prefix)
            : "%d rule sets have a hash that begins with %s; give more digits"
                .formatted(found.size(), prefix));
  }

  /**
   * The files of a kept set.
   *
   * @throws IllegalArgumentException if they are not there, or are not what was kept
   */
  public SetFiles read(String hash) {
    Path home = folder.resolve(hash);
    try {
      SetFiles files = SetFiles.read(home);
      if (files.hash().equals(hash)) {
        return files;
      }
      throw new IllegalArgumentException(
          "the files in %s were changed: their hash is %s; restore them from a copy"
              .formatted(home, files.hash()));
    } catch (LoadException e) {
      throw new IllegalArgumentException(
          "the files of rule set %s cannot be read: %s".formatted(hash, e.faults()), e);
    }
  }
}
