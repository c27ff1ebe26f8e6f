package io.headgate.brokers.paper.internal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The venue's log in one file. A last line that a kill has torn is cut off; a line damaged in the
 * middle is refused, because the book after it would be a guess.
 */
final class FileVenueLog implements VenueLog {

  private static final Logger LOG = LoggerFactory.getLogger(FileVenueLog.class);
  private static final String NAME = "venue.log";

  private final Path file;
  private FileChannel channel;
  private long end;
  private boolean broken;

  private FileVenueLog(Path file, FileChannel channel, long end) {
    this.file = file;
    this.channel = channel;
    this.end = end;
  }

  /**
   * Reads what is there and opens it for more.
   *
   * @param folder made if it is missing
   * @param reader gets every event, in order
   * @throws IOException if it cannot be read or written, is in use, or is damaged in the middle;
   *     the message says what to do
   */
  static FileVenueLog open(Path folder, Consumer<VenueEvent> reader) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(NAME);
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (!lock(channel)) {
        throw new IOException(
            "%s is in use by another venue; give this one its own stateFolder".formatted(file));
      }
      long whole = read(file, reader);
      if (whole < channel.size()) {
        LOG.warn("{}: cut off a torn tail of {} bytes", file, channel.size() - whole);
        channel.truncate(whole);
      }
      return new FileVenueLog(file, channel, whole);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** Reads whole lines; returns where the last of them ends. */
  private static long read(Path file, Consumer<VenueEvent> reader) throws IOException {
    long whole = 0;
    long at = 0;
    long number = 0;
    long badLine = 0;
    String fault = "";
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int next = in.read(); next >= 0; next = in.read()) {
        at++;
        if (next != '\n') {
          line.write(next);
          continue;
        }
        number++;
        try {
          VenueEvent event = EventLine.read(line.toByteArray());
          if (badLine > 0) {
            throw new UncheckedIOException(
                new IOException(
                    "%s:%d: %s, and good lines follow; restore the file from a copy, or move it away to start with an empty venue"
                        .formatted(file, badLine, fault)));
          }
          reader.accept(event);
          whole = at;
        } catch (IllegalArgumentException e) {
          badLine = badLine == 0 ? number : badLine;
          fault = String.valueOf(e.getMessage());
        }
        line.reset();
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return whole;
  }

  @Override
  public void append(VenueEvent event) throws IOException {
    if (broken) {
      throw new IOException(file + " could not be written before; free space and restart");
    }
    ByteBuffer line = ByteBuffer.wrap(EventLine.write(event));
    int length = line.remaining();
    try {
      for (long at = end; line.hasRemaining(); ) {
        at += channel.write(line, at);
      }
      end += length;
    } catch (IOException e) {
      broken = true;
      undo();
      throw new IOException("%s cannot be written: %s".formatted(file, e.getMessage()), e);
    }
  }

  @Override
  public void rewrite(List<VenueEvent> events) throws IOException {
    if (broken) {
      return;
    }
    Path next = file.resolveSibling(NAME + ".new");
    FileChannel shorter =
        FileChannel.open(
            next,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    try {
      if (!lock(shorter)) {
        throw new IOException(next + " is in use");
      }
      ByteArrayOutputStream lines = new ByteArrayOutputStream();
      events.forEach(event -> lines.writeBytes(EventLine.write(event)));
      for (ByteBuffer all = ByteBuffer.wrap(lines.toByteArray()); all.hasRemaining(); ) {
        shorter.write(all);
      }
      shorter.force(true);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      shorter.close();
      throw e;
    }
    FileChannel longer = channel;
    channel = shorter;
    end = shorter.size();
    longer.close();
  }

  private void undo() {
    try {
      channel.truncate(end);
    } catch (IOException e) {
      LOG.warn("{}: the torn tail stays until the next start: {}", file, e.getMessage());
    }
  }

  @Override
  public void close() {
    broken = true;
    try {
      channel.close();
    } catch (IOException e) {
      LOG.warn("{} could not be closed: {}", file, e.getMessage());
    }
  }
}
