package io.headgate.data.replay.internal.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * One file of recorded rows: plain, gzip or zip, as its first bytes say, whatever its name. A zip
 * has a part per entry, in the order in which they stand in it; the others have one part.
 *
 * <p>A zip is read as a stream, so that a half-written one gives what it holds before it fails.
 */
public final class RecordedFile implements Closeable {

  private static final int BUFFER = 1 << 16;

  private final Path path;
  private final InputStream stream;
  private final @Nullable ZipInputStream zip;
  private String part = "";
  private int parts;

  private RecordedFile(Path path, InputStream stream) {
    this.path = path;
    this.stream = stream;
    this.zip = stream instanceof ZipInputStream archive ? archive : null;
  }

  /**
   * Opens a file.
   *
   * @throws FileFailure if it does not exist, may not be read, is empty or has a form that is not
   *     supported
   */
  public static RecordedFile open(Path path) throws FileFailure {
    if (Files.isDirectory(path)) {
      throw new FileFailure("%s is a folder; name its files, as in %s/*.zip".formatted(path, path));
    }
    InputStream raw;
    try {
      raw = new BufferedInputStream(Files.newInputStream(path), BUFFER);
    } catch (IOException e) {
      throw failure(path, e);
    }
    try {
      return new RecordedFile(path, unpacked(path, raw));
    } catch (IOException e) {
      close(raw, e);
      throw failure(path, e);
    } catch (FileFailure e) {
      close(raw, e);
      throw e;
    }
  }

  private static InputStream unpacked(Path path, InputStream raw) throws IOException, FileFailure {
    raw.mark(8);
    byte[] magic = raw.readNBytes(6);
    raw.reset();
    if (magic.length == 0) {
      throw new FileFailure("%s is empty (0 bytes); fetch it again".formatted(path));
    }
    return switch (Packing.of(magic)) {
      case PLAIN -> raw;
      case GZIP -> new GZIPInputStream(raw, BUFFER);
      case ZIP -> new ZipInputStream(raw, ISO_8859_1);
      case UNREADABLE ->
          throw new FileFailure(
              "%s is %s, which is not read here; turn it into plain text in UTF-8, gzip or zip"
                  .formatted(path, Packing.describe(magic)));
    };
  }

  /**
   * Moves to the next part.
   *
   * @return whether there is one
   * @throws IOException if the archive is damaged
   * @throws FileFailure if the archive has ended too early
   */
  public boolean nextPart() throws IOException, FileFailure {
    if (zip == null) {
      return parts++ == 0;
    }
    ZipEntry entry = zip.getNextEntry();
    while (entry != null && isNoData(entry)) {
      parts++;
      entry = zip.getNextEntry();
    }
    if (entry == null) {
      requireWhole();
      return false;
    }
    parts++;
    part = entry.getName();
    return true;
  }

  private static boolean isNoData(ZipEntry entry) {
    return entry.isDirectory() || entry.getName().startsWith("__MACOSX/");
  }

  /** A stream ends in silence where a copy broke off between two entries; the directory tells. */
  private void requireWhole() throws FileFailure {
    try (ZipFile whole = new ZipFile(path.toFile(), ISO_8859_1)) {
      if (whole.size() != parts) {
        throw new FileFailure(
            "%s: its directory lists %d entries, %d were read; it is damaged, fetch it again"
                .formatted(path, whole.size(), parts));
      }
    } catch (IOException e) {
      throw new FileFailure(
          "%s: half-written, the directory at its end is missing (%s); fetch it again"
              .formatted(path, e.getMessage()),
          e);
    }
  }

  /** Bytes of the current part; ends with the part. */
  public InputStream stream() {
    return stream;
  }

  /** Name of the current part within an archive; empty for other files. */
  public String part() {
    return part;
  }

  /** How messages call the current part: the file, and the entry after an exclamation mark. */
  public String place() {
    return part.isEmpty() ? path.toString() : path + "!" + part;
  }

  /** What an error that came up while reading means to a person. */
  public FileFailure failure(IOException cause, long rows) {
    String what =
        cause instanceof EOFException
            ? "half-written, its compressed data break off"
            : cause instanceof ZipException
                ? "damaged (" + cause.getMessage() + ")"
                : "cannot be read further (" + cause + ")";
    return new FileFailure(
        "%s: %s after row %d; the rows before were delivered; fetch the file again"
            .formatted(place(), what, rows),
        cause);
  }

  private static FileFailure failure(Path path, IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return new FileFailure(
          "%s does not exist; correct 'files' or copy the data there".formatted(path), cause);
    }
    if (cause instanceof AccessDeniedException) {
      return new FileFailure(
          "%s may not be read by this user; change its permissions".formatted(path), cause);
    }
    if (cause instanceof EOFException) {
      return new FileFailure(
          "%s: half-written, it breaks off before row 1; fetch it again".formatted(path), cause);
    }
    return new FileFailure("%s cannot be opened: %s".formatted(path, cause), cause);
  }

  private static void close(InputStream raw, Exception cause) {
    try {
      raw.close();
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
