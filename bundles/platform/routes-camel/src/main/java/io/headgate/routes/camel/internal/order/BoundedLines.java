package io.headgate.routes.camel.internal.order;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines of UTF-8 of at most {@value #MAX_LENGTH} characters, whatever is thrown at it: what
 * is longer is cut, what is no UTF-8 becomes U+FFFD. {@link #requireWhole} knows both again.
 */
final class BoundedLines implements Closeable {

  static final int MAX_LENGTH = 16_384;

  private static final char NO_UTF8 = '\uFFFD';
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Reader reader;
  private boolean begun;

  BoundedLines(InputStream content) {
    this.reader = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8));
  }

  /** The next line without its end, or null after the last. */
  @Nullable String next() throws IOException {
    int c = reader.read();
    if (c < 0) {
      return null;
    }
    if (!begun && c == BYTE_ORDER_MARK) {
      c = reader.read();
    }
    begun = true;
    StringBuilder line = new StringBuilder();
    while (c >= 0 && c != '\n') {
      // One character more than allowed shows that the line was longer.
      if (line.length() <= MAX_LENGTH) {
        line.append((char) c);
      }
      c = reader.read();
    }
    int last = line.length() - 1;
    return last >= 0 && line.charAt(last) == '\r' ? line.substring(0, last) : line.toString();
  }

  /**
   * Refuses a line of which something was lost.
   *
   * @throws IllegalArgumentException if it was cut, or was no UTF-8
   */
  static void requireWhole(String line) {
    if (line.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "the line has more than %d characters".formatted(MAX_LENGTH));
    }
    if (line.indexOf(NO_UTF8) >= 0) {
      throw new IllegalArgumentException(
          "column %d is no UTF-8".formatted(line.indexOf(NO_UTF8) + 1));
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
