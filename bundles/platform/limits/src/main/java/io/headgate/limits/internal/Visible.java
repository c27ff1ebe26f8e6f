package io.headgate.limits.internal;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a text is what it looks like: a row must not look like another account's. */
final class Visible {

  /** What a message holds of a file is cut: a cell may be as large as the file. */
  private static final int MAX_SHOWN = 120;

  /** Letters and marks that are drawn as nothing. */
  private static final String BLANKS = "\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0";

  private Visible() {}

  /** The first character that is not seen, or is seen elsewhere than it stands; -1: none. */
  static int hidden(String text) {
    return text.codePoints().filter(Visible::isHidden).findFirst().orElse(-1);
  }

  private static boolean isHidden(int c) {
    int type = Character.getType(c);
    boolean plain = c == '\t' || c == '\n' || c == '\r';
    return (Character.isISOControl(c) && !plain)
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.PRIVATE_USE
        || type == Character.SURROGATE
        || (c >= 0xE0100 && c <= 0xE01EF)
        || BLANKS.indexOf(c) >= 0;
  }

  /** What a name has that a reader takes for something else; null if nothing. */
  static @Nullable String mistakable(String name) {
    Set<UnicodeScript> scripts = new HashSet<>();
    for (int c : name.codePoints().toArray()) {
      if (Character.isSpaceChar(c) && c != ' ') {
        return "a blank that is no plain one (U+%04X)".formatted(c);
      }
      if (Character.isDigit(c) && (c < '0' || c > '9')) {
        return "a digit that is none of 0 to 9 (U+%04X)".formatted(c);
      }
      if (Character.isLetter(c)) {
        scripts.add(UnicodeScript.of(c));
      }
    }
    if (scripts.size() > 1) {
      return "letters of several alphabets " + scripts;
    }
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKC);
    return plain.equals(name)
        ? null
        : "other signs than the '%s' that it reads as".formatted(shown(plain));
  }

  /** As it is shown in a message: on one line, without what a terminal would obey, not too long. */
  static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(MAX_SHOWN)
        .map(c -> isHidden(c) || Character.isISOControl(c) ? '?' : c)
        .forEach(shown::appendCodePoint);
    return text.length() > MAX_SHOWN ? shown + " …" : shown.toString();
  }
}
