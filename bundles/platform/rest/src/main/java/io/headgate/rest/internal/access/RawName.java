package io.headgate.rest.internal.access;

/**
 * A name as one segment of a path, still escaped. Only what every reader of a path takes for one
 * and the same segment is a name, so that guard and router cannot understand it differently.
 */
final class RawName {

  private static final int MAX_LENGTH = 256;
  private static final String PLAIN = "-_~.:@!$'()*,=+";

  /** Characters that must not hide behind an escape. */
  private static final String NEVER = "/\\;.%\u007f";

  private RawName() {}

  /** Whether a segment is one. */
  static boolean isName(String segment) {
    if (segment.isEmpty()
        || segment.length() > MAX_LENGTH
        || segment.equals(".")
        || segment.equals("..")) {
      return false;
    }
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      if (c == '%') {
        if (!isEscape(segment, i)) {
          return false;
        }
        i += 2;
      } else if (!isPlain(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || PLAIN.indexOf(c) >= 0;
  }

  private static boolean isEscape(String segment, int percent) {
    if (percent + 2 >= segment.length()) {
      return false;
    }
    int high = Character.digit(segment.charAt(percent + 1), 16);
    int low = Character.digit(segment.charAt(percent + 2), 16);
    int value = high * 16 + low;
    return high >= 0 && low >= 0 && value >= ' ' && NEVER.indexOf(value) < 0;
  }
}
