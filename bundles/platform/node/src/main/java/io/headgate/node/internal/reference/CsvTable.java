package io.headgate.node.internal.reference;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * One CSV file in UTF-8, with {@code #} comments and a header line, read row by row into faults and
 * values. Every fault of the file is collected, so that a person corrects it in one go.
 */
final class CsvTable<T> {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setCommentMarker('#')
          .setIgnoreEmptyLines(true)
          .setIgnoreSurroundingSpaces(true)
          .get();

  private static final int MAX_FAULTS = 20;

  private final String file;
  private final List<String> columns;
  private final Function<CsvRow, T> reader;
  private final Function<T, Object> key;
  private final List<T> values = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private final Set<Object> keys = new HashSet<>();

  /**
   * @param file path as a person knows it
   * @param columns the header that the file must have
   * @param reader turns a row into a value; throws {@link IllegalArgumentException} for a bad one
   * @param key what must be unique in the file
   */
  CsvTable(String file, List<String> columns, Function<CsvRow, T> reader, Function<T, Object> key) {
    this.file = file;
    this.columns = columns;
    this.reader = reader;
    this.key = key;
  }

  /** What a file held. Values are of use only where there is no fault. */
  record Content<T>(List<T> values, List<Fault> faults) {}

  Content<T> read(byte[] bytes) {
    try (CSVParser parser = FORMAT.parse(new StringReader(decode(bytes)))) {
      Iterator<CSVRecord> rows = parser.iterator();
      if (!rows.hasNext()) {
        fault(0, "is empty, expected the header " + header());
      } else if (isHeader(rows.next(), parser.getCurrentLineNumber())) {
        while (rows.hasNext() && faults.size() < MAX_FAULTS) {
          row(rows.next(), parser.getCurrentLineNumber());
        }
      }
    } catch (CharacterCodingException e) {
      fault(0, "is not UTF-8 text; save it as UTF-8");
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      fault(0, "cannot be read as CSV: " + e.getMessage());
    }
    return new Content<>(List.copyOf(values), List.copyOf(faults));
  }

  private boolean isHeader(CSVRecord first, long line) {
    if (first.toList().equals(columns)) {
      return true;
    }
    fault(line, "header is '%s', expected '%s'".formatted(String.join(",", first), header()));
    return false;
  }

  private void row(CSVRecord row, long line) {
    if (row.size() != columns.size()) {
      fault(
          line, "has %d columns, expected %d: %s".formatted(row.size(), columns.size(), header()));
      return;
    }
    try {
      T value = reader.apply(new CsvRow(columns, row.toList()));
      if (keys.add(key.apply(value))) {
        values.add(value);
      } else {
        fault(line, "%s stands in the file twice".formatted(key.apply(value)));
      }
    } catch (IllegalArgumentException e) {
      fault(line, String.valueOf(e.getMessage()));
    }
  }

  private void fault(long line, String message) {
    faults.add(new Fault(file, line, message));
  }

  private String header() {
    return String.join(",", columns);
  }

  private static String decode(byte[] bytes) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
