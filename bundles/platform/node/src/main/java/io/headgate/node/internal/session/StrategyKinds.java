package io.headgate.node.internal.session;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** The strategies that can be configured on this node, and the keys that each has. */
record StrategyKinds(ServiceComponentRuntime components) {

  /** What stands before the name of every strategy in the name of its configuration. */
  static final String PIDS = "io.headgate.strategies.";

  private static final long START_MILLIS = 5_000;
  private static final long STEP_MILLIS = 50;

  static String pid(String kind) {
    return PIDS + kind;
  }

  /** Their names, such as {@code momentum}. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (ComponentDescriptionDTO component : components.getComponentDescriptionDTOs()) {
      Arrays.stream(component.configurationPid)
          .filter(pid -> pid.startsWith(PIDS))
          .forEach(pid -> names.add(pid.substring(PIDS.length())));
    }
    return names;
  }

  /** Keys of the configuration of one of them. */
  Set<String> keys(String kind) {
    Set<String> keys = new TreeSet<>();
    for (ComponentDescriptionDTO component : components.getComponentDescriptionDTOs()) {
      if (Arrays.asList(component.configurationPid).contains(pid(kind))) {
        keys.addAll(component.properties.keySet());
      }
    }
    return keys;
  }

  /**
   * Refuses a strategy that this node does not have, and settings that the strategy does not.
   *
   * @throws UsageException naming what was found and what there is
   */
  void check(String kind, Set<String> settings) throws InterruptedException {
    long start = System.nanoTime();
    // Its bundle may still be starting.
    while (!names().contains(kind)) {
      if (System.nanoTime() - start > START_MILLIS * 1_000_000) {
        throw new UsageException("--strategy is '%s', expected one of %s".formatted(kind, names()));
      }
      Thread.sleep(STEP_MILLIS);
    }
    Set<String> keys = keys(kind);
    for (String setting : settings) {
      if (!keys.contains(setting)) {
        throw new UsageException(
            "--set has the key '%s', expected one of %s".formatted(setting, keys));
      }
    }
  }
}
