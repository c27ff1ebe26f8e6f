package io.headgate.state.hazelcast.internal;

import io.headgate.spi.plugin.ConfigFile;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the nodes find each other.
 *
 * @param clusterName name that all nodes of the firm share
 * @param bindAddress address on which this node listens
 * @param port port on which this node listens; no other is tried
 * @param publicAddress host:port at which other nodes reach this one; empty: bindAddress and port
 * @param members host:port of the nodes to look for
 * @param backupCount nodes that keep a copy besides the first, 0 to 6
 * @param timing how patient it is
 */
record StateSettings(
    String clusterName,
    String bindAddress,
    int port,
    String publicAddress,
    List<String> members,
    int backupCount,
    Timing timing) {

  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final Pattern ADDRESS = Pattern.compile("[^,\\s]+:[0-9]{1,5}");
  private static final String EXPECTED_ADDRESS = "host:port, as in 127.0.0.1:5701";

  StateSettings {
    members = List.copyOf(members);
  }

  /**
   * @return null where positions are not shared
   * @throws IllegalArgumentException if a value is out of range; the message names file, key, value
   *     and range
   */
  static @Nullable StateSettings of(StateConfig config, ConfigFile file) {
    boolean enabled = file.flag("enabled", config::enabled);
    StateSettings settings =
        new StateSettings(
            file.text("clusterName", config::clusterName, WORD, "a word"),
            file.text("bindAddress", config::bindAddress, WORD, "a word"),
            file.count("port", config::port, 1, 65_535),
            config.publicAddress().isBlank()
                ? ""
                : file.text("publicAddress", config::publicAddress, ADDRESS, EXPECTED_ADDRESS),
            members(config, file),
            file.count("backupCount", config::backupCount, 0, 6),
            new Timing(
                file.count("heartbeatSeconds", config::heartbeatSeconds, 3, 300),
                file.count("mergeSeconds", config::mergeSeconds, 1, 600),
                file.whole("reconcileMillis", config::reconcileMillis, 1_000, 600_000),
                file.whole("retryMillis", config::retryMillis, 100, 600_000)));
    return enabled ? settings : null;
  }

  private static List<String> members(StateConfig config, ConfigFile file) {
    List<String> members = file.list("members", config::members);
    for (String member : members) {
      if (!ADDRESS.matcher(member).matches()) {
        throw file.wrong("members", member, EXPECTED_ADDRESS);
      }
    }
    return members;
  }

  /**
   * How patient it is.
   *
   * @param heartbeatSeconds silence after which a node counts as gone
   * @param mergeSeconds time between two looks for the other half of a split
   * @param reconcileMillis time between two comparisons of this node's memory with the cluster's
   * @param retryMillis wait before Hazelcast is started again after a failure
   */
  record Timing(int heartbeatSeconds, int mergeSeconds, long reconcileMillis, long retryMillis) {}
}
