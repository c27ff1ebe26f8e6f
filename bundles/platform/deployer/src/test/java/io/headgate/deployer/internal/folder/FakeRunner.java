package io.headgate.deployer.internal.folder;

import io.headgate.deployer.internal.jar.PluginJar;
import io.headgate.deployer.internal.jar.RefusedException;
import io.headgate.deployer.internal.run.Condition;
import io.headgate.deployer.internal.run.PluginRunner;
import io.headgate.spi.deploy.Deployment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Runs nothing, and notes what it should run. */
final class FakeRunner implements PluginRunner {

  /** Version that runs, by name. */
  final Map<String, String> running = new TreeMap<>();

  /** Versions in the order in which they were started, also those that failed. */
  final List<String> started = new ArrayList<>();

  /** Why a version does not start. */
  final Map<String, String> failing = new HashMap<>();

  /** Why a version cannot even be tried. */
  final Map<String, String> impossible = new HashMap<>();

  /** What has become of a plug-in since, by name. */
  final Map<String, String> conditions = new HashMap<>();

  private final Map<String, Integer> runs = new HashMap<>();

  @Override
  public void check(PluginJar plugin) throws RefusedException {
    refuse(impossible.get(plugin.version().toString()));
  }

  @Override
  public void run(PluginJar plugin, Path jar) throws RefusedException {
    String version = plugin.version().toString();
    started.add(version);
    running.remove(plugin.name());
    refuse(failing.get(version));
    running.put(plugin.name(), version);
    runs.merge(plugin.name(), 1, Integer::sum);
  }

  private static void refuse(@Nullable String reason) throws RefusedException {
    if (reason != null) {
      throw new RefusedException(reason);
    }
  }

  @Override
  public void stop(String name) {
    running.remove(name);
  }

  @Override
  public Condition condition(PluginJar plugin) {
    String reason = conditions.get(plugin.name());
    return reason == null ? Condition.ACTIVE : new Condition(Deployment.State.FAILED, reason);
  }

  @Override
  public String mark(String name) {
    return running.containsKey(name) ? "run " + runs.get(name) : "";
  }

  @Override
  public void stopAllBut(Set<String> names) {
    running.keySet().retainAll(names);
  }
}
