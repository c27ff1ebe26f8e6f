package io.headgate.deployer.internal.run;

import io.headgate.deployer.internal.jar.PluginJar;
import io.headgate.deployer.internal.jar.RefusedException;
import java.io.IOException;
import java.nio.file.Path;

/** Runs plug-ins, one of each name. Used by one thread. */
public interface PluginRunner {

  /**
   * Looks whether a jar could run here, without running anything.
   *
   * @throws RefusedException if it could not
   */
  void check(PluginJar plugin) throws RefusedException;

  /**
   * Starts a plug-in, in place of the one of its name that runs, and waits until it is seen to run.
   *
   * @param jar its bytes
   * @throws RefusedException if it does not run; then none of its name runs any more
   */
  void run(PluginJar plugin, Path jar) throws RefusedException, IOException;

  /** Stops a plug-in and takes it away; nothing happens if there is none. */
  void stop(String name);

  /** How a plug-in that was started is now. */
  Condition condition(PluginJar plugin);

  /** Tells this run of a plug-in from every other; empty if it does not run. */
  String mark(String name);

  /**
   * Takes away whatever a former start of the node has left, except the plug-ins of these names.
   */
  void stopAllBut(java.util.Set<String> names);
}
