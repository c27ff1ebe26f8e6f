package io.headgate.node.internal.session.report;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps, lists, texts, numbers, booleans and null as one line of JSON (RFC 8259). */
public final class JsonText {

  private static final int FIRST_PRINTABLE = 0x20;

  private JsonText() {}

  /**
   * @throws IllegalArgumentException for a value of another type, a NaN or an infinity
   */
  public static String of(@Nullable Object value) {
    StringBuilder json = new StringBuilder();
    append(json, value);
    return json.toString();
  }

  private static void append(StringBuilder json, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      object(json, map);
    } else if (value instanceof List<?> list) {
      array(json, list);
    } else if (value instanceof CharSequence text) {
      text(json, text);
    } else if (value instanceof BigDecimal number) {
      json.append(number.toPlainString());
    } else if (value instanceof Double number && !Double.isFinite(number)) {
      throw new IllegalArgumentException("JSON has no number for " + number);
    } else if (value == null
        || value instanceof Boolean
        || value instanceof Integer
        || value instanceof Long
        || value instanceof Double) {
      json.append(value);
    } else {
      throw new IllegalArgumentException("no JSON for " + value.getClass());
    }
  }

  private static void object(StringBuilder json, Map<?, ?> map) {
    json.append('{');
    String separator = "";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      json.append(separator);
      text(json, String.valueOf(entry.getKey()));
      json.append(':');
      append(json, entry.getValue());
      separator = ",";
    }
    json.append('}');
  }

  private static void array(StringBuilder json, List<?> list) {
    json.append('[');
    for (Iterator<?> values = list.iterator(); values.hasNext(); ) {
      append(json, values.next());
      if (values.hasNext()) {
        json.append(',');
      }
    }
    json.append(']');
  }

  private static void text(StringBuilder json, CharSequence text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> {
          if (c < FIRST_PRINTABLE) {
            json.append("\\u%04x".formatted((int) c));
          } else {
            json.append(c);
          }
        }
      }
    }
    json.append('"');
  }
}
