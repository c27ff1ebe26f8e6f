package io.headgate.spi.noun;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one writer of JSON for rows; every face uses it. */
public final class NounJson {

  private NounJson() {}

  /** One row as an object with every field. */
  public static String object(Row row) {
    StringBuilder out = new StringBuilder(256);
    append(out, row);
    return out.toString();
  }

  /** Rows as an array of objects. */
  public static String array(Rows rows) {
    StringBuilder out = new StringBuilder(1024);
    appendAll(out, rows.rows());
    return out.toString();
  }

  /** Rows under their plural: {@code {"orders":[...]}}. */
  public static String listing(Rows rows) {
    StringBuilder out = new StringBuilder(1024).append('{');
    quote(out, rows.noun().plural());
    out.append(':');
    appendAll(out, rows.rows());
    return out.append('}').toString();
  }

  private static void append(StringBuilder out, Row row) {
    out.append('{');
    List<? extends Field<?>> fields = row.noun().fields();
    for (int i = 0; i < fields.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      quote(out, fields.get(i).name());
      out.append(':');
      value(out, row.values().get(i));
    }
    out.append('}');
  }

  private static void appendAll(StringBuilder out, List<?> values) {
    out.append('[');
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      value(out, values.get(i));
    }
    out.append(']');
  }

  private static void value(StringBuilder out, @Nullable Object value) {
    if (value instanceof String text) {
      quote(out, text);
    } else if (value instanceof Row row) {
      append(out, row);
    } else if (value instanceof List<?> list) {
      appendAll(out, list);
    } else if (value instanceof Double number && (number.isNaN() || number.isInfinite())) {
      // JSON has no word for it.
      out.append("null");
    } else {
      out.append(value);
    }
  }

  private static void quote(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ' || c == '\u2028' || c == '\u2029' || Character.isSurrogate(c)) {
            escape(out, text, i, c);
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static void escape(StringBuilder out, String text, int at, char c) {
    boolean first = Character.isHighSurrogate(c);
    int other = first ? at + 1 : at - 1;
    boolean paired =
        other >= 0
            && other < text.length()
            && Character.isSurrogatePair(
                first ? c : text.charAt(other), first ? text.charAt(other) : c);
    if (paired) {
      out.append(c);
    } else {
      out.append("\\u%04x".formatted((int) c));
    }
  }
}
