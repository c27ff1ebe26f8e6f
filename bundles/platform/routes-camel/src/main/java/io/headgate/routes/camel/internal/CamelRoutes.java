package io.headgate.routes.camel.internal;

import io.headgate.routes.camel.internal.service.Services;
import io.headgate.spi.node.NodeInfo;
import io.headgate.spi.plugin.ConfigFile;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.HealthCheck;
import io.headgate.spi.plugin.SettingsInForce;
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
import org.osgi.service.component.annotations.Modified;
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
    configurationPid = CamelRoutes.PID)
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

  static final String PID = "io.headgate.routes";

  /** Null in a replay: there the engine goes straight from the decision to the connector. */
  private final @Nullable RouteRuntime runtime;

  private final String nodeId;
  private final RouteSettings running;
  private final SettingsInForce<RouteSettings> configured;

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
    this.nodeId = node.id();
    this.running = settings(config, properties, nodeId);
    this.configured = SettingsInForce.of(running);
    this.runtime = node.mode() == NodeInfo.Mode.LIVE ? new RouteRuntime(running, services) : null;
    if (runtime != null) {
      runtime.start();
    }
  }

  private static RouteSettings settings(
      Config config, Map<String, Object> properties, String node) {
    ConfigFile file = new ConfigFile(PID, properties);
    Map<String, String> placeholders = new TreeMap<>();
    properties.forEach((key, value) -> placeholders.put(key, String.valueOf(value)));
    placeholders.put("headgate.data", System.getProperty("karaf.data", "data"));
    placeholders.put("headgate.node", node);
    return new RouteSettings(
        Path.of(System.getProperty("karaf.etc", "etc")).resolve(config.directory()),
        file.whole("watchMillis", config::watchMillis, 50, 60_000),
        file.whole("retryMillis", config::retryMillis, 10, 60_000),
        file.whole("shutdownMillis", config::shutdownMillis, 100, 60_000),
        file.flag("jmx", config::jmx),
        placeholders);
  }

  /** The routes go on as they are: a changed configuration counts from the next start. */
  @Modified
  void modified(Config config, Map<String, Object> properties) {
    configured.change(() -> settings(config, properties, nodeId));
  }

  @Override
  public Health configuration() {
    return configured.healthOf(running, "etc/" + PID + ".cfg");
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
    Health health = runtime == null ? Health.UP : runtime.health();
    return health.state() == Health.State.UP ? configuration() : health;
  }
}
