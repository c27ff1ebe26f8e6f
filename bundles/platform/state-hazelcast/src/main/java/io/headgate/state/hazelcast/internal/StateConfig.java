package io.headgate.state.hazelcast.internal;

import java.util.Arrays;
import java.util.List;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings, in io.headgate.state.cfg. */
@ObjectClassDefinition(name = "Headgate shared positions")
public @interface StateConfig {

  @AttributeDefinition(description = "Whether positions are shared; if not, no port is opened")
  boolean enabled() default true;

  @AttributeDefinition(description = "Name that all nodes of the firm share")
  String clusterName() default "headgate";

  @AttributeDefinition(description = "Address on which this node listens")
  String bindAddress() default "127.0.0.1";

  @AttributeDefinition(description = "Port on which this node listens", min = "1", max = "65535")
  int port() default 5701;

  @AttributeDefinition(
      description = "host:port at which other nodes reach this one; empty: bindAddress and port")
  String publicAddress() default "";

  @AttributeDefinition(description = "host:port of the nodes to look for, separated by commas")
  String members() default "";

  @AttributeDefinition(
      description = "Nodes that keep a copy besides the first",
      min = "0",
      max = "6")
  int backupCount() default 2;

  @AttributeDefinition(
      description = "Silence after which a node counts as gone, seconds",
      min = "3",
      max = "300")
  int heartbeatSeconds() default 10;

  @AttributeDefinition(
      description = "Time between two looks for the other half of a split, seconds",
      min = "1",
      max = "600")
  int mergeSeconds() default 10;

  @AttributeDefinition(
      description = "Time between two comparisons with the cluster, milliseconds",
      min = "1000",
      max = "600000")
  long reconcileMillis() default 30_000;

  @AttributeDefinition(
      description = "Wait before Hazelcast is started again, milliseconds",
      min = "100",
      max = "600000")
  long retryMillis() default 5_000;

  /** Checks the ranges again: the descriptions above do not. */
  final class Check {

    private static final String FILE = "io.headgate.state.cfg";

    private Check() {}

    static StateSettings settings(StateConfig config) {
      return new StateSettings(
          text("clusterName", config.clusterName()),
          text("bindAddress", config.bindAddress()),
          (int) range("port", config.port(), 1, 65_535),
          config.publicAddress().isBlank()
              ? ""
              : address("publicAddress", config.publicAddress().trim()),
          members(config.members()),
          (int) range("backupCount", config.backupCount(), 0, 6),
          new StateSettings.Timing(
              (int) range("heartbeatSeconds", config.heartbeatSeconds(), 3, 300),
              (int) range("mergeSeconds", config.mergeSeconds(), 1, 600),
              range("reconcileMillis", config.reconcileMillis(), 1_000, 600_000),
              range("retryMillis", config.retryMillis(), 100, 600_000)));
    }

    private static List<String> members(String list) {
      return Arrays.stream(list.split(","))
          .map(String::trim)
          .filter(member -> !member.isEmpty())
          .map(member -> address("members", member))
          .toList();
    }

    private static String address(String key, String value) {
      int colon = value.lastIndexOf(':');
      boolean port = colon > 0 && value.substring(colon + 1).matches("[0-9]{1,5}");
      if (!port) {
        throw wrong(key, value, "host:port, as in 127.0.0.1:5701");
      }
      return value;
    }

    private static String text(String key, String value) {
      if (value.isBlank()) {
        throw wrong(key, value, "a word");
      }
      return value.trim();
    }

    private static long range(String key, long value, long lowest, long highest) {
      if (value < lowest || value > highest) {
        throw wrong(key, Long.toString(value), "%d to %d".formatted(lowest, highest));
      }
      return value;
    }

    private static IllegalArgumentException wrong(String key, String value, String expected) {
      return new IllegalArgumentException(
          "%s: %s is '%s', expected %s".formatted(FILE, key, value, expected));
    }
  }
}
