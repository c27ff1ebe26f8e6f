package io.headgate.state.hazelcast.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.number.Fixed;
import io.headgate.model.position.PositionKey;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.positions.PositionShare;
import io.headgate.testkit.fake.FakeNodeInfo;
import io.headgate.testkit.fake.RecordingAlarms;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nodes that come and go, and a network that breaks between them. */
class ClusterTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static PositionKey key(int number) {
    return new PositionKey("ACC" + number % 3, new InstrumentId("S" + number, "XSIM"));
  }

  private static PositionShare share(int key, String node, int epoch, long sequence, long units) {
    return new PositionShare(key(key), node, epoch, sequence, units * Fixed.ONE, units, 0);
  }

  private static void eventually(Runnable assertion) {
    Awaitility.await().atMost(PATIENCE).untilAsserted(assertion::run);
  }

  @Test
  void bothSidesOfASplitGoOnAndNothingIsLostWhenItHeals() throws Exception {
    try (TestNodes cluster = TestNodes.started(2)) {
      HazelcastPositions n1 = cluster.node(0);
      HazelcastPositions n2 = cluster.node(1);
      eventually(() -> assertThat(n1.members()).containsExactly("N1", "N2"));
      n1.publish(share(1, "N1", 1, 1, 10));
      n2.publish(share(1, "N2", 1, 1, 20));
      eventually(() -> assertThat(n1.othersQuantity(key(1))).isEqualTo(20 * Fixed.ONE));

      cluster.wires.forEach(Wire::cut);
      eventually(() -> assertThat(n1.members()).containsExactly("N1"));
      eventually(() -> assertThat(n2.members()).containsExactly("N2"));
      n1.publish(share(1, "N1", 1, 2, 11));
      n1.publish(share(2, "N1", 1, 3, 5));
      n2.publish(share(1, "N2", 1, 2, 21));
      n2.publish(share(3, "N2", 1, 3, 6));
      assertThat(n1.othersQuantity(key(1))).as("as last heard").isEqualTo(20 * Fixed.ONE);
      eventually(() -> assertThat(n1.check().state()).isEqualTo(Health.State.DEGRADED));
      assertThat(cluster.alarms.get(0).isActive(ClusterHealth.ALARM)).isTrue();

      cluster.wires.forEach(Wire::mend);
      List<PositionShare> all =
          List.of(
              share(1, "N1", 1, 2, 11),
              share(1, "N2", 1, 2, 21),
              share(2, "N1", 1, 3, 5),
              share(3, "N2", 1, 3, 6));
      eventually(() -> assertThat(n1.shares()).containsExactlyInAnyOrderElementsOf(all));
      eventually(() -> assertThat(n2.shares()).containsExactlyInAnyOrderElementsOf(all));
      eventually(() -> assertThat(n1.check()).isEqualTo(Health.UP));
      assertThat(cluster.alarms.get(0).isActive(ClusterHealth.ALARM)).isFalse();
    }
  }

  @Test
  void aLostNodeIsStillCountedAndComesBackWithAHigherEpoch() throws Exception {
    try (TestNodes cluster = TestNodes.started(3)) {
      HazelcastPositions n1 = cluster.node(0);
      eventually(() -> assertThat(n1.members()).containsExactly("N1", "N2", "N3"));
      cluster.node(1).publish(share(1, "N2", 1, 100, 7));
      cluster.node(2).publish(share(1, "N3", 1, 1, 1));
      eventually(() -> assertThat(n1.othersQuantity(key(1))).isEqualTo(8 * Fixed.ONE));

      // No farewell: the wire is cut before the process goes.
      cluster.wires.get(1).cut();
      cluster.stop(1);
      eventually(() -> assertThat(n1.members()).containsExactly("N1", "N3"));
      assertThat(n1.othersQuantity(key(1))).isEqualTo(8 * Fixed.ONE);

      cluster.wires.get(1).mend();
      HazelcastPositions back = cluster.start(1);
      back.publish(share(1, "N2", 2, 1, 9));
      eventually(() -> assertThat(n1.othersQuantity(key(1))).isEqualTo(10 * Fixed.ONE));
      eventually(() -> assertThat(back.othersQuantity(key(1))).isEqualTo(Fixed.ONE));
    }
  }

  @Test
  void theFirmsPositionOutlivesEveryNodeButOne() throws Exception {
    try (TestNodes cluster = TestNodes.started(3)) {
      for (int node = 0; node < 3; node++) {
        for (int k = 0; k < 40; k++) {
          cluster.node(node).publish(share(k, "N" + (node + 1), 1, k + 1, k));
        }
      }
      HazelcastPositions n3 = cluster.node(2);
      eventually(() -> assertThat(n3.shares()).hasSize(120));
      eventually(() -> assertThat(n3.members()).hasSize(3));

      cluster.stop(0);
      cluster.stop(1);
      assertThat(n3.shares()).hasSize(120);
      eventually(() -> assertThat(n3.members()).containsExactly("N3"));

      HazelcastPositions fresh = cluster.start(0);
      eventually(() -> assertThat(fresh.shares()).hasSize(120));
    }
  }

  /**
   * Any history of publications, from any node, over cuts: in the end the highest version stands.
   */
  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void allNodesAgreeOnTheHighestOfEach(long seed) throws Exception {
    Random random = new Random(seed);
    try (TestNodes cluster = TestNodes.started(2)) {
      Map<String, PositionShare> highest = new TreeMap<>();
      for (int step = 0; step < 400; step++) {
        int node = random.nextInt(2);
        PositionShare share =
            share(
                random.nextInt(12),
                "N" + (node + 1),
                1 + random.nextInt(3),
                1 + random.nextInt(500),
                random.nextInt(2_000) - 1_000);
        highest.merge(share.key() + share.node(), share, ClusterTest::higher);
        cluster.node(node).publish(share);
        if (random.nextInt(100) == 0) {
          cluster.wires.get(node).cut();
          cluster.wires.get(node).mend();
        }
      }

      for (int node = 0; node < 2; node++) {
        HazelcastPositions positions = cluster.node(node);
        eventually(
            () ->
                assertThat(positions.shares())
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(highest.values()));
      }
    }
  }

  private static PositionShare higher(PositionShare a, PositionShare b) {
    return Comparator.comparingInt(PositionShare::epoch)
                .thenComparingLong(PositionShare::sequence)
                .thenComparingLong(PositionShare::quantity)
                .compare(a, b)
            >= 0
        ? a
        : b;
  }

  @Test
  void aPortInUseDegradesAndIsTriedAgain() throws Exception {
    try (TestNodes cluster = new TestNodes(1);
        ServerSocket taken =
            new ServerSocket(cluster.port(0), 1, InetAddress.getLoopbackAddress())) {
      HazelcastPositions node = cluster.start(0);
      node.publish(share(1, "N1", 1, 1, 5));
      eventually(() -> assertThat(node.check().reason()).contains("in use"));
      assertThat(node.check().reason())
          .contains(Integer.toString(cluster.port(0)), "io.headgate.state.cfg", "Next:");
      assertThat(node.shares()).containsExactly(share(1, "N1", 1, 1, 5));
      assertThat(node.members()).containsExactly("N1");
      assertThat(cluster.alarms.get(0).isActive(ClusterHealth.ALARM)).isTrue();

      taken.close();
      eventually(() -> assertThat(node.check()).isEqualTo(Health.UP));
      assertThat(cluster.alarms.get(0).isActive(ClusterHealth.ALARM)).isFalse();
    }
  }

  @Test
  void twoNodesOfOneNameRaiseAnAlarm() throws Exception {
    try (TestNodes cluster = TestNodes.started(1)) {
      HazelcastPositions first = cluster.node(0);
      eventually(() -> assertThat(first.check()).isEqualTo(Health.UP));
      StateSettings twin = cluster.settings(0);
      HazelcastPositions second =
          new HazelcastPositions(
              FakeNodeInfo.live(),
              new RecordingAlarms(),
              new StateSettings(
                  twin.clusterName(),
                  "127.0.0.1",
                  TestNodes.freePort(),
                  "",
                  twin.members(),
                  2,
                  twin.timing()));
      try {
        eventually(() -> assertThat(first.check().reason()).contains("same name", "[N1, N1]"));
      } finally {
        second.stop();
      }
    }
  }

  @Test
  void aReplayAndADisabledNodeOpenNoPort() throws Exception {
    int port = TestNodes.freePort();
    HazelcastPositions node =
        new HazelcastPositions(FakeNodeInfo.replay(), new RecordingAlarms(), null);
    try {
      node.publish(share(1, "N1", 1, 1, 5));
      node.publish(share(1, "N2", 1, 1, 6));
      assertThat(node.shares()).hasSize(2);
      assertThat(node.othersQuantity(key(1))).isEqualTo(6 * Fixed.ONE);
      assertThat(node.members()).containsExactly("N1");
      assertThat(node.check()).isEqualTo(Health.UP);
      new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
    } finally {
      node.stop();
    }
  }

  @Test
  void aNodeThatHasLostItsJournalIsToldSo() throws Exception {
    try (TestNodes cluster = TestNodes.started(2)) {
      HazelcastPositions n1 = cluster.node(0);
      cluster.node(1).publish(share(1, "N2", 4, 1, 7));
      eventually(() -> assertThat(n1.othersQuantity(key(1))).isEqualTo(7 * Fixed.ONE));
      cluster.node(1).publish(share(1, "N2", 3, 9, 1));
      assertThat(cluster.alarms.get(1).isActive(Imposter.ALARM))
          .as("its own older share is no trouble")
          .isFalse();
      cluster.stop(1);

      cluster.start(1).publish(share(1, "N2", 1, 1, 2));

      eventually(() -> assertThat(cluster.alarms.get(1).isActive(Imposter.ALARM)).isTrue());
      assertThat(n1.othersQuantity(key(1))).isEqualTo(7 * Fixed.ONE);
    }
  }
}
