package io.headgate.rules.drools.internal.load;

import io.headgate.rules.drools.internal.gear.CompiledRules;
import io.headgate.rules.drools.internal.text.PlacedRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;

/** The files of one rule set, as they stood in a folder at one moment. */
public final class SetFiles {

  private static final int READS = 3;

  private final Path root;
  private final FolderImage image;
  private final String limitsFrom;
  private final boolean keepsLimits;

  SetFiles(Path root, FolderImage image) {
    this(root, image, image.hash(), false);
  }

  private SetFiles(Path root, FolderImage image, String limitsFrom, boolean keepsLimits) {
    this.root = root;
    this.image = image;
    this.limitsFrom = limitsFrom;
    this.keepsLimits = keepsLimits;
  }

  /**
   * Reads a folder whole, its limits included.
   *
   * @param root folder that has {@code policies/} in it
   * @throws LoadException with everything that cannot be used
   */
  public static SetFiles read(Path root) throws LoadException {
    RulesFolder folder = new RulesFolder(root, true);
    String vanished = "";
    for (int attempt = 0; attempt < READS; attempt++) {
      try {
        return new SetFiles(root, folder.read());
      } catch (NoSuchFileException e) {
        vanished = String.valueOf(e.getMessage());
      }
    }
    throw new LoadException(
        RulesFolder.POLICIES,
        0,
        "%s is missing or vanished while it was read; put it back".formatted(vanished));
  }

  /** Where they stand. */
  public Path root() {
    return root;
  }

  /** Hash over names and contents, 64 hexadecimal digits. */
  public String hash() {
    return image.hash();
  }

  /** The same, whose limits are left to the rules folder. */
  public SetFiles withoutLimits() {
    return withLimits(Collections.emptySortedMap(), image.hash(), false);
  }

  /** The same, beside which the limits of another set serve. */
  public SetFiles withLimitsOf(SetFiles other) {
    return withLimits(other.image.limits(), other.hash(), false);
  }

  /** The same; if it has no limits, those that serve stay. */
  public SetFiles keepingLimits() {
    return withLimits(image.limits(), limitsFrom, true);
  }

  private SetFiles withLimits(SortedMap<String, byte[]> limits, String from, boolean keeps) {
    return new SetFiles(root, new FolderImage(image.files(), limits, image.hash()), from, keeps);
  }

  /** Hash of the set that its limits are of. */
  public String limitsFrom() {
    return limitsFrom;
  }

  /** Whether limits that serve stay if it has none. */
  public boolean keepsLimits() {
    return keepsLimits;
  }

  /** Hash over names and contents of its limit files, 64 hexadecimal digits. */
  public String limitsHash() {
    MessageDigest digest = RulesFolder.sha256();
    image
        .limits()
        .forEach(
            (name, content) -> {
              digest.update((name + '\0' + content.length + '\0').getBytes(StandardCharsets.UTF_8));
              digest.update(content);
            });
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The same for the limits that stand beside it in its folder now; empty if unreadable. */
  public String limitsHashBeside() {
    try {
      return read(root).limitsHash();
    } catch (LoadException e) {
      return "";
    }
  }

  /** Text of a file by its path below the folder; empty if there is none. */
  public String text(String path) {
    return image.files().getOrDefault(path, "");
  }

  /**
   * The rules as they are read, not compiled.
   *
   * @throws LoadException with everything that is wrong with them
   */
  public List<PlacedRule> rules() throws LoadException {
    return PolicyReader.read(image).rules();
  }

  /**
   * Makes a set that could serve; takes seconds.
   *
   * @throws LoadException with everything that is wrong, if it must not serve
   */
  public CompiledRules compile(Loader loader) throws LoadException {
    return loader.load(image);
  }

  /**
   * Copies the files, byte by byte.
   *
   * @throws IOException if a file cannot be read or written
   */
  public void copyTo(Path target) throws IOException {
    for (String path : image.files().keySet()) {
      Path copy = target.resolve(path);
      Files.createDirectories(copy.getParent());
      Files.copy(root.resolve(path), copy);
    }
    for (var limit : image.limits().entrySet()) {
      Path copy = target.resolve(RulesFolder.LIMITS).resolve(limit.getKey());
      Files.createDirectories(copy.getParent());
      Files.write(copy, limit.getValue());
    }
  }

  /** Contents of its limit files by name; none where it leaves the limits to the rules folder. */
  public SortedMap<String, byte[]> limits() {
    return image.limits();
  }
}
