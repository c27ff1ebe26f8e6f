package io.headgate.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.headgate.itests.bad.RulesFolder;
import io.headgate.itests.bad.Told;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Two nodes that share positions, limits and rules, and what a SIGKILL leaves of one. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
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
    RulesFolder.keepFew(distribution);
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
  @Order(1)
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

  /** The lower of two numbers governs on both nodes; the market runs since the test before. */
  @Test
  @Order(2)
  void whereTheNodesLimitsDifferTheLowerGovernsAndAnAlarmStands() throws Exception {
    Desk one = new Desk(first);
    Desk two = new Desk(second);
    Path demo = first.distribution().rules().resolve("limits/demo.csv");
    String before = Files.readString(demo);
    String lower = before.replace("DEMO,*,max-order-qty,1000,", "DEMO,*,max-order-qty,35,");
    assertThat(lower).isNotEqualTo(before);
    Files.writeString(demo, lower);

    for (Desk desk : List.of(one, two)) {
      Told.awaitIn(
          "an alarm", () -> desk.get("/alarms").toString(), "limits.cluster", "N1 has", "N2 has");
    }
    await("the other node's own file still says 1000")
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(300))
        .untilAsserted(
            () -> {
              HttpResponse<String> denied = two.submit("DEMO", "BRVO.SIM", "BUY", "36", "1");
              assertThat(denied.statusCode()).as(denied.body()).isEqualTo(422);
              assertThat(denied.body()).contains("QTY_MAX", "limits/demo.csv:3 on N1");
            });

    Files.writeString(second.distribution().rules().resolve("limits/demo.csv"), lower);
    for (Desk desk : List.of(one, two)) {
      awaitNoAlarm(desk, "limits.cluster");
    }
  }

  private static void awaitNoAlarm(Desk desk, String key) {
    await("no alarm " + key)
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(300))
        .untilAsserted(() -> assertThat(desk.get("/alarms").toString()).doesNotContain(key));
  }

  /**
   * A set serves on one node as a canary, then reaches another that was away, and one act on that
   * node takes it back on both.
   */
  @Test
  @Order(3)
  void aRuleSetThatIsActivatedOnOneNodeServesOnTheOther() throws Exception {
    Desk one = new Desk(first);
    Desk two = new Desk(second);
    String before = hash(one);
    assertThat(hash(two)).isEqualTo(before);
    String next = Http.json(staged(one)).path("hash").asText();
    act(one, "/rules/candidates/" + next + "/canary", "here first");
    assertThat(hash(one)).isEqualTo(next).isNotEqualTo(before);
    Told.awaitIn(
        "the alarms of the other node",
        () -> two.get("/alarms").toString(),
        "N1 serves %s as a canary".formatted(next.substring(0, 12)));
    assertThat(hash(two)).isEqualTo(before);
    assertNodesTable(two, next, before);

    second.kill();
    act(one, "/rules/candidates/" + next + "/activate", "for all nodes");

    second.start();
    awaitHash(two, next);
    JsonNode candidate = two.get("/rules/candidates/" + next);
    assertThat(candidate.toString()).contains("RECEIVED", "N1: for all nodes");
    Told.awaitIn(
        "the audit trail",
        () -> two.get("/audit").toString(),
        "\"cluster\"",
        "rule set " + next + " received: ACTIVATED on N1");
    assertThat(Files.exists(second.distribution().rules().resolve("policies/large-sells")))
        .as("its own files are left alone")
        .isFalse();

    act(two, "/rules/rollback", "too strict");
    awaitHash(one, before);
    awaitHash(two, before);
    for (Desk desk : List.of(one, two)) {
      awaitNoAlarm(desk, "rules.cluster");
    }
  }

  /** The first node's canary, and what the second, which is asked, serves by. */
  private static void assertNodesTable(Desk two, String canary, String firm) throws Exception {
    JsonNode nodes = two.get("/rules/nodes").path("ruleNodes");
    assertThat(nodes).as(nodes.toString()).hasSize(2);
    assertThat(nodes.at("/0/hash").asText()).isEqualTo(canary);
    assertThat(nodes.at("/0/canary").asBoolean()).isTrue();
    assertThat(nodes.at("/0/sameRules").asBoolean()).isFalse();
    assertThat(nodes.at("/0/sameLimits").asBoolean()).isTrue();
    assertThat(nodes.at("/1/hash").asText()).isEqualTo(firm);
    assertThat(nodes.at("/1/sameRules").asBoolean()).isTrue();
    assertThat(second.client("rule:nodes").output())
        .contains("N1", canary.substring(0, 12), "N2", firm.substring(0, 12))
        .doesNotContain(canary);
  }

  private static void act(Desk desk, String path, String why) throws Exception {
    HttpResponse<String> done = desk.post(path, "{\"why\": \"%s\"}".formatted(why));
    assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
  }

  private static String hash(Desk desk) throws Exception {
    return desk.get("/rules").path("hash").asText();
  }

  private static void awaitHash(Desk desk, String hash) {
    await("rule set " + hash + " serves")
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(300))
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(hash(desk)).isEqualTo(hash));
  }

  private static HttpResponse<String> staged(Desk desk) throws Exception {
    Path rules = first.distribution().rules();
    Path next = first.distribution().home().resolve("rules-next");
    try (Stream<Path> files = Files.walk(rules)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = next.resolve(rules.relativize(file).toString());
        if (!file.startsWith(rules.resolve("limits"))) {
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
    Path policy = Files.createDirectories(next.resolve("policies/large-sells"));
    Files.writeString(
        policy.resolve("policy.md"),
        "- Owner: you@example.com\n- Purpose: no large sells\n- Article: Firm risk policy 4.1\n");
    Files.writeString(
        policy.resolve("large-sells.dslr"),
        """
        rule "large sells"
        when
          There is an order
          - its side is SELL
          - its quantity is above 500
        then
          Deny it with QTY_SELL_UNATTENDED: its quantity is above the allowed 500
        end
        """);
    Files.writeString(
        policy.resolve("examples.csv"),
        """
        example,verdict,reasons,side,quantity
        large,block,QTY_SELL_UNATTENDED,SELL,501
        at the limit,pass,,SELL,500
        """);
    HttpResponse<String> answer =
        desk.post("/rules/candidates", "{\"folder\": \"rules-next\", \"why\": \"a collar\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return answer;
  }
}
