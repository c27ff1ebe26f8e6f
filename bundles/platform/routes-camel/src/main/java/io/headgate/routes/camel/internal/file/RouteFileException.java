package io.headgate.routes.camel.internal.file;

/** A route file that cannot be put in force. */
public final class RouteFileException extends Exception {

  private static final long serialVersionUID = 1L;

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
   * @param line where; 0 where that is not known
   * @param cause what was thrown when the file was read or its routes were made
   */
  public RouteFileException(String file, int line, Throwable cause) {
    super(file + (line > 0 ? " line " + line : "") + ": " + reason(cause), cause);
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
