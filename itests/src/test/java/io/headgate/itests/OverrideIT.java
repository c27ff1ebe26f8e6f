package io.headgate.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.headgate.itests.node.Desk;
import io.headgate.itests.node.Finished;
import io.headgate.itests.node.Http;
import io.headgate.itests.node.NodeProcess;
import io.headgate.itests.node.Ssh;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A denied order is explained, and let through once by another person, on a node that trades. */
class OverrideIT {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String PRICE = "1.11";

  private static NodeProcess node;
  private static Desk desk;

  @BeforeAll
  static void start() throws Exception {
    node = NodeProcess.started("override");
    node.addUsers("olga = olga-owns-the-risk,_g_:officers\n");
    // No strategy trades these two instruments for this account, so nothing but the test moves
    // them.
    Files.writeString(
        node.distribution().rules().resolve("limits/override.csv"),
        """
        who,what,limit,value,unit,severity,effectiveFrom,effectiveTo,owner,basis
        account=ALPHA,instrument=LIMA.SIM,max-order-qty,400,qty,block,,,olga@example.com,Test
        account=ALPHA,instrument=KILO.SIM,max-order-qty,400,qty,block,,,olga@example.com,Test
        account=ALPHAA,instrument=KILO.SIM,max-order-qty,400,qty,block,,,olga@example.com,Test
        """);
    desk = new Desk(node).open();
    await()
        .atMost(SOON)
        .until(() -> desk.get("/limits").toString().contains("limits/override.csv"));
  }

  @AfterAll
  static void end() throws Exception {
    if (node != null) {
      node.close();
    }
  }

  /** A row for a name that nobody has serves like any other, and is shown. */
  @Test
  void aNameInALimitThatTheNodeDoesNotKnowIsShownWithTheNearest() throws Exception {
    // A strategy that a limit names may still be starting.
    await().untilAsserted(() -> assertThat(desk.get("/limits").path("notices")).hasSize(1));
    JsonNode limits = desk.get("/limits");
    assertThat(limits.path("faults")).isEmpty();
    assertThat(limits.path("notices").get(0).asText())
        .startsWith("limits/override.csv:4: ")
        .contains("account=ALPHAA (nearest: ALPHA)");
    assertThat(node.client("limit:list").output()).contains("account=ALPHAA (nearest: ALPHA)");
  }

  private static JsonNode submitted(String instrument, String quantity)
      throws IOException, InterruptedException {
    return Http.json(desk.submit("ALPHA", instrument, "BUY", quantity, PRICE));
  }

  private static JsonNode json(Finished finished) throws IOException {
    assertThat(finished.exitCode()).as(finished.output()).isZero();
    String output = finished.output();
    return new JsonMapper().readTree(output.substring(Math.max(0, output.indexOf('{'))));
  }

  private static JsonNode finding(JsonNode explanation, String says) {
    for (JsonNode finding : explanation.path("findings")) {
      if (finding.path("says").asText().equals(says)) {
        return finding;
      }
    }
    throw new AssertionError("nothing says " + says + ": " + explanation);
  }

  private static long nearMisses(String name) throws IOException, InterruptedException {
    for (JsonNode rule : desk.get("/rules").path("rules")) {
      if (rule.path("name").asText().equals(name)) {
        return rule.path("nearMisses").asLong();
      }
    }
    throw new AssertionError("no rule is named " + name);
  }

  private static HttpResponse<String> grant(Http who, String order)
      throws IOException, InterruptedException {
    return who.post(
        "/api/v1/overrides",
        "{\"order\": \"%s\", \"why\": \"client confirmed\", \"minutes\": 5}".formatted(order));
  }

