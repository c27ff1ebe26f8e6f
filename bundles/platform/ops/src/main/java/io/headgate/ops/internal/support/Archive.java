package io.headgate.ops.internal.support;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip file of texts, each without secrets; readable by its owner alone. */
final class Archive implements AutoCloseable {

  /** What is taken of the end of a log. */
  private static final int LOG_BYTES = 2 * 1024 * 1024;

  /** A ClOrdID: node, epoch, sequence. */
  private static final Pattern ORDER_ID = Pattern.compile("\\b[A-Z0-9]{1,4}-[0-9]+-[0-9A-Z]+\\b");

  private final Path file;
  private final ZipOutputStream zip;
  private final Secrets secrets;
  private final boolean withOrders;

  Archive(Path file, Secrets secrets, boolean withOrders) throws IOException {
    this.file = file;
    this.secrets = secrets;
    this.withOrders = withOrders;
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    if (Files.getFileStore(folder == null ? Path.of(".") : folder)
        .supportsFileAttributeView("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    this.zip =
        new ZipOutputStream(
            Files.newOutputStream(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING));
  }

  Path file() {
    return file;
  }

  boolean withOrders() {
    return withOrders;
  }

  /** Adds a text. */
  void add(String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(filtered(text).getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private String filtered(String text) {
    String masked = secrets.mask(text);
    return withOrders ? masked : ORDER_ID.matcher(masked).replaceAll("<order>");
  }

  /** Adds the settings of a folder; files that hold secrets are named and left out. */
  void addSettings(Path etc) throws IOException {
    StringBuilder left = new StringBuilder();
    try (Stream<Path> files = Files.walk(etc)) {
      for (Path path : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = etc.relativize(path).toString().replace('\\', '/');
        if (Secrets.isSecretFile(name)) {
          left.append(name).append(" (holds secrets)\n");
        } else if (Files.size(path) > LOG_BYTES || !isText(name)) {
          left.append(name).append(" (no text, or too large)\n");
        } else {
          add("etc/" + name, Files.readString(path, StandardCharsets.ISO_8859_1));
        }
      }
    }
    add("etc/LEFT-OUT.txt", left.toString());
  }

  private static boolean isText(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return List.of(
            ".cfg", ".properties", ".yaml", ".yml", ".xml", ".csv", ".config", ".txt", ".info")
        .stream()
        .anyMatch(lower::endsWith);
  }

  /** Adds the ends of the logs of a folder. */
  void addLogs(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path path : files.filter(one -> one.toString().endsWith(".log")).sorted().toList()) {
        add("log/" + path.getFileName(), tail(path));
      }
    }
  }

  private static String tail(Path path) throws IOException {
    try (RandomAccessFile log = new RandomAccessFile(path.toFile(), "r")) {
      long from = Math.max(0, log.length() - LOG_BYTES);
      log.seek(from);
      byte[] bytes = new byte[(int) Math.min(LOG_BYTES, log.length() - from)];
      log.readFully(bytes);
      String text = new String(bytes, StandardCharsets.UTF_8);
      // A secret that is cut in two would not be found: begin with a whole line.
      int line = from == 0 ? 0 : text.indexOf('\n') + 1;
      return text.substring(line);
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
