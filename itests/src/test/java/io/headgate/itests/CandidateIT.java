package io.headgate.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.headgate.itests.bad.RulesFolder;
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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A rule set with its limits from idea to live and back, on a node where nothing serves unsigned:
 * over console, MBeans and REST, by two people.
 */
class CandidateIT {

  private static final Duration SOON = Duration.ofMinutes(2);
  private static final String PASSWORD = "olga-owns-the-risk";

  private static NodeProcess node;
  private static Desk desk;
  private static Path home;
  private static Path key;
  private static int orders;

  @BeforeAll
  static void start() throws Exception {
    Distribution distribution = Distribution.unpack("candidate");
    RulesFolder.keepFew(distribution);
    home = distribution.home();
    key = home.resolve("olga.pem");
    edit(distribution.etc().resolve("io.headgate.rules.cfg"), "approvals = 0", "approvals = 1");
    node = NodeProcess.of(distribution, Ports.free());
    node.start();
    node.addUsers("olga = " + PASSWORD + ",_g_:officers\n");
    desk = new Desk(node);
  }

  @AfterAll
  static void end() throws Exception {
    if (node != null) {
      node.close();
    }
  }

  private static void edit(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  /** A copy of the rules, in which DEMO may order so many at once. */
  private static Path copy(String name, int quantity) throws IOException {
    Path from = node.distribution().rules();
    Path to = home.resolve(name);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    edit(
        to.resolve("limits/demo.csv"),
        "account=DEMO,*,max-order-qty,1000,qty",
        "account=DEMO,*,max-order-qty," + quantity + ",qty");
    return to;
  }

  /** What becomes of an order that never fills; empty if it is accepted. */
  private static String reason(String account, String quantity)
      throws IOException, InterruptedException {
    // Another price each time, so that none is a duplicate.
    String price = "1." + (10 + ++orders);
    HttpResponse<String> answer = desk.submit(account, "LIMA.SIM", "BUY", quantity, price);
    return answer.statusCode() == 201
        ? ""
        : Http.json(answer).path("decision").path("reason").asText();
  }

  private static Finished asOlga(String command) throws IOException {
    return Ssh.withPassword(node.ports().ssh(), "olga", PASSWORD).exec(command);
  }

  private static Http olga() {
    return Http.as(node.ports().http(), "olga", PASSWORD);
  }

  private static JsonNode candidate(String hash) throws IOException, InterruptedException {
    return desk.get("/rules/candidates/" + hash);
  }

  /** Lines that a console runs one after the other; sets take their time to compile. */
  private static String console(String... lines) throws IOException, InterruptedException {
    Finished finished =
        node.distribution().headgate(Duration.ofMinutes(2), "client", String.join("; ", lines));
    assertThat(finished.exitCode()).as(finished.output()).isZero();
    return finished.output();
  }

  private static String staged(String folder, String why) throws Exception {
    HttpResponse<String> staged =
        desk.post(
            "/rules/candidates", "{\"folder\": \"%s\", \"why\": \"%s\"}".formatted(folder, why));
    assertThat(staged.statusCode()).as(staged.body()).isEqualTo(201);
    assertThat(Http.json(staged).path("author").asText()).isEqualTo("admin");
    return Http.json(staged).path("hash").asText();
  }

  private static String signed(String hash) throws IOException {
    Finished signed = asOlga("rule:sign --key " + key + " " + hash.substring(0, 8));
    assertThat(signed.exitCode()).as(signed.output()).isZero();
    return signed.output().strip();
  }

  private static HttpResponse<String> activated(String hash) throws Exception {
    return desk.post("/rules/candidates/" + hash + "/activate", "{\"why\": \"reviewed\"}");
  }

  private static String demoLimit() throws IOException, InterruptedException {
    for (JsonNode limit : desk.get("/limits").path("limits")) {
      if (limit.path("who").asText().equals("account=DEMO")
          && limit.path("what").asText().equals("*")
          && limit.path("limit").asText().equals("max-order-qty")) {
        return limit.path("value").asText();
      }
    }
    return "";
  }

  private static void awaitStagedAlarm() {
    await("a saved file is only staged")
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(300))
        .until(() -> desk.get("/alarms").toString().contains("rules.staged"));
  }

  private static String begun(String what) throws Exception {
    HttpResponse<String> begun = desk.post(what, "{\"with\": \"rules-next\"}");
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
    return "/rules/replays/" + Http.json(begun).path("id").asText();
  }

