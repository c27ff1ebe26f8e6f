package io.headgate.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.headgate.itests.node.Desk;
import io.headgate.itests.node.Distribution;
import io.headgate.itests.node.Finished;
import io.headgate.itests.node.Http;
import io.headgate.itests.node.NodeProcess;
import io.headgate.itests.node.Ports;
import io.headgate.itests.node.Ssh;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One node, from the outside: orders, limits, rules, the console and the stop button. */
class TradingIT {

  private static final Duration SOON = Duration.ofSeconds(30);

  private static NodeProcess node;
  private static Desk desk;

  @BeforeAll
  static void start() throws Exception {
    node = NodeProcess.of(Distribution.unpack("trading"), Ports.free());
    // What the strategies hold must not deny what the tests send.
    Path limits = node.distribution().rules().resolve("limits/demo.csv");
    Files.writeString(
        limits,
        Files.readString(limits)
            .replace(
                "account=DEMO,*,max-account-gross,500000,",
                "account=DEMO,*,max-account-gross,90000000,"));
    node.start();
    desk = new Desk(node).open();
    node.addUsers("ann = ann-works-the-node,_g_:officers\nbob = bob-works-the-node,_g_:officers\n");
  }

  @AfterAll
  static void end() throws Exception {
    if (node != null) {
      node.close();
    }
  }

  @Test
  void anOrderPassesTheRulesAndIsFilled() throws Exception {
    String id = desk.accepted("ALPHA", "GOLF.SIM", "BUY", "10", "");

    JsonNode order = desk.await(id, "FILLED");

    assertThat(order.path("cumQty").asText()).isEqualTo("10");
    assertThat(desk.quantity("ALPHA", "GOLF.SIM")).isEqualTo("10");
  }

  @Test
  void aDeniedOrderSaysRuleValueLimitUnitAndLine() throws Exception {
    HttpResponse<String> answer = desk.submit("DEMO", "BRVO.SIM", "BUY", "5000", "1");

    assertThat(answer.statusCode()).isEqualTo(422);
    JsonNode verdict = Http.json(answer).path("decision").path("verdicts").path(0);
    assertThat(verdict.path("reason").asText()).isEqualTo("QTY_MAX");
    assertThat(verdict.path("measured").asText()).isEqualTo("5000");
    assertThat(verdict.path("limit").asText()).isEqualTo("1000");
    assertThat(verdict.path("unit").asText()).isEqualTo("qty");
    assertThat(verdict.path("rule").asText()).isEqualTo("order quantity");
    assertThat(verdict.path("source").asText()).contains("demo.csv:");
  }

  @Test
  void theSameKeyGivesTheSameOrder() throws Exception {
    String order =
        """
        {"account": "ALPHA", "instrument": "HOTL.SIM", "side": "BUY", "quantity": "3",
         "type": "LIMIT", "limitPrice": "1", "timeInForce": "GTC"}
        """;
    HttpResponse<String> first = desk.post("/orders", order, "Idempotency-Key", "same-key");
    HttpResponse<String> second = desk.post("/orders", order, "Idempotency-Key", "same-key");

    assertThat(second.statusCode()).isEqualTo(first.statusCode());
    assertThat(Http.json(second).findValue("clOrdId"))
        .isEqualTo(Http.json(first).findValue("clOrdId"));
  }

  @Test
  void badOrdersAreRefusedByField() throws Exception {
    HttpResponse<String> negative = desk.submit("ALPHA", "HOTL.SIM", "BUY", "-3", "1");
    assertThat(negative.statusCode()).isEqualTo(400);
    assertThat(negative.body()).contains("quantity", "-3");
    HttpResponse<String> unknown =
        desk.post("/orders", "{\"colour\": \"red\"}", "Idempotency-Key", "k-colour");
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(unknown.body()).contains("colour");
    HttpResponse<String> nowhere = desk.submit("ALPHA", "NOPE.SIM", "BUY", "3", "1");
    assertThat(nowhere.statusCode()).isEqualTo(422);
    assertThat(nowhere.body()).contains("INSTRUMENT_UNKNOWN");
  }

