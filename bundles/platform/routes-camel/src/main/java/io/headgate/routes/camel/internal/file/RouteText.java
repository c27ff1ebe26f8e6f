package io.headgate.routes.camel.internal.file;

/**
 * A route file, read whole.
 *
 * @param name file name, with its ending
 * @param content what it says
 */
public record RouteText(String name, String content) {

  /** Whether it says nothing but comments. */
  boolean isEmpty() {
    return content.lines().allMatch(line -> line.isBlank() || line.stripLeading().startsWith("#"));
  }
}
