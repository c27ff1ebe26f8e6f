package io.headgate.routes.camel.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.routes.camel.internal.file.RouteFiles;
import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.route.RouteStatus;
import io.headgate.testkit.fake.RecordingAlarms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Route files that are added, changed, broken and removed while the others run. */
class RouteFilesTest {

  @TempDir Path base;
  private Node node = new Node(Path.of(""));
  private final RecordingAlarms alarms = new RecordingAlarms();

  @BeforeEach
  void makeNode() throws Exception {
    node = new Node(base);
    node.services.alarms().use(alarms);
    node.shipped("orders-out.yaml");
  }

  private static String tick(String id, String description) {
    return """
    - route:
        id: %s
        description: %s
        from:
          uri: timer:tick?period=20
          steps:
            - log:
                message: tick
                loggingLevel: "OFF"
    """
        .formatted(id, description);
  }

  private static void eventually(Runnable assertion) {
    Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(assertion::run);
  }

  private static RouteStatus route(RouteRuntime runtime, String id) {
    return runtime.list().stream()
        .filter(found -> found.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no route " + id + " in " + runtime.list()));
  }

  private static List<String> ids(RouteRuntime runtime) {
    return runtime.list().stream().map(RouteStatus::id).toList();
  }

  private String alarm() {
    return alarms.active().stream()
        .filter(found -> found.key().equals(RouteFiles.ALARM))
        .map(Alarm::text)
        .findFirst()
        .orElse("");
  }

  @Test
  void aFileIsAddedChangedAndRemovedWhileTheOthersRun() throws Exception {
    Node.FakeOutbound outbound = new Node.FakeOutbound();
    node.services.outbound().set(outbound);
    try (RouteRuntime runtime = node.start()) {
      runtime.switchboard();
      Object taker = outbound.taker;
      assertThat(taker).isNotNull();

      node.file("tick.yaml", tick("tick", "one"));
      eventually(() -> assertThat(route(runtime, "tick").exchanges()).isPositive());

      node.file("tick.yaml", tick("tick", "two"));
      eventually(() -> assertThat(route(runtime, "tick").description()).isEqualTo("two"));
      assertThat(route(runtime, "tick").file()).isEqualTo("tick.yaml");

      Files.delete(base.resolve("routes/tick.yaml"));
      eventually(() -> assertThat(ids(runtime)).containsExactly("orders-out"));
      assertThat(outbound.taker).as("the other route was left alone").isSameAs(taker);
    }
  }

  @Test
  void xmlWorksLikeYaml() throws Exception {
    try (RouteRuntime runtime = node.start()) {
      node.file(
          "tick.xml",
          """
          <routes>
            <route id="tick-xml" description="in XML">
              <from uri="timer:tick?period=20"/>
              <log message="tick" loggingLevel="OFF"/>
            </route>
          </routes>
          """);
      eventually(() -> assertThat(route(runtime, "tick-xml").exchanges()).isPositive());
      assertThat(route(runtime, "tick-xml").description()).isEqualTo("in XML");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "uri: timer:tick?period=20|uri: timmer:tick|tick.yaml line 5: No endpoint could be found for: timmer",
        "uri: timer:tick?period=20|uri: timer:tick?perriod=20|tick.yaml line 5: Failed to resolve",
        "uri: timer:tick?period=20|uri: headgate:feeed|tick.yaml line 5: there is no headgate:feeed",
        "uri: timer:tick?period=20|uri: headgate:feed|tick.yaml line 5: headgate:feed needs the name of a data adapter",
        "uri: timer:tick?period=20|uri: headgate:market|tick.yaml line 1: headgate://market can only be sent to",
        "uri: timer:tick?period=20|uri: headgate:executions?capacity=0|tick.yaml line 5: capacity is '0'",
        "uri: timer:tick?period=20|uri: headgate:executions?format=xml|format is 'xml'",
        "id: tick|id: orders-out|'orders-out' is defined in orders-out.yaml already",
        "- log:|- lag:|tick.yaml line 7",
        "steps:|stepps:|tick.yaml line",
        "  id: tick|  descriptionn: tick|tick.yaml line",
        "from:|fromm:|tick.yaml line",
        "- route:|- route: [|tick.yaml line",
        "uri: timer:tick?period=20|uri: timer:{{nothing}}|tick.yaml line 5: Property with key [nothing]",
      })
  void aBrokenFileChangesNothingAndSaysWhereItIsBroken(String part, String instead, String reason)
      throws Exception {
    node.file("tick.yaml", tick("tick", "good"));
    try (RouteRuntime runtime = node.start()) {
      runtime.switchboard();
      String broken = tick("tick", "broken").replace(part, instead);
      assertThat(broken).isNotEqualTo(tick("tick", "broken"));

      node.file("tick.yaml", broken);

      eventually(() -> assertThat(alarm()).contains("tick.yaml", reason));
      assertThat(route(runtime, "tick").description()).isEqualTo("good");
      long before = route(runtime, "tick").exchanges();
      eventually(() -> assertThat(route(runtime, "tick").exchanges()).isGreaterThan(before));
      assertThat(runtime.health().reason()).contains(reason);

      node.file("tick.yaml", tick("tick", "corrected"));
      eventually(() -> assertThat(route(runtime, "tick").description()).isEqualTo("corrected"));
      eventually(() -> assertThat(alarm()).isEmpty());
    }
  }

  @Test
  void aFileThatIsBrokenFromTheStartLeavesTheOthersRunning() throws Exception {
    node.file("half.yaml", tick("first", "x") + tick("first", "again"));
    node.file("no-id.yaml", tick("x", "y").replace("id: x", "group: x"));
    node.file("empty.yaml", "# nothing\n");
    try (RouteRuntime runtime = node.start()) {
      runtime.switchboard();
      assertThat(ids(runtime)).containsExactly("orders-out");
      assertThat(alarm())
          .contains("half.yaml line 10: route 'first' is defined twice")
          .contains("no-id.yaml line 1: a route has no id")
          .contains("empty.yaml: defines no route")
          .contains("Next:");
      assertThat(alarms.active().get(0).level()).isEqualTo(Alarm.Level.CRITICAL);
    }
  }

  @Test
  void whatAnOperatorHasStoppedStaysStoppedWhenItsFileChanges() throws Exception {
    node.file("tick.yaml", tick("tick", "one"));
    try (RouteRuntime runtime = node.start()) {
      runtime.switchboard().stop("tick");
      node.file("tick.yaml", tick("tick", "two"));
      eventually(() -> assertThat(route(runtime, "tick").description()).isEqualTo("two"));
      assertThat(route(runtime, "tick").state()).isEqualTo("Stopped");

      runtime.switchboard().start("tick");
      node.file(
          "tick.yaml",
          tick("tick", "three").replace("id: tick", "id: tick\n    autoStartup: \"false\""));
      eventually(() -> assertThat(route(runtime, "tick").description()).isEqualTo("three"));
      assertThat(route(runtime, "tick").state()).isEqualTo("Started");
    }
  }

  @Test
  void aRouteMayMoveFromOneFileToAnother() throws Exception {
    node.file("b.yaml", tick("tick", "one"));
    try (RouteRuntime runtime = node.start()) {
      runtime.switchboard();
      Files.move(base.resolve("routes/b.yaml"), base.resolve("routes/a.yaml"));
      eventually(() -> assertThat(route(runtime, "tick").file()).isEqualTo("a.yaml"));
      eventually(() -> assertThat(alarm()).isEmpty());
      assertThat(ids(runtime)).containsExactly("orders-out", "tick");
    }
  }

  @Test
  void aNodeWithoutRouteFilesIsDownAndSaysWhatToDo() throws Exception {
    Files.delete(base.resolve("routes/orders-out.yaml"));
    try (RouteRuntime runtime = node.start()) {
      runtime.switchboard();
      assertThat(runtime.health().state()).isEqualTo(Health.State.DOWN);
      assertThat(alarm()).contains("has no route file");

      node.shipped("orders-out.yaml");
      eventually(() -> assertThat(ids(runtime)).containsExactly("orders-out"));
      eventually(() -> assertThat(alarm()).isEmpty());
    }
  }

  @Test
  void manyReloadsLeaveNothingBehind() throws Exception {
    try (RouteRuntime runtime = node.start()) {
      runtime.switchboard();
      for (int i = 0; i < 15; i++) {
        String description = "version " + i;
        node.file("tick.yaml", tick("tick", description));
        eventually(
            () ->
                assertThat(runtime.list())
                    .extracting(RouteStatus::description)
                    .contains(description));
      }
      assertThat(ids(runtime)).containsExactly("orders-out", "tick");
      assertThat(alarm()).isEmpty();
    }
  }
}