  private static JsonNode ended(String run) {
    return await()
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(300))
        .until(
            () -> desk.get(run), at -> at.path("state").asText().matches("DONE|FAILED|CANCELLED"));
  }

  /** A run that is ended while it goes on; one that was over already is begun anew. */
  private static JsonNode cancelled() {
    return await()
        .atMost(SOON)
        .until(
            () -> {
              String run = begun("/rules/replays");
              assertThat(node.http().status("DELETE", "/api/v1" + run, "")).isEqualTo(200);
              return ended(run);
            },
            replay -> replay.path("state").asText().equals("CANCELLED"));
  }

  @Test
  void fromIdeaToLiveAndBack() throws Exception {
    String first = theFirstSetServesOnceAnotherPersonHasSigned();
    String next = tried();
    shadowed(next);
    theSecondSetServesWithItsLimits(next);
    rolledBack(first, next);
  }

  private String theFirstSetServesOnceAnotherPersonHasSigned() throws Exception {
    awaitStagedAlarm();
    assertThat(reason("ALPHA", "3")).as("nothing was approved").isNotEmpty();
    copy("rules-first", 900);
    String first = staged("rules-first", "the first set");
    Finished made = asOlga("rule:sign --new-key " + key);
    assertThat(made.output()).startsWith("olga = MCow");
    Files.writeString(
        node.distribution().etc().resolve("rule-signers.properties"), made.output() + "\n");

    HttpResponse<String> tooEarly = activated(first);
    assertThat(tooEarly.statusCode()).as(tooEarly.body()).isEqualTo(409);
    assertThat(tooEarly.body()).contains("has 0 of 1 signatures");
    String approval = "{\"signature\": \"%s\"}".formatted(signed(first));
    String approve = "/rules/candidates/" + first + "/approve";
    assertThat(desk.post(approve, approval).statusCode()).as("its author").isEqualTo(422);
    HttpResponse<String> approved = olga().post("/api/v1" + approve, approval);
    assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
    assertThat(candidate(first).path("state").asText()).isEqualTo("APPROVED");

    HttpResponse<String> serves = activated(first);
    assertThat(serves.statusCode()).as(serves.body()).isEqualTo(200);
    assertThat(desk.get("/rules").path("hash").asText()).isEqualTo(first);
    assertThat(demoLimit()).isEqualTo("900");
    desk.open();
    assertThat(reason("ALPHA", "7")).isEmpty();
    assertThat(reason("DEMO", "4")).isEmpty();
    return first;
  }

  private String tried() throws Exception {
    Path next = copy("rules-next", 3);
    Files.writeString(
        next.resolve("policies/restricted/lima.drl"),
        """
        rule "small in LIMA"
        when
          $o : OrderContext(symbol == "LIMA", quantity > 5)
        then
          $o.block("QTY_LIMA", $o.getQuantity(), 5, Unit.QTY);
        end
        """);
    assertThat(console("rule:diff serving rules-next"))
        .contains("small in LIMA", "ADDED", "lima.drl:1", "max-order-qty", "CHANGED");
    assertThat(desk.get("/rules/diff?from=serving&to=rules-next").toString())
        .contains("small in LIMA", "ADDED", "lima.drl:1", "max-order-qty", "CHANGED");
    replayed();
    JsonNode tightness = ended(begun("/rules/tightness"));
    assertThat(tightness.path("state").asText()).as(tightness.toString()).isEqualTo("DONE");
    assertThat(tightness.path("tightness").toString())
        .contains("BITES", "UNUSED", "limits/demo.csv:");
    assertThat(demoLimit()).as("a trial changes nothing").isEqualTo("900");

    JsonNode staged = jsons("rule:stage --json rules-next 'LIMA is thin'").get(0);
    assertThat(staged.path("state").asText()).isEqualTo("STAGED");
    assertThat(staged.path("author").asText()).isEqualTo("admin");
    return staged.path("hash").asText();
  }

  /** What lines with --json have printed. */
  private static List<JsonNode> jsons(String... lines) throws Exception {
    List<JsonNode> printed = new ArrayList<>();
    for (String line : console(lines).lines().toList()) {
      if (line.startsWith("{") || line.startsWith("[{")) {
        printed.add(new JsonMapper().readTree(line.substring(line.indexOf('{'))));
      }
    }
    assertThat(printed).hasSameSizeAs(lines);
    return printed;
  }

  private static void replayed() throws Exception {
    String cancelled = cancelled().path("id").asText();
    String replay = "rule:replay --with rules-next ";
    assertThat(
            console(
                "rule:replay --cancel " + cancelled,
                replay + "--from 2000-01-01 --to 2100-01-01T00:00:00Z",
                "rule:replays"))
        .contains("CANCELLED", "DONE", "small in LIMA", "order quantity", "ALPHA", "DEMO")
        .contains("LIMA.SIM", "notional")
        .doesNotContain("QTY_LIMA");
    assertThat(console(replay + "--changes", "rule:tightness --with rules-next"))
        .contains("NEWLY_BLOCKED", "LIMA.SIM", "QTY_LIMA", "QTY_MAX")
        .contains("BITES", "UNUSED", "limits/demo.csv:");
    List<JsonNode> runs =
        jsons(
            replay + "--json",
            replay + "--json --from 2100-01-01",
            replay + "--json --to 2000-01-01T00:00:00Z");
    assertThat(runs.get(0).path("newlyBlocked").asInt()).isGreaterThanOrEqualTo(2);
    assertThat(runs.get(1).path("orders").asInt(-1)).as("from then on").isZero();
    assertThat(runs.get(2).path("orders").asInt(-1)).as("before then").isZero();
  }

  private static boolean isShadowed(String next) throws Exception {
    return candidate(next).at("/shadow/running").asBoolean();
  }

  private void shadowed(String next) throws Exception {
    String shadow = "/rules/candidates/" + next + "/shadow";
    assertThat(desk.post(shadow, "").statusCode()).isEqualTo(200);
    assertThat(isShadowed(next)).isTrue();
    assertThat(node.http().status("DELETE", "/api/v1" + shadow, "")).isEqualTo(200);
    assertThat(isShadowed(next)).isFalse();
    String set = next.substring(0, 8);
    List<JsonNode> steps = jsons("rule:shadow --json " + set, "rule:shadow --json --off " + set);
    assertThat(steps.get(0).at("/shadow/running").asBoolean()).isTrue();
    assertThat(steps.get(1).at("/shadow/running").asBoolean(true)).isFalse();
    assertThat(isShadowed(next)).isFalse();
    assertThat(asOlga("rule:shadow " + set + " --off").output())
        .contains("Options stand before arguments: rule:shadow --off " + set);
    assertThat(
            node.jolokia()
                .exec("io.headgate:type=Candidates", "startShadow", next.substring(0, 8))
                .path("status")
                .asInt())
        .isEqualTo(200);
    assertThat(reason("ALPHA", "8")).as("a shadow blocks nothing").isEmpty();
    await()
        .atMost(SOON)
        .until(() -> candidate(next).path("shadow").path("newlyBlocked").asInt() >= 1);
  }

  private void theSecondSetServesWithItsLimits(String next) throws Exception {
    Finished approved = asOlga("rule:approve " + next.substring(0, 8) + " " + signed(next));
    assertThat(approved.exitCode()).as(approved.output()).isZero();
    String set = next.substring(0, 8);
    List<JsonNode> steps =
        jsons(
            "rule:canary --json " + set + " 'here first'",
            "rule:activate --json " + set + " 'reviewed twice'");
    assertThat(steps.get(0).path("state").asText()).isEqualTo("CANARY");
    assertThat(steps.get(1).path("state").asText()).isEqualTo("SERVING");
    assertThat(reason("ALPHA", "9")).isEqualTo("QTY_LIMA");
    assertThat(reason("DEMO", "4")).isEqualTo("QTY_MAX");
    assertThat(demoLimit()).isEqualTo("3");

    edit(node.distribution().rules().resolve("limits/demo.csv"), "qty,1000,qty", "qty,5000,qty");
    awaitStagedAlarm();
    assertThat(demoLimit()).as("saved, and not signed").isEqualTo("3");
  }

  private void rolledBack(String first, String next) throws Exception {
    assertThat(node.client("rule:rollback 'the desk objects'").output()).contains(first);
    assertThat(reason("ALPHA", "9")).isEmpty();
    assertThat(reason("DEMO", "4")).isEmpty();
    assertThat(demoLimit()).isEqualTo("900");
    assertThat(candidate(next).path("state").asText()).isEqualTo("RETIRED");
    assertThat(candidate(next).path("history").toString())
        .contains("STAGED", "SHADOWED", "APPROVED", "ACTIVATED", "olga", "LIMA is thin");
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(node.client("audit:list --json --limit 200").output())
                    .contains("rule:rollback", "/activate", "/rules/candidates", "startShadow")
                    .contains("rule:approve", "olga", "ACTIVATED: reviewed", "ROLLED_BACK: the")
                    .contains("rule:stage", "rule:canary", "rule:activate", "reviewed twice"));
  }
}
