package io.headgate.routes.camel.internal.order;

import java.util.List;
import org.apache.camel.util.json.JsonObject;

/**
 * One line of an order file as it was found.
 *
 * @param file name of the file; empty where there is none
 * @param number line number, the first line is 1
 * @param text the line, without its end
 * @param columns names of the CSV columns; empty for a line of JSON
 */
public record OrderLine(String file, long number, String text, List<String> columns) {

  public OrderLine {
    columns = List.copyOf(columns);
  }

  /** A line of JSON that came alone. */
  public static OrderLine json(String text) {
    return new OrderLine("", 1, text, List.of());
  }

  /** File and line, as the first fields of what is written about the line. */
  public JsonObject place() {
    JsonObject place = new JsonObject();
    if (!file.isEmpty()) {
      place.put("file", file);
      place.put("line", number);
    }
    return place;
  }

  @Override
  public String toString() {
    return file.isEmpty() ? "order" : file + " line " + number;
  }
}
