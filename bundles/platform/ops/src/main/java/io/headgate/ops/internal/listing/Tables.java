package io.headgate.ops.internal.listing;

import io.headgate.spi.noun.Field;
import io.headgate.spi.noun.Noun;
import io.headgate.spi.noun.NounJson;
import io.headgate.spi.noun.Row;
import io.headgate.spi.noun.Rows;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;

/** Prints rows. */
public final class Tables {

  private Tables() {}

  /** Prints rows as a JSON array of objects with every field. */
  public static void json(PrintStream out, Rows rows) {
    out.println(NounJson.array(rows));
  }

  /** Prints one row as a JSON object with every field. */
  public static void json(PrintStream out, Row row) {
    out.println(NounJson.object(row));
  }

  /**
   * Prints rows as a table.
   *
   * @param columns fields that are wanted, with commas; empty for those of the noun, {@code all}
   *     for all
   * @throws IllegalArgumentException if there is no such field; the message lists those there are
   */
  public static void table(PrintStream out, Rows rows, String columns) {
    List<String> wanted = columns(rows.noun(), columns);
    ShellTable table = new ShellTable().emptyTableText("none");
    wanted.forEach(table::column);
    for (Row row : rows.rows()) {
      List<Object> cells = new ArrayList<>();
      wanted.forEach(field -> cells.add(cell(row.get(field))));
      table.addRow().addContent(cells);
    }
    table.print(out);
  }

  private static List<String> columns(Noun<?> noun, String columns) {
    if (columns.equals("all")) {
      return noun.fieldNames();
    }
    if (!columns.isBlank()) {
      List<String> names = noun.fieldNames();
      List<String> wanted = Arrays.stream(columns.split(",", -1)).map(String::trim).toList();
      for (String name : wanted) {
        if (!names.contains(name)) {
          throw new IllegalArgumentException(
              "--columns: no field '%s'; there are %s".formatted(name, String.join(",", names)));
        }
      }
      return wanted;
    }
    return noun.fields().stream().filter(Field::column).map(Field::name).toList();
  }

  /** Prints one row as a list of its fields, nested ones below their parent's name. */
  public static void fields(PrintStream out, Row row) {
    ShellTable table = new ShellTable();
    table.column("field");
    table.column("value");
    table.column("unit");
    add(table, "", row);
    table.print(out);
  }

  private static void add(ShellTable table, String prefix, Row row) {
    List<? extends Field<?>> fields = row.noun().fields();
    for (int i = 0; i < fields.size(); i++) {
      Field<?> field = fields.get(i);
      Object value = row.values().get(i);
      String name = prefix + field.name();
      if (value instanceof Row nested) {
        add(table, name + ".", nested);
      } else if (field.type() == Field.Type.ROWS && value instanceof List<?> rows) {
        table.addRow().addContent(name, Integer.toString(rows.size()), "rows");
        rows.forEach(one -> table.addRow().addContent("", cell(one), ""));
      } else {
        table.addRow().addContent(name, cell(value), field.unit());
      }
    }
  }

  /** A value in one cell. */
  static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Row row) {
      return row.values().stream()
          .map(Tables::cell)
          .filter(text -> !text.isEmpty())
          .collect(Collectors.joining(" "));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Tables::cell).collect(Collectors.joining(", "));
    }
    if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
      return Long.toString(number.longValue());
    }
    return value.toString();
  }
}
