package io.headgate.state.hazelcast.internal;

import com.hazelcast.config.Config;
import com.hazelcast.config.InMemoryFormat;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MergePolicyConfig;
import com.hazelcast.config.NetworkConfig;
import io.headgate.state.hazelcast.internal.wire.HigherPinMergePolicy;
import io.headgate.state.hazelcast.internal.wire.HigherVersionMergePolicy;
import io.headgate.state.hazelcast.internal.wire.WireFactory;

/**
 * Hazelcast for a map of positions and one of postings: TCP-IP join alone, one address, no port but
 * the given one.
 */
final class HazelcastConfigs {

  /** Name of the map of positions. */
  static final String POSITIONS = "headgate-positions";

  /** Name of the map of postings. */
  static final String BOARD = "headgate-board";

  /** Member attribute with the node's name. */
  static final String NODE = "headgate.node";

  private static final int MERGED_AT_ONCE = 100;

  private HazelcastConfigs() {}

  static Config of(String node, StateSettings settings, ClassLoader loader) {
    Config config = new Config();
    // Without it, classes of this bundle cannot be read on other nodes.
    config.setClassLoader(loader);
    config.setClusterName(settings.clusterName());
    config.getMemberAttributeConfig().setAttribute(NODE, node);
    config.getMetricsConfig().setEnabled(false);
    config.getJetConfig().setEnabled(false);
    config.getSerializationConfig().addDataSerializableFactory(WireFactory.ID, new WireFactory());
    network(config.getNetworkConfig(), settings);
    properties(config, settings.timing());
    map(config.getMapConfig(POSITIONS), settings, HigherVersionMergePolicy.class);
    map(config.getMapConfig(BOARD), settings, HigherPinMergePolicy.class);
    return config;
  }

  private static void map(MapConfig map, StateSettings settings, Class<?> mergePolicy) {
    map.setBackupCount(settings.backupCount());
    map.setInMemoryFormat(InMemoryFormat.OBJECT);
    map.setMergePolicyConfig(new MergePolicyConfig(mergePolicy.getName(), MERGED_AT_ONCE));
  }

  private static void network(NetworkConfig network, StateSettings settings) {
    network.setPort(settings.port()).setPortAutoIncrement(false);
    network.getInterfaces().setEnabled(true).addInterface(settings.bindAddress());
    if (!settings.publicAddress().isEmpty()) {
      network.setPublicAddress(settings.publicAddress());
    }
    JoinConfig join = network.getJoin();
    join.getAutoDetectionConfig().setEnabled(false);
    join.getMulticastConfig().setEnabled(false);
    join.getTcpIpConfig().setEnabled(true).setMembers(settings.members());
  }

  private static void properties(Config config, StateSettings.Timing timing) {
    config.setProperty("hazelcast.logging.type", "slf4j");
    config.setProperty("hazelcast.phone.home.enabled", "false");
    config.setProperty("hazelcast.shutdownhook.enabled", "false");
    config.setProperty("hazelcast.jmx", "false");
    // Otherwise it would listen on every interface, whatever is said above.
    config.setProperty("hazelcast.socket.bind.any", "false");
    config.setProperty("hazelcast.socket.server.bind.any", "false");
    config.setProperty("hazelcast.socket.client.bind.any", "false");
    // Two small maps: the defaults would start a thread for every core.
    config.setProperty("hazelcast.operation.thread.count", "2");
    config.setProperty("hazelcast.operation.generic.thread.count", "2");
    config.setProperty("hazelcast.event.thread.count", "1");
    config.setProperty("hazelcast.io.thread.count", "1");
    config.setProperty("hazelcast.operation.call.timeout.millis", "10000");
    config.setProperty("hazelcast.graceful.shutdown.max.wait", "3");
    config.setProperty("hazelcast.tcp.join.port.try.count", "1");
    // Nodes that start at the same moment may found two clusters; they become one like any split.
    config.setProperty("hazelcast.wait.seconds.before.join", "1");
    config.setProperty("hazelcast.max.wait.seconds.before.join", "3");
    config.setProperty("hazelcast.heartbeat.interval.seconds", "1");
    config.setProperty(
        "hazelcast.max.no.heartbeat.seconds", Integer.toString(timing.heartbeatSeconds()));
    String merge = Integer.toString(timing.mergeSeconds());
    config.setProperty("hazelcast.merge.first.run.delay.seconds", merge);
    config.setProperty("hazelcast.merge.next.run.delay.seconds", merge);
  }
}
