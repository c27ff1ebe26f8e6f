package io.headgate.access.internal.audit;

import io.headgate.spi.audit.AuditRecord;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of the trail, {@code audit-000001.jsonl} and on: each only grows, is forced to the disk
 * with every batch, and is readable by its owner alone. Used by one thread.
 */
final class AuditFiles implements AutoCloseable {

  private static final String PREFIX = "audit-";
  private static final String SUFFIX = ".jsonl";

  private final Path folder;
  private @Nullable FileChannel channel;
  private int number;

  AuditFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * Opens the newest file, cuts off what a crash left half-written, and reads the latest records.
   *
   * @param limit how many records at most
   * @return oldest first
   */
  List<AuditRecord> open(int limit) throws IOException {
    close();
    Files.createDirectories(folder);
    List<Path> files = files();
    number = files.isEmpty() ? 1 : numberOf(files.get(files.size() - 1));
    if (!files.isEmpty()) {
      cutTornTail(files.get(files.size() - 1));
    }
    List<AuditRecord> latest = new ArrayList<>();
    for (int i = files.size() - 1; i >= 0 && latest.size() < limit; i--) {
      List<AuditRecord> older = new ArrayList<>();
      try (Stream<String> lines = Files.lines(files.get(i), StandardCharsets.UTF_8)) {
        lines.map(AuditLine::read).flatMap(Optional::stream).forEach(older::add);
      }
      latest.addAll(0, older);
    }
    channel = channelOf(number);
    return latest.size() <= limit
        ? latest
        : new ArrayList<>(latest.subList(latest.size() - limit, latest.size()));
  }

  /**
   * Writes records and waits for the disk.
   *
   * @param fileBytes a file longer than this is followed by a new one
   * @param kept files kept; the oldest go
   */
  void write(List<AuditRecord> records, long fileBytes, int kept) throws IOException {
    FileChannel open = channel;
    if (open == null) {
      throw new IOException(folder + " is not open");
    }
    if (open.size() > fileBytes) {
      open.close();
      number++;
      open = channelOf(number);
      channel = open;
      List<Path> files = files();
      for (int i = 0; i < files.size() - kept; i++) {
        Files.deleteIfExists(files.get(i));
      }
    }
    StringBuilder lines = new StringBuilder();
    records.forEach(record -> lines.append(AuditLine.write(record)).append('\n'));
    ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      open.write(bytes);
    }
    open.force(false);
  }

  private FileChannel channelOf(int fileNumber) throws IOException {
    Path file = folder.resolve("%s%06d%s".formatted(PREFIX, fileNumber, SUFFIX));
    if (!Files.exists(file)) {
      if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      } else {
        Files.createFile(file);
      }
    }
    return FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
  }

  private static void cutTornTail(Path file) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      long end = bytes.length();
      while (end > 0) {
        bytes.seek(end - 1);
        if (bytes.read() == '\n') {
          break;
        }
        end--;
      }
      bytes.setLength(end);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found
          .filter(path -> path.getFileName().toString().matches(PREFIX + "\\d{6,9}\\" + SUFFIX))
          .sorted((a, b) -> Integer.compare(numberOf(a), numberOf(b)))
          .toList();
    }
  }

  private static int numberOf(Path file) {
    String name = file.getFileName().toString();
    return Integer.parseInt(name.substring(PREFIX.length(), name.length() - SUFFIX.length()));
  }

  @Override
  public void close() throws IOException {
    FileChannel open = channel;
    channel = null;
    if (open != null) {
      open.close();
    }
  }
}
