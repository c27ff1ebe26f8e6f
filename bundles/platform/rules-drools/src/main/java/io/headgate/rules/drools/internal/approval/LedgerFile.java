package io.headgate.rules.drools.internal.approval;

import io.headgate.rules.drools.internal.approval.Ledger.Line;
import io.headgate.spi.candidate.Candidate.Step;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a {@link Ledger} on disk, six fields each; what is added is durable or not there.
 */
final class LedgerFile {

  private static final String TAB = "\t";
  private static final int FIELDS = 6;
  private static final int SHOWN = 80;

  private final Path file;
  private final Durability durability;

  /** Makes what was written survive a loss of power. */
  @FunctionalInterface
  interface Durability {
    void force(FileChannel channel) throws IOException;
  }

  LedgerFile(Path file, Durability durability) {
    this.file = file;
    this.durability = durability;
  }

  /**
   * Every line, the oldest first. A line without its end was being written when the node died: it
   * never counted, and is taken out.
   *
   * @throws IOException if the file cannot be read, or a line is not one of these
   */
  List<Line> read() throws IOException {
    List<Line> lines = new ArrayList<>();
    if (!Files.exists(file)) {
      return lines;
    }
    String text = Files.readString(file, StandardCharsets.UTF_8);
    int whole = text.lastIndexOf('\n') + 1;
    int number = 0;
    for (String line : text.substring(0, whole).lines().toList()) {
      number++;
      lines.add(parse(line, number));
    }
    if (whole < text.length()) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(text.substring(0, whole).getBytes(StandardCharsets.UTF_8).length);
      }
    }
    return lines;
  }

  private Line parse(String line, int number) throws IOException {
    String[] parts = line.split(TAB, -1);
    try {
      if (parts.length == FIELDS) {
        Step step = new Step(Long.parseLong(parts[0]), parts[2], parts[3], parts[4]);
        return new Line(parts[1], step, parts[5]);
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw new IOException(
        "%s:%d: found '%s'; expected six fields with tabs between them; restore the file from a copy"
            .formatted(file, number, line.length() > SHOWN ? line.substring(0, SHOWN) : line));
  }

  /**
   * Adds a line, durably.
   *
   * @throws IOException if it cannot be written; then nothing of it stays in the file
   */
  void add(Line line) throws IOException {
    Step step = line.step();
    String text =
        String.join(
                TAB,
                Long.toString(step.time()),
                line.hash(),
                step.what(),
                step.who(),
                step.why(),
                line.detail())
            + "\n";
    Files.createDirectories(file.getParent());
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      long size = channel.size();
      try {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        durability.force(channel);
      } catch (IOException e) {
        cut(size, e);
        throw e;
      }
    }
  }

  /** Not by the channel: an interrupt may have closed it. */
  private void cut(long size, IOException failure) {
    try (RandomAccessFile whole = new RandomAccessFile(file.toFile(), "rw")) {
      whole.setLength(size);
      whole.getFD().sync();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }
}
