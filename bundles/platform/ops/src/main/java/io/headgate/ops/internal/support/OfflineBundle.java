package io.headgate.ops.internal.support;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** The bundle of a node that does not run: versions, settings and logs. Called by the script. */
public final class OfflineBundle {

  private OfflineBundle() {}

  /**
   * Writes it.
   *
   * @param arguments folder of the distribution, of its settings, of its data, and the file
   */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws IOException {
    PrintStream out = System.out;
    Secrets secrets = new Secrets();
    secrets.learn(System.getenv());
    secrets.learn(Path.of(arguments[1]));
    Path file = Path.of(arguments[3]);
    try (Archive archive = new Archive(file, secrets, false)) {
      archive.add("about.txt", "The node was not running.\n" + ProcessText.about());
      archive.addSettings(Path.of(arguments[1]));
      archive.addLogs(Path.of(arguments[2]).resolve("log"));
    }
    out.println(file);
  }
}
