package io.headgate.rules.drools.internal.load;

import io.headgate.rules.drools.internal.sentence.Dictionary;
import io.headgate.rules.drools.internal.text.Lexer;
import io.headgate.rules.drools.internal.text.Refused;
import io.headgate.rules.drools.internal.text.RuleFileParser;
import io.headgate.spi.rules.RuleStatus.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads the folder {@code policies} whole. Files come from strangers: size, kind, place and
 * encoding are checked before a byte of them is used.
 */
final class RulesFolder {

  static final String POLICIES = "policies";
  static final String LIMITS = "limits";
  private static final int MAX_FILES = 1000;
  private static final int MAX_TOTAL_BYTES = 16 * 1024 * 1024;
  private static final Pattern POLICY = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  /** Limits, and what spreadsheets save that is no CSV. */
  private static final Pattern LIMIT_SHEET = Pattern.compile(".*\\.(csv|xls[xmb]?|ods|tsv|txt)");

  private static final Pattern LEFT_BY_EDITORS =
      Pattern.compile("\\..*|#.*|~.*|.*~|.*\\.(swp|tmp|bak)");

  private final Path root;
  private final boolean withLimits;

  RulesFolder(Path root) {
    this(root, false);
  }

  /**
   * @param withLimits whether {@code limits/*.csv} belong to the set and count in its hash
   */
  RulesFolder(Path root, boolean withLimits) {
    this.root = root;
    this.withLimits = withLimits;
  }

  /** The folder that has {@code policies} in it. */
  Path root() {
    return root;
  }

  /** Changes whenever a file was added, removed or written, as far as the file system tells. */
  String signature() {
    StringBuilder signature = new StringBuilder();
    try {
      for (Path path : paths()) {
        BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
        signature.append(path).append('|').append(file.size()).append('|');
        signature.append(file.lastModifiedTime()).append('|').append(file.fileKey()).append('\n');
      }
    } catch (IOException | UncheckedIOException e) {
      signature.append(e);
    }
    return signature.toString();
  }

  /**
   * Reads everything.
   *
   * @throws NoSuchFileException if a file vanished meanwhile
   * @throws LoadException if a file cannot be used
   */
  FolderImage read() throws NoSuchFileException, LoadException {
    List<Fault> faults = new ArrayList<>();
    SortedMap<String, String> files = new TreeMap<>();
    SortedMap<String, byte[]> limits = new TreeMap<>();
    MessageDigest digest = sha256();
    try {
      List<Path> paths = paths();
      if (paths.size() > MAX_FILES) {
        throw new LoadException(POLICIES, 0, "found more than " + MAX_FILES + " files");
      }
      Path real = root.toRealPath();
      int total = 0;
      for (Path path : paths) {
        String name = root.relativize(path).toString().replace('\\', '/');
        try {
          byte[] content = content(name, path, real);
          total += content.length;
          if (total > MAX_TOTAL_BYTES) {
            throw new LoadException(
                name, 0, "found more than 16 MiB in all files up to this one; expected less");
          }
          if (isLimitFile(name)) {
            limits.put(name.substring(LIMITS.length() + 1), content);
          } else {
            files.put(name, decode(name, content));
          }
          byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
          digest.update(
              ByteBuffer.allocate(8).putInt(nameBytes.length).putInt(content.length).flip());
          digest.update(nameBytes);
          digest.update(content);
        } catch (LoadException e) {
          faults.addAll(e.faults());
        }
      }
    } catch (NoSuchFileException e) {
      throw new NoSuchFileException(asKnown(e));
    } catch (IOException | UncheckedIOException e) {
      throw new LoadException(POLICIES, 0, "cannot be read: " + e + "; check its permissions");
    }
    if (!faults.isEmpty()) {
      throw new LoadException(faults);
    }
    return new FolderImage(files, limits, HexFormat.of().formatHex(digest.digest()));
  }

  /** The path below the rules folder, by which its users know a file. */
  private String asKnown(NoSuchFileException gone) {
    Path path = Path.of(String.valueOf(gone.getFile()));
    boolean inside = path.startsWith(root) && !path.equals(root);
    return inside ? root.relativize(path).toString().replace('\\', '/') : path.toString();
  }

