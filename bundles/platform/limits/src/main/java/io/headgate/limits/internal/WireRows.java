package io.headgate.limits.internal;

import io.headgate.model.decision.Severity;
import io.headgate.spi.cluster.Posting;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.LimitRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Limits as they travel between nodes.
 *
 * @param hash of the rows
 * @param rows all rows, those that are not yet in force too
 */
record WireRows(String hash, List<LimitRow> rows) {

  private static final int VERSION = 1;
  private static final int MAX_ROWS = 200_000;

  /**
   * Writes limits for other nodes.
   *
   * @throws IllegalArgumentException if they are more than travel, or a text is too long
   */
  static byte[] encode(LimitTable table) {
    if (table.rows().size() > MAX_ROWS) {
      throw new IllegalArgumentException(
          "%d rows, expected at most %d".formatted(table.rows().size(), MAX_ROWS));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeUTF(table.hash());
      out.writeInt(table.rows().size());
      for (LimitRow row : table.rows()) {
        write(row, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("limits cannot be written for other nodes", e);
    }
    if (bytes.size() > Posting.MAX_BYTES) {
      throw new IllegalArgumentException(
          "%d bytes, expected at most %d".formatted(bytes.size(), Posting.MAX_BYTES));
    }
    return bytes.toByteArray();
  }

  private static void write(LimitRow row, DataOutputStream out) throws IOException {
    try {
      out.writeUTF(row.who());
      out.writeUTF(row.what());
      out.writeUTF(row.kind().name());
      out.writeLong(row.value());
      out.writeUTF(row.severity().name());
      out.writeLong(row.effectiveFrom());
      out.writeLong(row.effectiveTo());
      out.writeUTF(row.owner());
      out.writeUTF(row.basis());
      out.writeUTF(row.source());
    } catch (UTFDataFormatException e) {
      throw new IllegalArgumentException(row.source() + " has a text that is too long", e);
    }
  }

  /**
   * Reads what another node has posted.
   *
   * @throws IllegalArgumentException if it is not what a node of this version posts
   */
  static WireRows decode(byte[] content) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
      if (in.readByte() != VERSION) {
        throw new IOException("another version of Headgate has posted them");
      }
      String hash = in.readUTF();
      int count = in.readInt();
      if (count < 0 || count > MAX_ROWS) {
        throw new IOException("%d rows, expected 0 to %d".formatted(count, MAX_ROWS));
      }
      List<LimitRow> rows = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        rows.add(row(in));
      }
      return new WireRows(hash, rows);
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          e.getMessage() == null ? "they end too early" : e.getMessage(), e);
    }
  }

  private static LimitRow row(DataInputStream in) throws IOException {
    return new LimitRow(
        in.readUTF(),
        in.readUTF(),
        LimitKind.valueOf(in.readUTF()),
        in.readLong(),
        Severity.valueOf(in.readUTF()),
        in.readLong(),
        in.readLong(),
        in.readUTF(),
        in.readUTF(),
        in.readUTF());
  }

  /** The same rows, naming the node that has them beside file and line. */
  List<LimitRow> of(String node) {
    return rows.stream()
        .map(
            row ->
                new LimitRow(
                    row.who(),
                    row.what(),
                    row.kind(),
                    row.value(),
                    row.severity(),
                    row.effectiveFrom(),
                    row.effectiveTo(),
                    row.owner(),
                    row.basis(),
                    row.source() + " on " + node))
        .toList();
  }
}
