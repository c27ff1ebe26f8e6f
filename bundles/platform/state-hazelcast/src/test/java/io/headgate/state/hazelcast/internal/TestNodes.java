package io.headgate.state.hazelcast.internal;

import io.headgate.spi.node.NodeInfo;
import io.headgate.testkit.fake.FakeNodeInfo;
import io.headgate.testkit.fake.RecordingAlarms;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Nodes of one cluster in this process, each behind a wire of its own that can be cut. */
final class TestNodes implements AutoCloseable {

  private static final int LOWEST_PORT = 12_000;
  private static final int PORTS = 8_000;
  private static int nextPort = (int) (ProcessHandle.current().pid() * 37 % PORTS);

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

  /**
   * A port that is free now and that nobody else in this run was given; below those that systems
   * give to outgoing connections by themselves, and where another test process does not look.
   */
  static synchronized int freePort() throws IOException {
    for (int tried = 0; tried < PORTS; tried++) {
      int port = LOWEST_PORT + nextPort;
      nextPort = (nextPort + 1) % PORTS;
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (BindException taken) {
        // The next one may be free.
      }
    }
    throw new IOException("no free port from " + LOWEST_PORT);
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
    // Each waits for the others when it goes: all at once is three times as fast.
    nodes.values().parallelStream().forEach(HazelcastPositions::stop);
    nodes.clear();
    for (Wire wire : wires) {
      wire.close();
    }
  }
}
