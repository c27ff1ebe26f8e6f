package io.headgate.node.internal.watch;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Components of Headgate that could not be activated, with the message of their exception. */
public final class ComponentFaults {

  private static final String OURS = "io.headgate.";

  /**
   * One of them.
   *
   * @param bundle symbolic name of its bundle
   * @param pid configuration behind it, {@code service.pid}; else the component's name
   * @param message why
   */
  public record Fault(String bundle, String pid, String message) {}

  private ComponentFaults() {}

  /**
   * One line for each component that has failed.
   *
   * @param pid configuration that must stand behind it, {@code service.pid} or {@code
   *     service.factoryPid}; empty: any
   */
  public static List<String> of(ServiceComponentRuntime runtime, String pid) {
    return all(runtime, pid).stream().map(Fault::message).toList();
  }

  /** As {@link #of}, with where each comes from. */
  static List<Fault> all(ServiceComponentRuntime runtime, String pid) {
    List<Fault> faults = new ArrayList<>();
    for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs()) {
      if (!component.bundle.symbolicName.startsWith(OURS)) {
        continue;
      }
      for (ComponentConfigurationDTO configuration :
          runtime.getComponentConfigurationDTOs(component)) {
        if (configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION
            && (pid.isEmpty() || configuredBy(configuration, pid))) {
          Object from = configuration.properties.get("service.pid");
          faults.add(
              new Fault(
                  component.bundle.symbolicName,
                  from == null ? component.name : from.toString(),
                  rootMessage(String.valueOf(configuration.failure))));
        }
      }
    }
    return faults;
  }

  private static boolean configuredBy(ComponentConfigurationDTO configuration, String pid) {
    return pid.equals(configuration.properties.get("service.pid"))
        || pid.equals(configuration.properties.get("service.factoryPid"));
  }

  /**
   * The message of the innermost cause in a stack trace, which is the one that a person can act on.
   */
  static String rootMessage(String stackTrace) {
    String message = "";
    for (String line : stackTrace.split("\\R")) {
      String text = line.startsWith("Caused by: ") ? line.substring("Caused by: ".length()) : line;
      if (message.isEmpty() || line.startsWith("Caused by: ")) {
        int colon = text.indexOf(": ");
        message = colon < 0 ? text : text.substring(colon + 2);
      }
    }
    return message.trim();
  }
}
