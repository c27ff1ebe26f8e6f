package io.headgate.node.internal;

import io.headgate.spi.node.NodeInfo;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.HealthCheck;
import io.headgate.spi.plugin.SettingsInForce;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who this node is: {@code etc/io.headgate.node.cfg}, overruled by the system properties {@code
 * headgate.node.id}, {@code headgate.nodes} and {@code headgate.rearms}. Read once; a change takes
 * effect at the next start. Without the file there is no node: two nodes must never share an id by
 * accident.
 */
@Component(
    service = {NodeInfo.class, HealthCheck.class},
    immediate = true,
    configurationPid = ConfiguredNode.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ConfiguredNode.Config.class)
public final class ConfiguredNode implements NodeInfo, HealthCheck {

  static final String PID = "io.headgate.node";

  private static final Logger LOG = LoggerFactory.getLogger(ConfiguredNode.class);
  private static final Pattern ID = Pattern.compile("[A-Z0-9]{1,4}");
  private static final int MAX_NODES = 64;
  private static final int MAX_REARMS = 5;

  private final UnaryOperator<@Nullable String> properties;
  private final Identity identity;
  private final SettingsInForce<Identity> configured;
  private final Mode mode;
  private final String version;

  /** The configuration, checked. */
  private record Identity(String id, int configuredNodes, int rearmsNeeded) {}

  /** Configuration of the node. */
  @ObjectClassDefinition(id = PID, name = "Headgate node")
  @interface Config {
    @AttributeDefinition(description = "First part of every ClOrdID: 1 to 4 of A-Z 0-9")
    String nodeId() default "N1";

    @AttributeDefinition(
        description = "Nodes that share the additive limits, 1 to 64",
        min = "1",
        max = "64")
    int configuredNodes() default 1;

    @AttributeDefinition(
        description = "Different people that it takes to lift a kill, 1 to 5",
        min = "1",
        max = "5")
    int rearmsNeeded() default 2;
  }

  @Activate
  public ConfiguredNode(Config config, BundleContext context) {
    this(config, context::getProperty, context.getBundle().getVersion());
  }

  /**
   * @throws IllegalArgumentException if a value is out of range; the message says where it stands
   */
  ConfiguredNode(Config config, UnaryOperator<@Nullable String> properties, Version bundleVersion) {
    this.properties = properties;
    this.identity = identity(config);
    this.configured = SettingsInForce.of(identity);
    this.mode = isRecorded(properties.apply("headgate.session")) ? Mode.REPLAY : Mode.LIVE;
    this.version =
        "%d.%d.%d"
            .formatted(
                bundleVersion.getMajor(), bundleVersion.getMinor(), bundleVersion.getMicro());
    LOG.info(
        "Node {} of {}, {}, Headgate {}", identity.id, identity.configuredNodes, mode, version);
  }

  private static boolean isRecorded(@Nullable String session) {
    return "replay".equals(session) || "train".equals(session);
  }

  private Identity identity(Config config) {
    Overrides overrides = new Overrides(PID, properties);
    return new Identity(
        overrides.text("headgate.node.id", "nodeId", config.nodeId(), ID),
        overrides.number("headgate.nodes", "configuredNodes", config::configuredNodes, MAX_NODES),
        overrides.number("headgate.rearms", "rearmsNeeded", config::rearmsNeeded, MAX_REARMS));
  }

  /** A node keeps its identity for life: a changed configuration counts from the next start. */
  @Modified
  void changed(Config config) {
    if (configured.change(() -> identity(config))) {
      LOG.warn("etc/{}.cfg has changed; the change takes effect at the next start", PID);
    }
  }

  @Override
  public String name() {
    return "identity";
  }

  @Override
  public Health check() {
    return configuration();
  }

  @Override
  public Health configuration() {
    return configured.healthOf(identity, "etc/" + PID + ".cfg");
  }

  @Override
  public String id() {
    return identity.id;
  }

  @Override
  public int configuredNodes() {
    return identity.configuredNodes;
  }

  @Override
  public Mode mode() {
    return mode;
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public int rearmsNeeded() {
    return identity.rearmsNeeded;
  }
}
