package io.headgate.rules.drools.internal.sentence;

import io.headgate.rules.drools.internal.text.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One piece of a sentence.
 *
 * @param kind what sort of piece
 * @param text as written; of a text in quotes and of a slot, what stands between
 */
public record Piece(Kind kind, String text) {

  /** What sort of piece. */
  public enum Kind {
    WORD,
    NUMBER,
    QUOTED,
    MARK,
    SLOT
  }

  private static final int MAX_LENGTH = 500;
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,20})?");
  private static final Pattern SLOT = Pattern.compile("[a-z][a-z0-9]{0,15}");

  /** Whether it is this word, in whatever case. */
  boolean isWord(String word) {
    return kind == Kind.WORD && text.equalsIgnoreCase(word);
  }

  boolean isMark(String mark) {
    return kind == Kind.MARK && text.equals(mark);
  }

  /**
   * Cuts a sentence; a full stop at its end is left out.
   *
   * @param line for messages
   * @throws Refused at a character that no sentence has
   */
  public static List<Piece> cut(String sentence, int line) throws Refused {
    String text = sentence.strip();
    if (text.length() > MAX_LENGTH) {
      throw new Refused(
          line,
          "found a sentence of %d characters; expected at most %d"
              .formatted(text.length(), MAX_LENGTH));
    }
    return new Cutter(text.endsWith(".") ? text.substring(0, text.length() - 1) : text, line).cut();
  }

  /** Goes through one sentence. */
  private static final class Cutter {
    private final String text;
    private final int line;
    private final List<Piece> pieces = new ArrayList<>();
    private int at;

    private Cutter(String text, int line) {
      this.text = text;
      this.line = line;
    }

    private List<Piece> cut() throws Refused {
      while (at < text.length()) {
        char c = text.charAt(at);
        if (c == ' ' || c == '\t') {
          at++;
        } else if (c == '"') {
          enclosed('"', Kind.QUOTED);
        } else if (c == '{') {
          enclosed('}', Kind.SLOT);
        } else if (c == ',' || c == ':') {
          pieces.add(new Piece(Kind.MARK, String.valueOf(c)));
          at++;
        } else {
          word();
        }
      }
      return pieces;
    }

    private void enclosed(char end, Kind kind) throws Refused {
      int close = text.indexOf(end, at + 1);
      if (close < 0) {
        throw new Refused(
            line, "found %s and no %s after it; expected both".formatted(text.charAt(at), end));
      }
      String inner = text.substring(at + 1, close);
      boolean plain = inner.chars().allMatch(c -> c >= ' ' && c <= '~');
      if (!plain || (kind == Kind.SLOT && !SLOT.matcher(inner).matches())) {
        throw new Refused(
            line,
            "found '%s'; expected %s"
                .formatted(
                    inner, kind == Kind.SLOT ? "a name such as {a}" : "printable ASCII in quotes"));
      }
      pieces.add(new Piece(kind, inner));
      at = close + 1;
    }

    private void word() throws Refused {
      int start = at;
      while (at < text.length() && isWordPart(text.charAt(at))) {
        at++;
      }
      if (start == at
          && "\u201C\u201D\u201E\u2018\u2019\u00AB\u00BB".indexOf(text.charAt(at)) >= 0) {
        throw new Refused(
            line,
            "found the quote %s; expected the plain one of the keyboard, \""
                .formatted(text.charAt(at)));
      }
      if (start == at) {
        throw new Refused(
            line,
            "found '%s' in a sentence; expected words, numbers, texts in quotes, commas and colons:"
                    .formatted(text.charAt(at))
                + " what can be computed and called stands in the dictionary alone");
      }
      String word = text.substring(start, at);
      boolean number = NUMBER.matcher(word).matches();
      if (number && at + 1 < text.length() && text.charAt(at) == ',' && isDigit(at + 1)) {
        throw new Refused(
            line,
            "found '%s,%s'; expected a number without a comma, which means thousands to some and"
                    .formatted(word, text.charAt(at + 1))
                + " a decimal point to others: write 5000 or 0.5");
      }
      pieces.add(new Piece(number ? Kind.NUMBER : Kind.WORD, word));
    }

    private boolean isDigit(int index) {
      char c = text.charAt(index);
      return c >= '0' && c <= '9';
    }

    private static boolean isWordPart(char c) {
      return (c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || (c >= '0' && c <= '9')
          || "._/-'$%".indexOf(c) >= 0;
    }
  }
}
