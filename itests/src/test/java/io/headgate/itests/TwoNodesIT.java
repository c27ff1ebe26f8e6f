package io.headgate.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.headgate.itests.node.Desk;
import io.headgate.itests.node.Distribution;
import io.headgate.itests.node.Http;
import io.headgate.itests.node.NodeProcess;
import io.headgate.itests.node.Ports;
import java.net.http.HttpResponse;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nodes that share positions and limits, and what a SIGKILL leaves of one. */
class TwoNodesIT {

  private static NodeProcess first;
  private static NodeProcess second;

  @BeforeAll
  static void start() throws Exception {
    Ports one = Ports.free();
    Ports two = Ports.free();
    String members = "127.0.0.1:%d,127.0.0.1:%d".formatted(one.hazelcast(), two.hazelcast());
    first = node("node-one", "N1", one, members);
    second = node("node-two", "N2", two, members);
    first.start();
    second.start();
  }

  private static NodeProcess node(String name, String id, Ports ports, String members)
      throws Exception {
    Distribution distribution = Distribution.unpack(name);
    Files.writeString(
        distribution.etc().resolve("io.headgate.state.cfg"),
        "\nmembers = " + members + "\nreconcileMillis = 2000\n",
        StandardOpenOption.APPEND);
    Files.writeString(
        distribution.etc().resolve("io.headgate.strategies.momentum-equities.cfg"),
        "\nminCrossBps = 10000\n",
        StandardOpenOption.APPEND);
    // Each node grants half of a limit: nobody else shall use it up.
    for (String other : List.of("meanreversion", "rebalance", "scoredmomentum")) {
      try (DirectoryStream<Path> files =
          Files.newDirectoryStream(
              distribution.etc(), "io.headgate.strategies." + other + "-*.cfg")) {
        for (Path file : files) {
          Files.delete(file);
        }
      }
    }
    return NodeProcess.of(distribution, ports, "headgate.node.id=" + id, "headgate.nodes=2");
  }

  @AfterAll
  static void end() throws Exception {
    if (first != null) {
      first.close();
    }
    if (second != null) {
      second.close();
    }
  }

  @Test
  void positionsAreSharedLimitsAreDividedAndAKilledNodeComesBack() throws Exception {
    Desk one = new Desk(first).open();
    Desk two = new Desk(second).open();
    String filled = one.accepted("ALPHA", "GOLF.SIM", "BUY", "10", "");
    one.await(filled, "FILLED");
    two.await(two.accepted("ALPHA", "GOLF.SIM", "BUY", "7", ""), "FILLED");

    await("each node sees the firm's position")
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () -> {
              assertThat(one.firmQuantity("ALPHA", "GOLF.SIM")).isEqualTo("17");
              assertThat(two.firmQuantity("ALPHA", "GOLF.SIM")).isEqualTo("17");
            });

    // DEMO may hold 600 ALFA.SIM: each of two nodes 300 of them.
    String half = one.accepted("DEMO", "ALFA.SIM", "BUY", "300", "1");
    HttpResponse<String> beyond = one.submit("DEMO", "ALFA.SIM", "BUY", "1", "1.01");
    assertThat(beyond.statusCode()).isEqualTo(422);
    assertThat(Http.json(beyond).path("decision").path("reason").asText())
        .isEqualTo("RIGHTS_EXHAUSTED");
    two.accepted("DEMO", "ALFA.SIM", "BUY", "300", "1");

    String open = one.accepted("ALPHA", "HOTL.SIM", "BUY", "5", "1");
    one.await(open, "NEW");
    one.await(half, "NEW");
    first.kill();
    assertThat(two.quantity("ALPHA", "GOLF.SIM")).isEqualTo("7");

    first.start();

    await("the killed node comes back with its position and its open orders")
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(300))
        .untilAsserted(
            () -> {
              assertThat(one.quantity("ALPHA", "GOLF.SIM")).isEqualTo("10");
              assertThat(one.order(open).path("status").asText()).isEqualTo("NEW");
              assertThat(one.order(half).path("status").asText()).isEqualTo("NEW");
            });
    one.open();
    assertThat(
            Http.json(one.submit("DEMO", "ALFA.SIM", "BUY", "1", "1.02"))
                .path("decision")
                .path("reason")
                .asText())
        .isEqualTo("RIGHTS_EXHAUSTED");
    String after = one.accepted("ALPHA", "GOLF.SIM", "SELL", "10", "");
    one.await(after, "FILLED");
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(two.firmQuantity("ALPHA", "GOLF.SIM")).isEqualTo("7"));
  }
}
