package io.headgate.journal.internal.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A folder of the file system. */
public final class FolderStorage implements Storage {

  private static final String LOCK = "journal.lock";
  private static final int MAX_OWNER = 64;

  /** Folders open in this process: a file lock does not keep out its own process. */
  private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

  private final Path folder;

  /** Makes the folder if it is not there. */
  public FolderStorage(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder).toRealPath();
  }

  @Override
  public String folder() {
    return folder.toString();
  }

  @Override
  public Closeable lock() throws IOException {
    if (!OPEN.add(folder)) {
      throw new IOException(taken("this process"));
    }
    try {
      FileChannel channel =
          FileChannel.open(
              folder.resolve(LOCK),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      try {
        FileLock lock = channel.tryLock();
        if (lock == null) {
          throw new IOException(taken("process " + owner(channel)));
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(Long.toString(pid()).getBytes(StandardCharsets.US_ASCII)));
        return () -> unlock(channel);
      } catch (IOException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      OPEN.remove(folder);
      throw e;
    }
  }

  private void unlock(FileChannel channel) throws IOException {
    channel.close();
    OPEN.remove(folder);
  }

  private static long pid() {
    return ProcessHandle.current().pid();
  }

  private static String owner(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(MAX_OWNER);
    channel.read(text, 0);
    return new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII);
  }

  private String taken(String by) {
    return ("the journal in %s is in use by %s; stop that node, or set 'folder' in"
            + " etc/io.headgate.journal.cfg to a folder of this node's own")
        .formatted(folder, by);
  }

  @Override
  public List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Override
  public SegmentFile open(String name) throws IOException {
    return new ChannelFile(
        FileChannel.open(folder.resolve(name), StandardOpenOption.READ, StandardOpenOption.WRITE));
  }

  @Override
  public SegmentFile create(String name) throws IOException {
    return new ChannelFile(
        FileChannel.open(
            folder.resolve(name),
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE));
  }

  @Override
  public void rename(String from, String to) throws IOException {
    try {
      Files.move(folder.resolve(from), folder.resolve(to), StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw new IOException("the file system of " + folder + " can not rename atomically", e);
    }
    try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
      entries.force(true);
    }
  }

  @Override
  public void delete(String name) throws IOException {
    Files.deleteIfExists(folder.resolve(name));
  }

  @Override
  public long usableBytes() throws IOException {
    return Files.getFileStore(folder).getUsableSpace();
  }

  private record ChannelFile(FileChannel channel) implements SegmentFile {

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
      return channel.write(source, position);
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
      return channel.read(target, position);
    }

    @Override
    public void force() throws IOException {
      // Blocks and length were made durable when the file was prepared; only data changes here.
      channel.force(false);
    }

    @Override
    public long size() throws IOException {
      return channel.size();
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
