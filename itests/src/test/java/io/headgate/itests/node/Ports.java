package io.headgate.itests.node;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The ports of one node. JMX takes the one after its own as well. */
public record Ports(int http, int ssh, int jmx, int hazelcast) {

  private static final Set<Integer> HANDED_OUT = new HashSet<>();

  /** Ports that are free now and that no other node of this test run was given. */
  public static synchronized Ports free() throws IOException {
    return new Ports(freeRun(1), freeRun(1), freeRun(2), freeRun(1));
  }

  /** As options of {@code bin/headgate}. */
  public List<String> options() {
    return List.of(
        "--http-port", Integer.toString(http),
        "--ssh-port", Integer.toString(ssh),
        "--jmx-port", Integer.toString(jmx),
        "--hazelcast-port", Integer.toString(hazelcast));
  }

  private static int freeRun(int length) throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    while (true) {
      List<ServerSocket> held = new ArrayList<>();
      try {
        ServerSocket first = new ServerSocket(0, 1, loopback);
        held.add(first);
        int port = first.getLocalPort();
        for (int i = 1; i < length; i++) {
          held.add(new ServerSocket(port + i, 1, loopback));
        }
        if (HANDED_OUT.add(port)) {
          for (int i = 1; i < length; i++) {
            HANDED_OUT.add(port + i);
          }
          return port;
        }
      } catch (java.net.BindException taken) {
        // the next run of ports may be free
      } finally {
        for (ServerSocket socket : held) {
          socket.close();
        }
      }
    }
  }
}
