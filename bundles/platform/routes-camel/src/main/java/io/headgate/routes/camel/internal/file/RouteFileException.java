package io.headgate.routes.camel.internal.file;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A route file that cannot be put in force. */
public final class RouteFileException extends Exception {

  private static final long serialVersionUID = 1L;

  private static final Pattern LINE =
      Pattern.compile("(?:\\bline:?\\s+|\\.(?:yaml|yml|xml):)(\\d+)");
  private static final int LONGEST = 400;

  /**
   * @param file name of the file
   * @param reason what was found and what was expected
   */
  public RouteFileException(String file, String reason) {
    super(file + ": " + reason);
  }

  /**
   * Out of what Camel said.
   *
   * @param file name of the file
   * @param cause what was thrown when the file was read or its routes were made
   */
  public RouteFileException(String file, Throwable cause) {
    super(file + line(cause) + ": " + reason(cause), cause);
  }

  private static String line(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      Matcher matcher = LINE.matcher(String.valueOf(t.getMessage()));
      if (matcher.find()) {
        return " line " + matcher.group(1);
      }
    }
    return "";
  }

  /** The innermost message says what is wrong; those around it only where it was noticed. */
  private static String reason(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    String message = innermost.getMessage();
    String text =
        (message == null || message.isBlank() ? innermost.toString() : message)
            .replaceAll("\\s+", " ")
            .replaceFirst("^line \\d+: ", "")
            .trim();
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
