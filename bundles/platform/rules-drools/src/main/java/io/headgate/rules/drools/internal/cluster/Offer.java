package io.headgate.rules.drools.internal.cluster;

import io.headgate.rules.drools.internal.approval.Ledger.Line;
import io.headgate.spi.candidate.Candidate.Step;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A rule set as it travels between nodes: all its files, and what its node knows of it. Nothing in
 * it is believed: the files must give the hash, and the signatures must verify.
 *
 * @param hash of the files
 * @param act how it came to serve: time, what, who and why
 * @param lines where it comes from and who has signed it
 * @param files contents by path below the rules folder
 */
record Offer(String hash, Step act, List<Line> lines, SortedMap<String, byte[]> files) {

  private static final int VERSION = 1;
  private static final int MAX_LINES = 100;
  private static final int MAX_FILES = 1_200;

  byte[] encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeUTF(hash);
      write(out, act);
      int kept = Math.min(lines.size(), MAX_LINES);
      out.writeInt(kept);
      for (Line line : lines.subList(lines.size() - kept, lines.size())) {
        write(out, line.step());
        out.writeUTF(line.detail());
      }
      out.writeInt(files.size());
      for (var file : files.entrySet()) {
        out.writeUTF(file.getKey());
        out.writeInt(file.getValue().length);
        out.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a rule set cannot be written for other nodes", e);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, Step step) throws IOException {
    out.writeLong(step.time());
    out.writeUTF(step.what());
    out.writeUTF(step.who());
    out.writeUTF(step.why());
  }

  /**
   * Reads what another node has posted.
   *
   * @throws IllegalArgumentException if it is not what a node of this version posts
   */
  static Offer decode(byte[] content) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
      if (in.readByte() != VERSION) {
        throw new IOException("another version of Headgate has posted it");
      }
      String hash = in.readUTF();
      Step act = step(in);
      List<Line> lines = new ArrayList<>();
      for (int left = count(in, MAX_LINES, "lines"); left > 0; left--) {
        Step step = step(in);
        lines.add(new Line(hash, step, in.readUTF()));
      }
      SortedMap<String, byte[]> files = new TreeMap<>();
      for (int left = count(in, MAX_FILES, "files"); left > 0; left--) {
        String path = in.readUTF();
        files.put(path, in.readNBytes(count(in, in.available(), "bytes")));
      }
      if (in.available() > 0) {
        throw new IOException("more follows where it should end");
      }
      return new Offer(hash, act, lines, files);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "what was posted as a rule set cannot be read (%s); run the same version of Headgate on every node"
              .formatted(e.getMessage() == null ? "it ends too early" : e.getMessage()),
          e);
    }
  }

  private static Step step(DataInputStream in) throws IOException {
    return new Step(in.readLong(), in.readUTF(), in.readUTF(), in.readUTF());
  }

  private static int count(DataInputStream in, int most, String what) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > most) {
      throw new IOException("%d %s, expected 0 to %d".formatted(count, what, most));
    }
    return count;
  }
}
