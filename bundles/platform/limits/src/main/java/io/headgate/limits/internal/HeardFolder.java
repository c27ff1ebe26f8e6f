package io.headgate.limits.internal;

import io.headgate.spi.cluster.Posting;
import io.headgate.spi.cluster.Stamp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** What other nodes last said about their limits, one file for each of them, durable. */
final class HeardFolder {

  private static final byte VERSION = 1;
  private static final String ENDING = ".rows";

  /** Name of the file that is there while limits of a set serve. */
  private static final String MARK = "limits-of-a-set";

  private static final Pattern FILE = Pattern.compile("[A-Z0-9]{1,4}\\.rows");
  private static final long MAX_BYTES = Posting.MAX_BYTES + 1_000L;

  private final Path folder;

  /**
   * What a file says.
   *
   * @param from name of the node
   * @param posting what the node said; null if it cannot be read
   * @param wrong why it cannot; empty if it can
   */
  record Found(String from, @Nullable Posting posting, String wrong) {}

  HeardFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public String toString() {
    return folder.toString();
  }

  /** The file of a node. */
  Path file(String from) {
    return folder.resolve(from + ENDING);
  }

  /**
   * Reads all files; none if there is no folder yet.
   *
   * @param prefix what keys of postings begin with, before the name of the node
   * @throws IOException if the folder cannot be read
   */
  List<Found> load(String prefix) throws IOException {
    List<Found> found = new ArrayList<>();
    if (Files.notExists(folder)) {
      return found;
    }
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        if (FILE.matcher(name).matches()) {
          found.add(load(prefix, name.substring(0, name.length() - ENDING.length())));
        }
      }
    }
    return found;
  }

  private Found load(String prefix, String from) {
    try {
      return new Found(from, read(prefix + from, file(from)), "");
    } catch (IOException | IllegalArgumentException e) {
      return new Found(from, null, e.toString());
    }
  }

  private static Posting read(String key, Path file) throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw new IOException("it is larger than anything that is kept");
    }
    byte[] bytes = Files.readAllBytes(file);
    int length = bytes.length - Long.BYTES;
    if (length < 1 || ByteBuffer.wrap(bytes).getLong(length) != sum(bytes, length)) {
      throw new IOException("it is not whole");
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, length))) {
      if (in.readByte() != VERSION) {
        throw new IOException("another version of Headgate has written it");
      }
      Stamp stamp = new Stamp(in.readLong(), in.readUTF());
      return new Posting(key, stamp, in.readAllBytes());
    }
  }

  private static long sum(byte[] bytes, int length) {
    CRC32 sum = new CRC32();
    sum.update(bytes, 0, length);
    return sum.getValue();
  }

  /** Keeps what a node said, instead of what it said before; durable when this returns. */
  void keep(String from, Posting posting) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeLong(posting.stamp().time());
      out.writeUTF(posting.stamp().node());
      out.write(posting.content());
      byte[] said = bytes.toByteArray();
      out.writeLong(sum(said, said.length));
    }
    Files.createDirectories(folder);
    Path aside = folder.resolve(from + ".new");
    write(aside, ByteBuffer.wrap(bytes.toByteArray()));
    Files.move(
        aside, file(from), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceEntries();
  }

  private static void write(Path file, ByteBuffer bytes) throws IOException {
    try (FileChannel out =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
  }

  /** Whether it is kept that limits of a set serve on this node. */
  boolean isMarked() {
    return Files.exists(folder.resolve(MARK));
  }

  /** Keeps that they do; durable when this returns. */
  void mark() throws IOException {
    Files.createDirectories(folder);
    write(folder.resolve(MARK), ByteBuffer.allocate(0));
    forceEntries();
  }

  /** Forgets that they do. */
  void unmark() throws IOException {
    Files.deleteIfExists(folder.resolve(MARK));
  }

  /** Forgets what a node said. */
  void forget(String from) throws IOException {
    if (Files.deleteIfExists(file(from))) {
      forceEntries();
    }
  }

  private void forceEntries() throws IOException {
    try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
      entries.force(true);
    }
  }
}
