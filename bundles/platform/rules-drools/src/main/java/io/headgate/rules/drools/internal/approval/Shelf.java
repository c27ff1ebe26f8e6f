package io.headgate.rules.drools.internal.approval;

import io.headgate.rules.drools.internal.load.LoadException;
import io.headgate.rules.drools.internal.load.SetFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the files of every set that was staged or has served, each in a folder of its hash. A set
 * is read back only if its files still give that hash.
 */
public final class Shelf {

  private static final Pattern PREFIX = Pattern.compile("[0-9a-f]{6,64}");
  private static final int HASH = 64;
  private static final String NEW = ".new-";
  private static final Pattern PLACE =
      Pattern.compile(
          "headgate\\.dsl|limits/[^/\\\\.#~][^/\\\\]{0,199}"
              + "|policies/([a-z][a-z0-9-]{0,39}/)?[^/\\\\.#~][^/\\\\]{0,199}");

  private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);

  private final Path folder;
  private final Durability durability;

  /**
   * @param folder where sets are kept; made when the first is
   */
  public Shelf(Path folder) {
    this(folder, Shelf::forceFile);
  }

  Shelf(Path folder, Durability durability) {
    this.folder = folder;
    this.durability = durability;
    sweep();
  }

  /** What was being copied when the node died is nobody's. */
  private void sweep() {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> halves = Files.newDirectoryStream(folder, NEW + "*")) {
      for (Path half : halves) {
        remove(half);
      }
    } catch (IOException e) {
      LOG.warn("what was left half copied in {} cannot be deleted", folder, e);
    }
  }

  /** Makes a file or the entries of a folder survive a loss of power. */
  @FunctionalInterface
  interface Durability {
    void force(Path file) throws IOException;
  }

  /** Where the ledger of these sets lies too. */
  public Path folder() {
    return folder;
  }

  /**
   * Keeps a set, durably; nothing happens if it is kept already. Files that were kept and are not
   * the same any more are put aside.
   *
   * @throws IOException if it cannot be copied, or changed while it was
   */
  public void keep(SetFiles files) throws IOException {
    keep(
        files.hash(),
        files::copyTo,
        "the files of %s changed while they were copied; try again".formatted(files.root()));
  }

  /**
   * Keeps a set that another node has sent; nothing happens if it is kept already.
   *
   * @param hash that the files must give
   * @param files contents by path below the rules folder
   * @throws IOException if it cannot be written, or the files are not those of the hash
   */
  public void keep(String hash, Map<String, byte[]> files) throws IOException {
    if (hash.length() != HASH || !isHash(hash)) {
      throw new IOException("'%s' is no hash of a rule set".formatted(hash));
    }
    for (String path : files.keySet()) {
      if (!PLACE.matcher(path).matches() || path.chars().anyMatch(Character::isISOControl)) {
        throw new IOException(
            "'%s' is no place of a rule set's file; expected headgate.dsl, limits/ or policies/"
                .formatted(path));
      }
    }
    keep(
        hash,
        target -> write(files, target),
        "the files that came do not give the hash %s: they were changed on the way, or their node is broken"
            .formatted(hash));
  }

  private static void write(Map<String, byte[]> files, Path target) throws IOException {
    for (var file : files.entrySet()) {
      Path path = target.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  /** Writes files. */
  @FunctionalInterface
  private interface Copy {
    void to(Path target) throws IOException;
  }

  private void keep(String hash, Copy copy, String otherwise) throws IOException {
    Path home = folder.resolve(hash);
    if (Files.isDirectory(home)) {
      if (isWhole(home, hash)) {
        return;
      }
      Path bad = Files.createTempDirectory(folder, ".bad-" + hash + "-");
      LOG.error("the files in {} are not what was kept; they are put aside in {}", home, bad);
      Files.move(home, bad.resolve(hash), StandardCopyOption.ATOMIC_MOVE);
    }
    Files.createDirectories(folder);
    Path aside = Files.createTempDirectory(folder, NEW);
    try {
      copy.to(aside);
      if (!hash(aside).equals(hash)) {
        throw new IOException(otherwise);
      }
      force(aside);
      Files.move(aside, home, StandardCopyOption.ATOMIC_MOVE);
      durability.force(folder);
    } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException e) {
      // Somebody else has kept the same set meanwhile.
      remove(aside);
    } catch (IOException e) {
      remove(aside);
      throw e;
    }
  }

  private static boolean isWhole(Path home, String hash) {
    try {
      return hash(home).equals(hash);
    } catch (IOException e) {
      return false;
    }
  }

  /** A line of the history may name the set at once, and is durable itself. */
  private void force(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        durability.force(file);
      }
    }
  }

  private static void forceFile(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.force(true);
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

  /**
   * The contents of a kept set's files, by path below the rules folder.
   *
   * @throws IllegalArgumentException as {@link #read}
   */
  public SortedMap<String, byte[]> content(String hash) {
    Path home = read(hash).root();
    SortedMap<String, byte[]> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(home.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
      return contents;
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "the files of rule set %s cannot be read: %s".formatted(hash, e), e);
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
                + ", rule:stage FOLDER adds one"
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
