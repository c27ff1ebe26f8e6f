package io.headgate.deployer.internal.jar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A header of a bundle's manifest: clauses with commas, parts with semicolons, quotes around both.
 */
final class ManifestHeader {

  /**
   * One clause, such as {@code a.b;version="[1,2)";resolution:=optional}.
   *
   * @param names what it is about
   * @param parameters attributes by name, directives by name and colon
   */
  record Clause(List<String> names, Map<String, String> parameters) {
    String parameter(String name, String otherwise) {
      return parameters.getOrDefault(name, otherwise);
    }
  }

  private ManifestHeader() {}

  static List<Clause> parse(@Nullable String header) {
    List<Clause> clauses = new ArrayList<>();
    for (String text : split(header == null ? "" : header, ',')) {
      List<String> names = new ArrayList<>();
      Map<String, String> parameters = new LinkedHashMap<>();
      for (String part : split(text, ';')) {
        int equals = part.indexOf('=');
        int quote = part.indexOf('"');
        if (equals < 0 || (quote >= 0 && quote < equals)) {
          names.add(part);
        } else {
          parameters.put(part.substring(0, equals).strip(), unquoted(part.substring(equals + 1)));
        }
      }
      clauses.add(new Clause(List.copyOf(names), parameters));
    }
    return clauses;
  }

  private static String unquoted(String value) {
    String text = value.strip();
    boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      }
      if (c == separator && !quoted) {
        add(parts, part);
      } else {
        part.append(c);
      }
    }
    add(parts, part);
    return parts;
  }

  private static void add(List<String> parts, StringBuilder part) {
    if (!part.toString().isBlank()) {
      parts.add(part.toString().strip());
    }
    part.setLength(0);
  }
}
