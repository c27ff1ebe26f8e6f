package io.headgate.itests.guide;

import java.nio.file.Path;
import java.util.List;

/** One thing that a page tells its reader to do. */
sealed interface Step {

  /** Line of the page where it stands. */
  int line();

  /**
   * A command, for the shell or for the console of the node.
   *
   * @param text what is typed
   * @param expected lines that must appear in its output, in this order
   * @param exitCode what it must end with
   */
  record Command(int line, Where where, String text, List<String> expected, int exitCode)
      implements Step {

    /** Whether it only looks, so that it may be repeated until it shows what the page shows. */
    boolean looks() {
      if (where == Where.SHELL && text.contains("curl ")) {
        return !text.matches("(?s).*\\s(-d|--data\\S*|-X|-T)\\s.*");
      }
      return text.matches("(?s)(.*client\\s+['\"])?\\s*[a-z]+:(list|show|status|health|metrics).*");
    }
  }

  /** Where a command is typed. */
  enum Where {
    SHELL,
    CONSOLE
  }

  /**
   * A file that the reader writes.
   *
   * @param path relative to the folder that the reader works in
   */
  record Write(int line, Path path, String content) implements Step {}
}
