package io.headgate.rules.drools.internal.approval;

import io.headgate.rules.drools.internal.approval.Ledger.Line;

/**
 * What stood beside the rules when a set began to serve, as its line of the history says it.
 *
 * @param folder hash of the files of the rules folder, as they were taken; empty if not known
 * @param limits hash of that folder's limits alone; empty if not known
 * @param limitsOf hash of the set whose limits served; empty: those of the folder did
 */
record Beside(String folder, String limits, String limitsOf) {

  private static final String NONE = "-";
  private static final int WORDS = 3;

  /** Lines of earlier versions have fewer words: their limits, if any, were those of their set. */
  static Beside of(Line line) {
    String[] words = line.detail().split(" ", WORDS);
    return new Beside(
        text(words[0]),
        words.length < WORDS ? "" : text(words[1]),
        words.length < WORDS ? line.hash() : text(words[2]));
  }

  private static String text(String word) {
    return word.equals(NONE) ? "" : word;
  }

  /** The same, with other files in the folder. */
  Beside withFolder(String hash) {
    return new Beside(hash, limits, limitsOf);
  }

  /** The same, once the limits of the folder serve. */
  Beside withoutLimits() {
    return new Beside(folder, limits, "");
  }

  /** As it is written down. */
  String written() {
    return String.join(" ", word(folder), word(limits), word(limitsOf));
  }

  private static String word(String text) {
    return text.isEmpty() ? NONE : text;
  }
}
