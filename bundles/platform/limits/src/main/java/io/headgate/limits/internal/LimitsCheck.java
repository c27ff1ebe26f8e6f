package io.headgate.limits.internal;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Checks a folder of limit files without a node. Called by the script; prints {@code file:line:
 * what is wrong}, so that an editor can jump there.
 */
public final class LimitsCheck {

  private LimitsCheck() {}

  /**
   * Checks and prints.
   *
   * @param arguments the folder
   */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) {
    if (!check(Path.of(arguments[0]), System.out)) {
      System.exit(1);
    }
  }

  /**
   * Checks a folder.
   *
   * @param out takes one line for each fault, or one that says what was found
   * @return whether a node would take it
   */
  static boolean check(Path folder, PrintStream out) {
    LimitSet set = new LimitFolder(folder).read(List.of());
    if (set.faults().isEmpty()) {
      out.printf("%d limits in %d files are sound%n", set.rows().size(), set.files().size());
    }
    for (String fault : set.faults()) {
      out.println(fault.replaceFirst("^(limits[^:]*): ", "$1:1: "));
    }
    return set.faults().isEmpty();
  }
}