  @Test
  void aChangedLimitChangesTheNextVerdict() throws Exception {
    Path file = node.distribution().rules().resolve("limits/demo.csv");
    String before = Files.readString(file);
    try {
      Files.writeString(
          file,
          before.replace(
              "account=DEMO,*,max-order-qty,1000,qty", "account=DEMO,*,max-order-qty,7,qty"));
      await().atMost(SOON).until(() -> reason("DEMO", "KILO.SIM", "8").equals("QTY_MAX"));

      Files.writeString(
          file,
          before.replace(
              "account=DEMO,*,max-order-qty,1000,qty", "account=DEMO,*,max-order-qty,1"));
      await().atMost(SOON).until(() -> node.client("limit:reload").output().contains("demo.csv"));
      assertThat(reason("DEMO", "KILO.SIM", "8")).isEqualTo("QTY_MAX");
      assertThat(reason("DEMO", "KILO.SIM", "6")).isEmpty();
    } finally {
      Files.writeString(file, before);
    }
    await().atMost(SOON).until(() -> reason("DEMO", "KILO.SIM", "9").isEmpty());
  }

  /** Reason of a denial; empty where the order was accepted. */
  private static String reason(String account, String instrument, String quantity)
      throws IOException, InterruptedException {
    // A price that never fills, and another one each time, so that none is a duplicate.
    String price = "1." + (10 + Math.floorMod(System.nanoTime(), 80L));
    HttpResponse<String> answer = desk.submit(account, instrument, "BUY", quantity, price);
    return answer.statusCode() == 201
        ? ""
        : Http.json(answer).path("decision").path("reason").asText();
  }

