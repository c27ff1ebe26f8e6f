package io.headgate.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.headgate.itests.bad.JournalFolder;
import io.headgate.itests.bad.RulesFolder;
import io.headgate.itests.bad.Told;
import io.headgate.itests.node.Desk;
import io.headgate.itests.node.Distribution;
import io.headgate.itests.node.Finished;
import io.headgate.itests.node.NodeProcess;
import io.headgate.itests.node.Ports;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Wrong values, files that turn to garbage, a full disk and a damaged journal, on one node that
 * trades: nothing that ran stops, and what is wrong is said where people look.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BadInputIT {

  private static final Duration SOON = Duration.ofSeconds(40);

  private static NodeProcess node;
  private static Desk desk;
  private static Told told;
  private static RulesFolder rules;
  private static JournalFolder files;
  private static Path etc;
  private static Path journal;
  private static boolean ownDisk;

  @BeforeAll
  static void start() throws Exception {
    Distribution distribution = Distribution.unpack("bad-input");
    etc = distribution.etc();
    RulesFolder.keepFew(distribution);
    journal = distribution.data().resolve("journal");
    Files.createDirectories(journal);
    ownDisk = command("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", journal);
    set("io.headgate.journal.cfg", "segmentMegabytes", "1");
    set("io.headgate.journal.cfg", "reserveMegabytes", "1");
    set("io.headgate.rules.cfg", "comparedOrders", "200");
    set("io.headgate.rules.cfg", "warmUpEvaluations", "1000");
    Files.writeString(
        etc.resolve("io.headgate.strategies.momentum-broken.cfg"),
        "name = momentum-broken\naccount = DEMO\ninstruments = ALFA.SIM\nslowPeriods = 3\n");
    node = NodeProcess.of(distribution, Ports.free());
    node.start();
    desk = new Desk(node).open();
    told = new Told(node, desk);
    rules = new RulesFolder(node, desk, told);
    files = new JournalFolder(node, desk, told, journal);
  }

  @AfterAll
  static void end() throws Exception {
    try {
      if (node != null) {
        node.close();
      }
    } finally {
      if (ownDisk) {
        command("umount", journal);
      }
    }
  }

  private static boolean command(Object... words) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(Arrays.stream(words).map(Object::toString).toList())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
  }

  /** Sets a key in a configuration file; answers what the file held before. */
  private static String set(String file, String key, String value) throws IOException {
    Path path = etc.resolve(file);
    String before = Files.readString(path);
    String line = key + " = " + value;
    String after = before.replaceFirst("(?m)^" + key + "\\s*=.*$", line);
    Files.writeString(path, after.equals(before) ? before + "\n" + line + "\n" : after);
    return before;
  }

  private static void awaitHealth(String... texts) {
    told.awaitHealth(texts);
  }

  private static void awaitAlarm(String... texts) {
    told.awaitAlarm(texts);
  }

  private static void awaitGoneFromHealthAndAlarms(String text) {
    told.awaitGone(text);
  }

  private static JsonNode strategy(String name) throws IOException, InterruptedException {
    for (JsonNode strategy : desk.get("/strategies").path("strategies")) {
      if (strategy.path("name").asText().equals(name)) {
        return strategy;
      }
    }
    return MissingNode.getInstance();
  }

  private static void awaitStrategy(String name, String state) {
    await("strategy " + name + " is " + state)
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(300))
        .until(() -> strategy(name).path("state").asText().equals(state));
  }

  /** An order that fills: the whole way through the node works. */
  private static void trades() throws Exception {
    desk.await(desk.accepted("ALPHA", "GOLF.SIM", "BUY", "10", ""), "FILLED");
  }

  @Test
  @Order(1)
  void aStrategyThatIsWrongFromTheStartIsShownWithItsReason() throws Exception {
    String reason = "io.headgate.strategies.momentum-broken.cfg: slowPeriods is '3', expected";
    awaitStrategy("momentum-broken", "FAILED");
    assertThat(strategy("momentum-broken").path("reason").asText()).contains(reason);
    assertThat(node.client("strategy:list").output()).contains("momentum-broken", "FAILED");
    awaitHealth(reason);
    awaitAlarm("strategy.momentum-broken", reason);

    set("io.headgate.strategies.momentum-broken.cfg", "slowPeriods", "50");

    awaitStrategy("momentum-broken", "ACTIVE");
    awaitGoneFromHealthAndAlarms("momentum-broken");
  }

  @Test
  @Order(2)
  void wrongValuesOfConnectorAndStrategyLeaveBothRunning() throws Exception {
    String paper = set("io.headgate.brokers.paper.cfg", "latencyMillis", "soon");
    String momentum = set("io.headgate.strategies.momentum-equities.cfg", "fastPeriods", "a few");
    awaitHealth(
        "etc/io.headgate.brokers.paper.cfg: latencyMillis is 'soon', expected a whole number from 0"
            + " to 60000; correct it and save the file",
        "etc/io.headgate.strategies.momentum-equities.cfg: fastPeriods is 'a few'");
    awaitAlarm("plugin.broker.paper", "plugin.strategy.momentum-equities");
    assertThat(strategy("momentum-equities").path("state").asText()).isEqualTo("ACTIVE");
    trades();

    // Right again, and different from before: both take it while an order is open.
    String open = desk.accepted("ALPHA", "HOTL.SIM", "BUY", "3", "1");
    Files.writeString(etc.resolve("io.headgate.brokers.paper.cfg"), paper);
    set("io.headgate.brokers.paper.cfg", "latencyMillis", "1");
    Files.writeString(etc.resolve("io.headgate.strategies.momentum-equities.cfg"), momentum);
    set("io.headgate.strategies.momentum-equities.cfg", "fastPeriods", "15");
    awaitGoneFromHealthAndAlarms("paper.cfg");
    awaitGoneFromHealthAndAlarms("momentum-equities");
    awaitStrategy("momentum-equities", "ACTIVE");
    assertThat(desk.order(open).path("status").asText()).isEqualTo("NEW");
    trades();
    assertThat(node.client("order:cancel ALPHA " + open).exitCode()).isZero();
    desk.await(open, "CANCELED");
  }

  @Test
  @Order(3)
  void wrongValuesOfThePlatformChangeNothingThatRuns() throws Exception {
    Map<String, List<String>> wrong = new LinkedHashMap<>();
    wrong.put("io.headgate.engine.cfg", List.of("watchdogMillis", "1"));
    wrong.put("io.headgate.limits.cfg", List.of("warnAtPercent", "500"));
    wrong.put("io.headgate.journal.cfg", List.of("segmentMegabytes", "big"));
    wrong.put("io.headgate.state.cfg", List.of("heartbeatSeconds", "0"));
    wrong.put("io.headgate.rules.cfg", List.of("pollMillis", "1"));
    wrong.put("io.headgate.routes.cfg", List.of("watchMillis", "0"));
    wrong.put("io.headgate.rest.cfg", List.of("eventStreams", "none"));
    wrong.put("io.headgate.node.cfg", List.of("rearmsNeeded", "0"));
    wrong.put("io.headgate.reference.cfg", List.of("scanMillis", "soon"));
    wrong.put("io.headgate.session.cfg", List.of("progressSeconds", "0"));
    wrong.put("io.headgate.data.simulator.cfg", List.of("ticksPerSecond", "0"));
    Map<String, String> before = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> entry : wrong.entrySet()) {
      List<String> line = entry.getValue();
      before.put(entry.getKey(), set(entry.getKey(), line.get(0), line.get(1)));
    }
    for (Map.Entry<String, List<String>> entry : wrong.entrySet()) {
      List<String> line = entry.getValue();
      awaitHealth(
          "etc/%s: %s is '%s', expected".formatted(entry.getKey(), line.get(0), line.get(1)));
    }
    awaitAlarm("config.engine", "config.journal", "config.limits", "config.rules", "config.routes");
    assertThat(node.http().get("/api/v1/health").statusCode()).isEqualTo(200);
    trades();

    for (Map.Entry<String, String> entry : before.entrySet()) {
      Files.writeString(etc.resolve(entry.getKey()), entry.getValue());
    }
    for (String file : wrong.keySet()) {
      awaitGoneFromHealthAndAlarms("etc/" + file + ":");
    }
    trades();
  }

  @Test
  @Order(4)
  void limitsReferenceAndRulesThatVanishOrTurnToGarbageServeOn() throws Exception {
    Path limits = node.distribution().rules().resolve("limits/demo.csv");
    Path instruments = etc.resolve("reference/instruments.csv");
    Path rule = node.distribution().rules().resolve("policies/order-quantity/order-quantity.dslr");
    Map<Path, byte[]> before = new LinkedHashMap<>();
    for (Path file : List.of(limits, instruments, rule)) {
      before.put(file, Files.readAllBytes(file));
    }
    try {
      Files.delete(limits);
      Files.write(instruments, new byte[] {0, (byte) 0xff, 10, 34, 44, (byte) 0xc3, 10});
      Files.write(rule, new byte[] {0, (byte) 0xff, (byte) 0xfe, 10});
      awaitHealth("demo.csv", "instruments.csv", "order-quantity.dslr");
      awaitAlarm("limits.load", "reference.load", "rules.load");
      String good = new String(before.get(limits), StandardCharsets.UTF_8);
      Files.writeString(limits, good + "account=DEMO,*,max-order-qty,many,qty,block,,,,\n");
      awaitHealth("demo.csv:" + (good.lines().count() + 1), "many");

      HttpResponse<String> denied = desk.submit("DEMO", "BRVO.SIM", "BUY", "5000", "1");
      assertThat(denied.body()).contains("QTY_MAX");
      trades();
    } finally {
      for (Map.Entry<Path, byte[]> file : before.entrySet()) {
        Files.write(file.getKey(), file.getValue());
      }
    }
    // What comes near a limit names its row as well, so the alarm is asked by its key.
    awaitGoneFromHealthAndAlarms("limits.load");
    awaitGoneFromHealthAndAlarms("reference.load");
    awaitGoneFromHealthAndAlarms("rules.load");
  }

  @Test
  @Order(5)
  void limitRowsThatMeanNothingOrTwoThingsLeaveTheLimitsAsTheyAre() throws Exception {
    rules.limitRows();
  }

  @Test
  @Order(6)
  void rulesThatCannotBeReadLeaveTheSetThatServes() throws Exception {
    rules.twoRulesOfOneName();
    rules.aSentenceWithoutAnEntry();
    rules.aFileThatVanishesWhileItIsRead();
  }

  @Test
  @Order(7)
  void rulesThatJudgeAnExampleOtherwiseLeaveTheSetThatServes() throws Exception {
    rules.anExampleThatFails();
  }

  @Test
  @Order(8)
  void aSetThatThrowsOnTheFirstOrderIsTakenBack() throws Exception {
    rules.aSetThatThrowsOnTheFirstOrder();
  }

  @Test
  @Order(9)
  void aFullDiskRefusesOrdersKeepsCancelsAndIsLeftBehind() throws Exception {
    assumeThat(ownDisk).as("a file system of its own could be mounted").isTrue();
    files.aFullDisk();
    trades();
  }

  @Test
  @Order(10)
  void aPortInUseAndAnUnreadableReplayFileAreNamed() throws Exception {
    Ports free = Ports.free();
    List<String> words = new ArrayList<>(List.of("demo", "--seconds", "1"));
    words.addAll(
        new Ports(node.ports().http(), free.ssh(), free.jmx(), free.hazelcast()).options());
    Finished second =
        node.distribution().headgate(Duration.ofSeconds(30), words.toArray(String[]::new));
    assertThat(second.exitCode()).as(second.output()).isEqualTo(4);
    assertThat(second.output()).contains("port " + node.ports().http(), "in use", "--http-port");

    Path garbage = node.distribution().home().resolve("ticks.csv.gz");
    Files.write(garbage, new byte[] {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3});
    Finished replay =
        node.distribution()
            .headgate(
                Duration.ofMinutes(1),
                "replay",
                garbage.toString(),
                "--instrument",
                "ALFA.SIM",
                "--columns",
                "millisOfDay,bid,ask",
                "--date",
                "2026-03-02",
                "--json");
    assertThat(replay.exitCode()).as(replay.output()).isNotZero();
    assertThat(replay.output()).contains("ticks.csv.gz");
  }

  @Test
  @Order(11)
  void aTornTailIsCutOffAndTheNodeGoesOn() throws Exception {
    trades();
    files.aTornTail();
    trades();
  }

  @Test
  @Order(12)
  void aDamagedMiddleIsRefusedWithFileAndOffset() throws Exception {
    files.aDamagedMiddle();
  }
}