  @Test
  void aDeniedOrderIsExplainedAndGoesOnceByAnotherPersonsLeave() throws Exception {
    JsonNode denied = submitted("LIMA.SIM", "450").findPath("decision");
    assertThat(denied.path("reason").asText()).isEqualTo("QTY_MAX");
    String id = denied.path("clOrdId").asText();

    JsonNode explained = desk.get("/decisions/" + id + "/explanation");
    JsonNode size = finding(explained, "BLOCK QTY_MAX");
    assertThat(size.path("measured").asText()).isEqualTo("450");
    assertThat(size.path("limit").asText()).isEqualTo("400");
    assertThat(size.path("distance").asText()).isEqualTo("50");
    assertThat(size.path("limitSource").asText()).startsWith("limits/override.csv:");
    assertThat(explained.path("exact").asBoolean()).isTrue();
    assertThat(json(node.client("rule:explain --json " + id)).path("findings"))
        .isEqualTo(explained.path("findings"));

    Http olga = Http.as(node.ports().http(), "olga", "olga-owns-the-risk");
    HttpResponse<String> own = grant(node.http(), id);
    assertThat(own.statusCode()).as(own.body()).isEqualTo(409);
    assertThat(own.body()).contains("another person");
    HttpResponse<String> granted = grant(olga, id);
    assertThat(granted.statusCode()).as(granted.body()).isEqualTo(201);

    HttpResponse<String> let = desk.submit("ALPHA", "LIMA.SIM", "BUY", "450", PRICE);
    assertThat(let.statusCode()).as(let.body()).isEqualTo(201);
    assertThat(let.body()).contains("OVERRIDE_USED", "olga", "client confirmed");
    assertThat(submitted("LIMA.SIM", "450").findPath("decision").path("reason").asText())
        .isNotEmpty();
    assertThat(node.client("override:list --columns all").output())
        .contains(id, "olga", "USED", "client confirmed");
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(node.client("audit:list").output()).contains("olga", "/overrides"));
  }

  private static String overrideOf(String order) throws IOException, InterruptedException {
    for (JsonNode override : desk.get("/overrides").path("overrides")) {
      if (override.path("order").asText().equals(order)) {
        return override.path("state").asText() + " " + override.path("by").asText();
      }
    }
    return "";
  }

  /** On the console and over REST; the order is denied as before. */
  @Test
  void whatWasGrantedIsTakenBack() throws Exception {
    Ssh olga = Ssh.withPassword(node.ports().ssh(), "olga", "olga-owns-the-risk");
    String id = submitted("LIMA.SIM", "460").findPath("decision").path("clOrdId").asText();
    JsonNode granted = json(olga.exec("override:grant --json --minutes 5 " + id + " 'by phone'"));
    assertThat(granted.path("state").asText()).isEqualTo("STANDING");
    assertThat(granted.path("who").asText()).isEqualTo("olga");
    assertThat(granted.path("why").asText()).isEqualTo("by phone");
    JsonNode revoked = json(olga.exec("override:revoke --json " + id));
    assertThat(revoked.path("state").asText()).isEqualTo("REVOKED");
    assertThat(overrideOf(id)).isEqualTo("REVOKED olga");

    JsonNode again = submitted("LIMA.SIM", "460").findPath("decision");
    assertThat(again.path("reason").asText()).isNotEmpty();
    String next = again.path("clOrdId").asText();
    Http rest = Http.as(node.ports().http(), "olga", "olga-owns-the-risk");
    assertThat(grant(rest, next).statusCode()).isEqualTo(201);
    assertThat(overrideOf(next)).isEqualTo("STANDING ");
    assertThat(rest.status("DELETE", "/api/v1/overrides/" + next, "")).isEqualTo(200);
    assertThat(overrideOf(next)).isEqualTo("REVOKED olga");
    HttpResponse<String> denied = desk.submit("ALPHA", "LIMA.SIM", "BUY", "460", PRICE);
    assertThat(denied.statusCode()).as(denied.body()).isNotEqualTo(201);
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(olga.exec("audit:list --json --limit 200").output())
                    .contains("override:grant", "override:revoke", "DELETE"));
  }

  @Test
  void nearMissesAreCountedAndCostsMeasured() throws Exception {
    long before = nearMisses("order quantity");
    submitted("KILO.SIM", "395");
    await().atMost(SOON).until(() -> nearMisses("order quantity") > before);
    JsonNode costs = json(node.client("rule:cost --json"));
    assertThat(costs.path("rules")).hasSameSizeAs(desk.get("/rules").path("rules"));
    assertThat(costs.path("nanosPerOrder").asDouble()).isPositive();
  }
}
