package io.headgate.node.internal.reference;

/**
 * What is wrong in a file.
 *
 * @param file path as a person knows it, for example {@code etc/reference/accounts.csv}
 * @param line line, from 1; 0 where it concerns the whole file
 * @param message column, value found, what was expected
 */
record Fault(String file, long line, String message) {

  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + ": " + message;
  }
}
