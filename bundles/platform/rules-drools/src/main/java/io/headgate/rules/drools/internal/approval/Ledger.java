package io.headgate.rules.drools.internal.approval;

import io.headgate.spi.candidate.Candidate.Step;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What was done with each set, one line each, durable before it counts. Lines are only ever added.
 * An approval counts only if its signature still verifies, so that writing into this file by hand
 * approves nothing.
 */
public final class Ledger {

  /** Somebody has staged it. */
  public static final String STAGED = "STAGED";

  /** It was saved in the rules folder and waits. */
  public static final String SAVED = "SAVED";

  /** It judges beside the serving set, or does not any more. */
  public static final String SHADOWED = "SHADOWED";

  /** Somebody has signed it. */
  public static final String APPROVED = "APPROVED";

  /** It serves by an act. */
  public static final String ACTIVATED = "ACTIVATED";

  /** It serves again by an act. */
  public static final String ROLLED_BACK = "ROLLED_BACK";

  /** It serves because it was saved in the rules folder. */
  public static final String SERVED = "SERVED";

  /** It serves because another node of the firm has let it serve. */
  public static final String RECEIVED = "RECEIVED";

  private static final String TAB = "\t";
  private static final int FIELDS = 6;

  private final Path file;
  private final List<Line> lines = new ArrayList<>();

  /**
   * One line.
   *
   * @param hash of the set
   * @param step what was done
   * @param detail folder that it comes from; the signature of an approval; for what serves, the
   *     hash that the rules folder had then
   */
  public record Line(String hash, Step step, String detail) {}

  /**
   * Reads what is there.
   *
   * @throws IOException if it cannot be read, or a line is not one of these
   */
  public Ledger(Path file) throws IOException {
    this.file = file;
    if (!Files.exists(file)) {
      return;
    }
    String text = Files.readString(file, StandardCharsets.UTF_8);
    // A line without its end was being written when the node died; it never counted.
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
            .formatted(file, number, line.length() > 80 ? line.substring(0, 80) : line));
  }

  /**
   * Adds a line, durably. What serves now has a later time than what served before, whatever the
   * clocks of the nodes say: so every node agrees on which act was the last.
   */
  public synchronized void add(String hash, Step step, String detail) throws IOException {
    Step plain = new Step(step.time(), step.what(), plain(step.who()), plain(step.why()));
    Line line = new Line(hash, plain, plain(detail));
    List<Line> served = served();
    if (serves(line) && !served.isEmpty()) {
      long after = served.get(served.size() - 1).step().time() + 1;
      plain = new Step(Math.max(plain.time(), after), plain.what(), plain.who(), plain.why());
      line = new Line(hash, plain, line.detail());
    }
    String text =
        String.join(
                TAB,
                Long.toString(plain.time()),
                hash,
                plain.what(),
                plain.who(),
                plain.why(),
                line.detail())
            + "\n";
    Files.createDirectories(file.getParent());
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    lines.add(line);
  }

  private static String plain(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }

  /** The lines of one set. */
  public synchronized List<Line> of(String hash) {
    return lines.stream().filter(line -> line.hash().equals(hash)).toList();
  }

  /** All sets, the one with the latest line first. */
  public synchronized List<String> sets() {
    Set<String> sets = new LinkedHashSet<>();
    for (int i = lines.size() - 1; i >= 0; i--) {
      sets.add(lines.get(i).hash());
    }
    return List.copyOf(sets);
  }

  private static boolean serves(Line line) {
    return switch (line.step().what()) {
      case ACTIVATED, ROLLED_BACK, SERVED, RECEIVED -> true;
      default -> false;
    };
  }

  /** The lines that say what serves, the latest last. */
  public synchronized List<Line> served() {
    return lines.stream().filter(Ledger::serves).toList();
  }
}
