package io.headgate.state.hazelcast.internal;

import io.headgate.spi.node.NodeInfo;
import io.headgate.testkit.fake.FakeNodeInfo;
import io.headgate.testkit.fake.RecordingAlarms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Nodes of one cluster in this process, each behind a wire of its own that can be cut. */
final class TestNodes implements AutoCloseable {

  private final Map<Integer, HazelcastPositions> nodes = new TreeMap<>();
  final List<RecordingAlarms> alarms = new ArrayList<>();
  final List<Wire> wires = new ArrayList<>();
  private final List<Integer> ports = new ArrayList<>();

  /** Reserves ports for so many nodes; starts none. */
  TestNodes(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      ports.add(freePort());
      wires.add(new Wire(ports.get(i)));
      alarms.add(new RecordingAlarms());
    }
  }

  static TestNodes started(int count) throws IOException {
    TestNodes started = new TestNodes(count);
    for (int i = 0; i < count; i++) {
      started.start(i);
    }
    return started;
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  HazelcastPositions node(int at) {
    return Objects.requireNonNull(nodes.get(at));
  }

  int port(int at) {
    return ports.get(at);
  }

  HazelcastPositions start(int at) {
    NodeInfo info = new FakeNodeInfo("N" + (at + 1), ports.size(), NodeInfo.Mode.LIVE, "0.1.0", 1);
    HazelcastPositions node = new HazelcastPositions(info, alarms.get(at), settings(at));
    nodes.put(at, node);
    return node;
  }

  StateSettings settings(int at) {
    return new StateSettings(
        "test-" + ports.get(0),
        "127.0.0.1",
        ports.get(at),
        wires.get(at).address(),
        wires.stream().map(Wire::address).toList(),
        2,
        new StateSettings.Timing(4, 1, 2_000, 200));
  }

  void stop(int at) {
    HazelcastPositions node = nodes.remove(at);
    if (node != null) {
      node.stop();
    }
  }

  @Override
  public void close() throws IOException {
    for (int i = 0; i < ports.size(); i++) {
      stop(i);
    }
    for (Wire wire : wires) {
      wire.close();
    }
  }
}