  @Test
  void aChangedRuleServesAndABrokenOneChangesNothing() throws Exception {
    Path file = node.distribution().rules().resolve("policies/order-quantity/extra.drl");
    String hash = desk.get("/rules").path("hash").asText();
    try {
      Files.writeString(
          file,
          """
          rule "nothing in LIMA"
          when
            $o : OrderContext(symbol == "LIMA")
          then
            $o.block("SYMBOL_CLOSED", $o.getQuantity(), 0, Unit.QTY);
          end
          """);
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> reason("ALPHA", "LIMA.SIM", "5").equals("SYMBOL_CLOSED"));
      String changed = desk.get("/rules").path("hash").asText();
      assertThat(changed).isNotEqualTo(hash);

      Files.writeString(file, "rule \"broken\" when $o : OrderContext( then end\n");
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> desk.get("/rules").path("faults").size() > 0);
      JsonNode rules = desk.get("/rules");
      assertThat(rules.path("hash").asText()).isEqualTo(changed);
      assertThat(rules.path("faults").path(0).path("file").asText()).contains("extra.drl");
      assertThat(rules.path("faults").path(0).path("line").asInt()).isPositive();
      assertThat(reason("ALPHA", "LIMA.SIM", "5")).isEqualTo("SYMBOL_CLOSED");
    } finally {
      Files.deleteIfExists(file);
    }
    await().atMost(Duration.ofMinutes(1)).until(() -> reason("ALPHA", "LIMA.SIM", "5").isEmpty());
  }

  @Test
  void anInstrumentThatIsRestrictedWhileTradingIsDeniedFromTheNextOrderOn() throws Exception {
    Path list = node.distribution().rules().resolve("limits/restricted.csv");
    String before = Files.readString(list);
    assertThat(reason("ALPHA", "CHRL.SIM", "7")).isEmpty();
    try {
      Files.writeString(list, before + "CHRL.SIM,*,no-orders,,,ann,Case 12\n");
      await()
          .atMost(SOON)
          .until(() -> reason("ALPHA", "CHRL.SIM", "7").equals("RESTRICTED_INSTRUMENT"));
      assertThat(reason("EURO", "CHRL.SIM", "7")).isEqualTo("RESTRICTED_INSTRUMENT");
      assertThat(reason("ALPHA", "GOLF.SIM", "7")).as("another instrument").isEmpty();

      Files.writeString(list, before + "CHRL,*,no-orders,,,ann,Case 12\n");
      await()
          .atMost(SOON)
          .until(() -> reason("ALPHA", "GOLF.SIM", "7").equals("RESTRICTED_CLOSING_ONLY"));
      assertThat(desk.get("/alarms").toString()).contains("limits/restricted.csv");
    } finally {
      Files.writeString(list, before);
    }
    await().atMost(SOON).until(() -> reason("ALPHA", "CHRL.SIM", "7").isEmpty());
  }

  @Test
  void aHostileRuleIsRefusedBeforeItRuns() throws Exception {
    Path file = node.distribution().rules().resolve("policies/order-quantity/hostile.drl");
    try {
      Files.writeString(
          file,
          """
          rule "hostile"
          when
            $o : OrderContext()
          then
            Runtime.getRuntime().halt(9);
          end
          """);
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> desk.get("/rules").path("faults").toString().contains("hostile.drl"));
      assertThat(node.alive()).isTrue();
    } finally {
      Files.deleteIfExists(file);
    }
    await().atMost(Duration.ofMinutes(1)).until(() -> desk.get("/rules").path("faults").isEmpty());
  }

  @Test
  void theConsoleShowsAndActs() throws Exception {
    String id = desk.accepted("ALPHA", "INDA.SIM", "BUY", "2", "1");

    assertThat(node.client("order:list --json").output()).contains("INDA.SIM");
    // Strategies trade on meanwhile, and a list of the latest decisions has an end.
    assertThat(node.client("decision:list --limit 5").output()).contains("clOrdId", "N1-");
    assertThat(node.client("decision:show " + id).output()).contains(id, "ALPHA", "INDA.SIM");
    assertThat(node.client("rule:list").output()).contains("order quantity", "STRAIGHT");
    assertThat(node.client("limit:list").output()).contains("max-order-qty", "demo.csv:");
    assertThat(node.client("route:list").output()).contains("market-simulator", "Started");
    assertThat(node.client("strategy:list").output()).contains("momentum-equities", "ACTIVE");
    assertThat(node.client("node:status").output()).contains("ACTIVE", "journal.records");
    assertThat(node.client("node:health").output()).contains("journal", "rules", "engine");
    Finished denied = node.client("order:submit DEMO BRVO.SIM BUY 5000 1");
    assertThat(denied.output()).contains("QTY_MAX", "5000", "1000", "demo.csv:");
    assertThat(node.client("order:submit DEMO BRVO.SIM BUY 0 1").output()).contains("above 0");
  }

  @Test
  void jolokiaShowsTheSameBeans() throws Exception {
    JsonNode positions = node.jolokia().read("io.headgate:type=Node", "TradingState").path("value");
    assertThat(positions.asText()).isIn("ACTIVE", "HALTED");
    assertThat(node.jolokia().read("io.headgate:type=Limits", "Limits").path("value").toString())
        .contains("max-order-qty");
  }

  @Test
  void aKillStopsAndTwoPeopleReArm() throws Exception {
    String open = desk.accepted("EURO", "JULT.SIM", "BUY", "4", "1");
    HttpResponse<String> kill =
        desk.post("/control/kill", "{\"scope\": \"account:EURO\", \"why\": \"a test\"}");
    assertThat(kill.statusCode()).as(kill.body()).isEqualTo(200);
    desk.await(open, "CANCELED");
    assertThat(reason("EURO", "JULT.SIM", "4")).isEqualTo("KILL_HALTED");
    assertThat(reason("ALPHA", "JULT.SIM", "4")).isEmpty();

    int ssh = node.ports().ssh();
    Ssh.withPassword(ssh, "ann", "ann-works-the-node").exec("kill:rearm account:EURO 'looked'");
    Ssh.withPassword(ssh, "ann", "ann-works-the-node").exec("kill:rearm account:EURO 'looked'");
    assertThat(reason("EURO", "JULT.SIM", "4")).isEqualTo("KILL_HALTED");
    Ssh.withPassword(ssh, "bob", "bob-works-the-node").exec("kill:rearm account:EURO 'me too'");

    await().atMost(SOON).until(() -> reason("EURO", "JULT.SIM", "4").isEmpty());
  }
}
