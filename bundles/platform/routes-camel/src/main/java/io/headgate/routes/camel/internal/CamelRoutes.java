package io.headgate.routes.camel.internal;

import io.headgate.routes.camel.internal.service.Services;
import io.headgate.spi.node.NodeInfo;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.HealthCheck;
import io.headgate.spi.route.RouteControl;
import io.headgate.spi.route.RouteStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * The routes of this node, run by Camel. The context starts on a thread of its own; until then the
 * list is empty, and what changes a route waits for it.
 */
@Component(
    service = {RouteControl.class, HealthCheck.class},
    immediate = true,
    configurationPid = "io.headgate.routes")
@Designate(ocd = CamelRoutes.Config.class)
public final class CamelRoutes implements RouteControl, HealthCheck {

  /** Settings, in io.headgate.routes.cfg. */
  @ObjectClassDefinition(name = "Headgate routes")
  public @interface Config {
    @AttributeDefinition(description = "Folder of the route files; relative to the node's etc")
    String directory() default "routes";

    @AttributeDefinition(
        description = "Time between two looks at the folder, milliseconds",
        min = "50",
        max = "60000")
    long watchMillis() default 500;

    @AttributeDefinition(
        description = "Wait before a refused input is attached again, milliseconds",
        min = "10",
        max = "60000")
    long retryMillis() default 1_000;

    @AttributeDefinition(
        description = "How long a route may take to finish what is in flight, milliseconds",
        min = "100",
        max = "60000")
    long shutdownMillis() default 5_000;

    @AttributeDefinition(description = "Whether Camel shows its own MBeans; costs start time")
    boolean jmx() default false;
  }

  private static final String FILE = "io.headgate.routes.cfg";

  /** Null in a replay: there the engine goes straight from the decision to the connector. */
  private final @Nullable RouteRuntime runtime;

  /**
   * @throws IllegalArgumentException if a setting is out of range; the message names file, key,
   *     value and range
   */
  @Activate
  public CamelRoutes(
      Config config,
      Map<String, Object> properties,
      @Reference Services services,
      @Reference NodeInfo node) {
    this(
        node.mode() == NodeInfo.Mode.LIVE
            ? new RouteRuntime(settings(config, properties, node), services)
            : null);
  }

  CamelRoutes(@Nullable RouteRuntime runtime) {
    this.runtime = runtime;
    if (runtime != null) {
      runtime.start();
    }
  }

  private static RouteSettings settings(
      Config config, Map<String, Object> properties, NodeInfo node) {
    Map<String, String> placeholders = new TreeMap<>();
    properties.forEach((key, value) -> placeholders.put(key, String.valueOf(value)));
    placeholders.put("headgate.data", System.getProperty("karaf.data", "data"));
    placeholders.put("headgate.node", node.id());
    return new RouteSettings(
        Path.of(System.getProperty("karaf.etc", "etc")).resolve(config.directory()),
        range("watchMillis", config.watchMillis(), 50, 60_000),
        range("retryMillis", config.retryMillis(), 10, 60_000),
        range("shutdownMillis", config.shutdownMillis(), 100, 60_000),
        config.jmx(),
        placeholders);
  }

  private static long range(String key, long value, long lowest, long highest) {
    if (value < lowest || value > highest) {
      throw new IllegalArgumentException(
          "%s: %s is %d, expected %d to %d".formatted(FILE, key, value, lowest, highest));
    }
    return value;
  }

  @Deactivate
  void stop() {
    if (runtime != null) {
      runtime.close();
    }
  }

  @Override
  public List<RouteStatus> list() {
    return runtime == null ? List.of() : runtime.list();
  }

  @Override
  public void start(String id) {
    switchboard().start(id);
  }

  @Override
  public void stop(String id) {
    switchboard().stop(id);
  }

  @Override
  public void suspend(String id) {
    switchboard().suspend(id);
  }

  private RouteControl switchboard() {
    if (runtime == null) {
      throw new IllegalArgumentException("a replay runs no routes");
    }
    return runtime.switchboard();
  }

  @Override
  public String name() {
    return "routes";
  }

  @Override
  public Health check() {
    return runtime == null ? Health.UP : runtime.health();
  }
}