  private List<Path> paths() throws IOException {
    List<Path> paths = new ArrayList<>();
    Path dictionary = root.resolve(Dictionary.FILE);
    if (Files.exists(dictionary)) {
      paths.add(dictionary);
    }
    for (Path entry : entries(root.resolve(POLICIES))) {
      if (Files.isDirectory(entry)) {
        paths.addAll(entries(entry));
      } else {
        paths.add(entry);
      }
    }
    if (withLimits && Files.isDirectory(root.resolve(LIMITS))) {
      for (Path entry : entries(root.resolve(LIMITS))) {
        if (LIMIT_SHEET
            .matcher(entry.getFileName().toString().toLowerCase(Locale.ROOT))
            .matches()) {
          paths.add(entry);
        }
      }
    }
    return paths;
  }

  private static List<Path> entries(Path folder) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path entry : stream) {
        if (!LEFT_BY_EDITORS.matcher(entry.getFileName().toString()).matches()) {
          entries.add(entry);
        }
      }
    } catch (java.nio.file.DirectoryIteratorException e) {
      throw e.getCause();
    }
    Collections.sort(entries);
    return entries;
  }

  private static boolean isLimitFile(String name) {
    return name.startsWith(LIMITS + "/");
  }

  /** A name is shown wherever its rules are listed: it must not look like another. */
  private static void checkName(String name) throws LoadException {
    try {
      Lexer.checkNothingHides(name.replace('\n', '\u0085'), 0);
    } catch (Refused e) {
      throw new LoadException(
          Refused.plain(name),
          0,
          "found a name with signs that are not seen, each shown as ?; rename the file");
    }
  }

  private static void checkPlace(String name) throws LoadException {
    checkName(name);
    if (isLimitFile(name)) {
      if (!name.toLowerCase(Locale.ROOT).endsWith(".csv")) {
        throw new LoadException(
            name, 0, "is no CSV file, so its limits would not count; export it as CSV UTF-8");
      }
      return;
    }
    String[] parts = name.split("/", -1);
    boolean documentation =
        (parts.length == 2 && name.endsWith(".md")) || name.equals(Dictionary.FILE);
    if (!documentation && (parts.length != 3 || !POLICY.matcher(parts[1]).matches())) {
      throw new LoadException(
          name,
          0,
          "found outside a policy; expected policies/<policy>/<file>, with a policy's name of"
              + " lower-case letters, digits and -");
    }
    if (!documentation && !name.matches(".*\\.(drl|dslr|md|csv)")) {
      throw new LoadException(
          name,
          0,
          "found a file of an unknown kind; expected policy.md, *.dslr, *.drl, *.csv or"
              + " examples.csv");
    }
  }

  private static byte[] content(String name, Path path, Path root)
      throws IOException, LoadException {
    checkPlace(name);
    int most = isLimitFile(name) ? MAX_TOTAL_BYTES : RuleFileParser.MAX_BYTES;
    Path real = real(name, path);
    if (!real.startsWith(root)) {
      throw new LoadException(
          name, 0, "leads out of the rules folder to " + real + "; put the file itself here");
    }
    BasicFileAttributes attributes =
        Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!attributes.isRegularFile()) {
      throw new LoadException(name, 0, "is no regular file; expected one");
    }
    try (InputStream in = Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS)) {
      byte[] content = in.readNBytes(most + 1);
      if (content.length > most) {
        throw new LoadException(name, 0, "is larger than " + most / 1024 + " KiB; split it");
      }
      return content;
    }
  }

  private static Path real(String name, Path path) throws IOException, LoadException {
    try {
      return path.toRealPath();
    } catch (NoSuchFileException e) {
      throw e;
    } catch (FileSystemException e) {
      throw new LoadException(
          name, 0, "is a link that leads nowhere, or cannot be read; put the file itself here");
    }
  }

  private static String decode(String name, byte[] content) throws LoadException {
    String text = new String(content, StandardCharsets.UTF_8);
    int bad = text.indexOf('\uFFFD');
    if (bad >= 0) {
      int line = 1 + (int) text.substring(0, bad).chars().filter(c -> c == '\n').count();
      throw new LoadException(name, line, "found bytes that are no UTF-8; save it as UTF-8");
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
