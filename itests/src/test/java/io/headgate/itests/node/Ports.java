package io.headgate.itests.node;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * The ports of one node. JMX takes the one after its own as well.
 *
 * <p>They lie below those that systems give to outgoing connections by themselves (from 32768 on):
 * a connection of this test's own, open or lately closed, could else have the port when the node
 * comes to bind it. Each process of a test run draws from a range of its own.
 */
public record Ports(int http, int ssh, int jmx, int hazelcast) {

  private static final int LOWEST = 20_000;
  private static final int PER_PROCESS = 3_000;
  private static final int PROCESSES = 4;
  private static final int FIRST = LOWEST + process() % PROCESSES * PER_PROCESS;

  /** Where to look next; two runs at the same time begin at different places. */
  private static int next = (int) (ProcessHandle.current().pid() * 10 % PER_PROCESS);

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

  /** Number of this process within the test run; the build says "fork-1", "fork-2" and so on. */
  private static int process() {
    String fork = System.getProperty("headgate.fork", "fork-1");
    return Integer.parseInt(fork.substring(fork.indexOf('-') + 1));
  }

  private static int freeRun(int length) throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    for (int tried = 0; tried < PER_PROCESS; tried++) {
      int port = FIRST + next;
      next = (next + length) % (PER_PROCESS - length);
      List<ServerSocket> held = new ArrayList<>();
      try {
        for (int i = 0; i < length; i++) {
          held.add(new ServerSocket(port + i, 1, loopback));
        }
        return port;
      } catch (java.net.BindException taken) {
        // the next run of ports may be free
      } finally {
        for (ServerSocket socket : held) {
          socket.close();
        }
      }
    }
    throw new IOException("no free port from " + FIRST + " to " + (FIRST + PER_PROCESS - 1));
  }
}
