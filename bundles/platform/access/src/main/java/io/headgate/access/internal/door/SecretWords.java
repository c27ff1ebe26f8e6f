package io.headgate.access.internal.door;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes passwords and the like out of what is written down. */
final class SecretWords {

  private static final String WORD = "(?:\"[^\"]*\"|'[^']*'|[^\\s;|\"']+)";

  /** The password that the command which makes a user takes as its second argument. */
  private static final Pattern NEW_USER =
      Pattern.compile("(?i)(\\b(?:jaas:)?user-?add\\s+" + WORD + "\\s+)" + WORD);

  /** What follows a word that says so, with or without = and blanks between. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)([^\\s;|]*(?:passw(?:or)?d|passphrase|secret|token|credential|private-?key)[^\\s=;|]*"
              + "(?:\\s*=\\s*|\\s+))"
              + WORD);

  /** Option -P of the ssh command. */
  private static final Pattern SSH_PASSWORD = Pattern.compile("(\\s-P\\s+)" + WORD);

  private SecretWords() {}

  /** The same text with *** for what is secret. */
  static String hidden(String text) {
    String hidden = text;
    for (Pattern pattern : new Pattern[] {NEW_USER, NAMED, SSH_PASSWORD}) {
      Matcher matcher = pattern.matcher(hidden);
      hidden = matcher.replaceAll("$1***");
    }
    return hidden;
  }
}
