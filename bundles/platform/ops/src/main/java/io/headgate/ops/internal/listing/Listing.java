package io.headgate.ops.internal.listing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.support.table.ShellTable;

/** Rows of named values: a table for people, JSON for programs. */
public final class Listing {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final List<String> columns;
  private final List<List<String>> rows = new ArrayList<>();

  private Listing(List<String> columns) {
    this.columns = columns;
  }

  /** An empty listing with these columns, in camel case. */
  public static Listing of(String... columns) {
    return new Listing(List.of(columns));
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException if it has another number of values than there are columns
   */
  public Listing row(Object... values) {
    if (values.length != columns.size()) {
      throw new IllegalArgumentException(
          "%d values for %d columns".formatted(values.length, columns.size()));
    }
    List<String> row = new ArrayList<>(values.length);
    for (Object value : values) {
      row.add(String.valueOf(value));
    }
    rows.add(row);
    return this;
  }

  /** The rows, each by column. */
  public List<Map<String, String>> rows() {
    List<Map<String, String>> maps = new ArrayList<>(rows.size());
    for (List<String> row : rows) {
      Map<String, String> map = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        map.put(columns.get(i), row.get(i));
      }
      maps.add(map);
    }
    return maps;
  }

  /** Prints a table, or a JSON array of objects. */
  public void print(PrintStream out, boolean json) {
    if (json) {
      try {
        out.println(JSON.writeValueAsString(rows()));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("maps of text can always be written", e);
      }
      return;
    }
    ShellTable table = new ShellTable().emptyTableText("none");
    columns.forEach(table::column);
    rows.forEach(row -> table.addRow().addContent(new ArrayList<Object>(row)));
    table.print(out);
  }
}
