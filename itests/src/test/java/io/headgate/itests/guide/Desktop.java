package io.headgate.itests.guide;

import io.headgate.itests.node.Finished;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Where a reader works: a folder with a shell, and the console of a node. */
interface Desktop {

  /** Where paths of the page begin. */
  Path folder();

  /** Runs a shell command. */
  Finished shell(String command, Duration atMost) throws IOException;

  /** Runs a command on the console of the node. */
  Finished console(String command) throws IOException;

  /** A line of the page with the ports of this node in place of the usual ones. */
  String real(String line);
}
