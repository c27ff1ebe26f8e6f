package io.headgate.state.hazelcast.internal;

import io.headgate.model.position.PositionKey;
import io.headgate.spi.alarm.Alarms;
import io.headgate.spi.cluster.Posting;
import io.headgate.spi.cluster.SharedBoard;
import io.headgate.spi.node.NodeInfo;
import io.headgate.spi.plugin.ConfigFile;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.HealthCheck;
import io.headgate.spi.plugin.SettingsInForce;
import io.headgate.spi.positions.PositionShare;
import io.headgate.spi.positions.SharedPositions;
import io.headgate.state.hazelcast.internal.wire.Held;
import io.headgate.state.hazelcast.internal.wire.NodeShares;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Positions of all nodes, and the board that they post on. Reads and writes touch this node's
 * memory alone; a thread of its own exchanges it with the cluster, whenever there is one.
 */
@Component(
    service = {SharedPositions.class, SharedBoard.class, HealthCheck.class},
    immediate = true,
    configurationPid = HazelcastPositions.PID)
@Designate(ocd = StateConfig.class)
public final class HazelcastPositions implements SharedPositions, SharedBoard, HealthCheck {

  static final String PID = "io.headgate.state";

  private final String node;
  private final Optional<StateSettings> running;
  private final SettingsInForce<Optional<StateSettings>> configured;
  private final ShareTable table = new ShareTable();
  private final Outbox outbox = new Outbox();
  private final BoardTable board = new BoardTable();
  private final Imposter imposter;
  private final @Nullable ClusterHealth clusterHealth;
  private final @Nullable ClusterThread cluster;

  /**
   * @throws IllegalArgumentException if a setting is out of range; the message names file, key,
   *     value and range
   */
  @Activate
  public HazelcastPositions(
      StateConfig config,
      Map<String, Object> properties,
      @Reference NodeInfo node,
      @Reference Alarms alarms) {
    this(
        node,
        alarms,
        node.mode() == NodeInfo.Mode.LIVE
            ? StateSettings.of(config, new ConfigFile(PID, properties))
            : null);
  }

  /**
   * @param settings null: share with nobody, open no port
   */
  HazelcastPositions(NodeInfo node, Alarms alarms, @Nullable StateSettings settings) {
    this.node = node.id();
    this.running = Optional.ofNullable(settings);
    this.configured = SettingsInForce.of(running);
    this.imposter = new Imposter(node.id(), alarms, table);
    if (settings == null) {
      this.clusterHealth = null;
      this.cluster = null;
    } else {
      String place =
          "%s:%d, io.headgate.state.cfg".formatted(settings.bindAddress(), settings.port());
      this.clusterHealth = new ClusterHealth(node.configuredNodes(), alarms, place);
      this.cluster =
          new ClusterThread(
              node.id(), settings, table, outbox, board, new ClusterWatch(clusterHealth, imposter));
      cluster.start();
    }
  }

  /** The cluster goes on as it is: a changed configuration counts from the next start. */
  @Modified
  void modified(StateConfig config, Map<String, Object> properties) {
    ConfigFile file = new ConfigFile(PID, properties);
    configured.change(() -> Optional.ofNullable(StateSettings.of(config, file)));
  }

  @Override
  public Health configuration() {
    return configured.healthOf(running, "etc/" + PID + ".cfg");
  }

  @Deactivate
  void stop() {
    if (cluster != null) {
      cluster.close();
    }
  }

  @Override
  public void publish(PositionShare share) {
    imposter.published(share);
    boolean news = table.merge(share.key(), NodeShares.of(share.node(), Held.of(share)));
    if (news && cluster != null) {
      outbox.add(share.key());
    }
  }

  @Override
  public long othersQuantity(PositionKey key) {
    return table.othersQuantity(key, node);
  }

  @Override
  public List<PositionShare> shares() {
    return table.shares();
  }

  @Override
  public boolean post(Posting posting) {
    return board.post(posting);
  }

  @Override
  public @Nullable Posting latest(String key) {
    return board.latest(key);
  }

  @Override
  public List<Posting> postings(String prefix) {
    return board.postings(prefix);
  }

  @Override
  public List<String> members() {
    Sharing sharing = cluster == null ? null : cluster.sharing();
    return sharing == null ? List.of(node) : sharing.members();
  }

  @Override
  public String name() {
    return "shared-state";
  }

  @Override
  public Health check() {
    Health health = clusterHealth == null ? Health.UP : clusterHealth.health();
    return health.state() == Health.State.UP ? configuration() : health;
  }
}
