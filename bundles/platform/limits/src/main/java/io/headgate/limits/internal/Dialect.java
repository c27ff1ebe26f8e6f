package io.headgate.limits.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What spreadsheets do to a file of numbers when they export it, each in its own way. */
final class Dialect {

  private static final char[] DELIMITERS = {',', ';', '\t'};
  private static final Pattern SEPARATOR = Pattern.compile("(?i)sep=[,;\t]");

  /** Other heads of columns, in lower case without blanks and dashes. */
  private static final Map<String, String> ALSO =
      Map.of(
          "scope",
          "who",
          "basis",
          "source",
          "source",
          "basis",
          "from",
          "effectiveFrom",
          "to",
          "effectiveTo");

  /** Begins a comment line. */
  static final char COMMENT = '#';

  /**
   * What a spreadsheet writes for a cell that it could not compute, or could not show. Each
   * language has words of its own: what ends with an exclamation or question mark, or is in
   * capitals.
   */
  private static final Pattern NOT_COMPUTED =
      Pattern.compile(
          "#([^\\s,;]*[!?]|\\p{Lu}[\\p{Lu}\\p{M}0-9/_]+)[ \u00A0]*[,;\t].*"
              + "|##+ *[,;\t].*[^ ,;\t].*");

  private static final Pattern SHORTENED = Pattern.compile("[-+]?[0-9.,]+[eE][-+]?[0-9]+");
  private static final Pattern DECIMAL_COMMA = Pattern.compile("-?[0-9]+,[0-9]+");
  private static final Pattern MAYBE_THOUSANDS = Pattern.compile("-?[1-9][0-9]{0,2}[.,][0-9]{3}");

  private Dialect() {}

  /**
   * The text of a file, without its byte order mark.
   *
   * @throws CharacterCodingException if it is neither UTF-8 nor UTF-16 with a mark
   */
  static String text(byte[] content) throws CharacterCodingException {
    Charset charset = StandardCharsets.UTF_8;
    if (content.length > 1 && (content[0] & 0xff) == 0xff && (content[1] & 0xff) == 0xfe) {
      charset = StandardCharsets.UTF_16LE;
    } else if (content.length > 1 && (content[0] & 0xff) == 0xfe && (content[1] & 0xff) == 0xff) {
      charset = StandardCharsets.UTF_16BE;
    }
    String text = charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** Whether the first line names the separator, as {@code sep=;}. */
  static boolean namesSeparator(String text) {
    return SEPARATOR.matcher(text.lines().findFirst().orElse("")).matches();
  }

  /** The separator that is named, or occurs most in the first line that is no comment. */
  static char delimiter(String text) {
    if (namesSeparator(text)) {
      return text.charAt("sep=".length());
    }
    String header =
        text.lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("\"#"))
            .findFirst()
            .orElse("");
    char most = DELIMITERS[0];
    for (char candidate : DELIMITERS) {
      if (count(header, candidate) > count(header, most)) {
        most = candidate;
      }
    }
    return most;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  /** Whether a line looks like a comment, and is a row that was not computed. */
  static boolean isNotComputed(String line) {
    return NOT_COMPUTED.matcher(line).matches();
  }

  /** Whether a record is a comment that was put into quotes, or nothing at all. */
  static boolean saysNothing(List<String> values) {
    boolean comment = !values.isEmpty() && values.get(0).indexOf(COMMENT) == 0;
    return values.stream().skip(comment ? 1 : 0).allMatch(String::isEmpty);
  }

  /** The column that a head means: in any case, with blanks, dashes or neither; else the head. */
  static String column(String head, List<String> columns) {
    String plain = plain(head).replaceAll("[ _-]", "").toLowerCase(Locale.ROOT);
    for (String column : columns) {
      if (column.toLowerCase(Locale.ROOT).equals(plain)) {
        return column;
      }
    }
    String also = ALSO.get(plain);
    return also != null && columns.contains(also) ? also : head;
  }

  /** A cell without the blanks around it, those that do not break included. */
  static String plain(String cell) {
    return cell.replace('\u00A0', ' ').strip();
  }

  /** A word that has one meaning in any case. */
  static String word(String cell) {
    return cell.toLowerCase(Locale.ROOT);
  }

  /** A scope as {@code account=DEMO}, whatever the case of its first word, and blanks. */
  static String scope(String cell) {
    int equals = cell.indexOf('=');
    if (equals < 0) {
      return word(cell).equals("firm") ? "firm" : cell;
    }
    return word(cell.substring(0, equals).strip()) + "=" + cell.substring(equals + 1).strip();
  }

  /** Whether a spreadsheet wrote a number as {@code 1.2E+12}, and may have left digits out. */
  static boolean isShortened(String number) {
    return SHORTENED.matcher(number).matches();
  }

  /** Whether a number could be thousands to some and a fraction to others. */
  static boolean isAmbiguous(String number, boolean commas) {
    return commas && MAYBE_THOUSANDS.matcher(number).matches();
  }

  /**
   * A number with a point, where it has a decimal comma: in files that are separated by something
   * else than commas, spreadsheets write them so.
   */
  static String number(String number, boolean commas) {
    return commas && DECIMAL_COMMA.matcher(number).matches() ? number.replace(',', '.') : number;
  }
}
