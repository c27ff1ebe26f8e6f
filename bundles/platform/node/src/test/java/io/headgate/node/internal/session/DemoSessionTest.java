package io.headgate.node.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.decision.Decision;
import io.headgate.node.internal.session.check.Books;
import io.headgate.spi.event.NodeEvent;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.HealthCheck;
import io.headgate.spi.strategy.StrategyStatus;
import io.headgate.testkit.fake.FakeLimits;
import io.headgate.testkit.fake.FakeRuleGate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DemoSessionTest {

  private final FakeNode node = new FakeNode();

  DemoSessionTest() throws Exception {}

  /** Runs an endless demo, lets it see one decision and ends it. */
  private int runAndEnd() throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<Integer> code = thread.submit(new DemoSession(node.session(), 0)::run);
      Awaitility.await().until(() -> node.output().contains("ticks/s"));
      node.events.publish(
          new NodeEvent.Decided(
              0,
              new Decision(Books.id(1), 1, 0, Books.request(1), true, List.of(), "hash", "paper")));
      node.end.request();
      return code.get();
    } finally {
      thread.shutdownNow();
    }
  }

  private String summary() {
    return node.output().lines().filter(l -> l.startsWith("SUMMARY ")).findFirst().orElseThrow();
  }

  @Test
  void runsTheMarketAndEndsWithAConsistentSummary() throws Exception {
    node.properties.put(
        "headgate.started.millis", Long.toString(node.clock.epochNanos() / 1_000_000 - 12_345));

    assertThat(runAndEnd()).isEqualTo(Session.OK);

    assertThat(node.calls)
        .containsExactly(
            "start market-simulator", "stop market-simulator", "stop momentum", "drain");
    assertThat(node.output()).contains("node N1").contains("Ctrl-C ends the demo");
    assertThat(summary())
        .contains("\"ticks\":1000,")
        .contains("\"intents\":3,\"accepted\":2,\"denied\":1,\"deniedByReason\":{\"QTY_MAX\":1}")
        .contains("\"fills\":3,\"openOrders\":1,\"unknownOrders\":0")
        .contains(
            "\"positions\":[{\"account\":\"ACC1\",\"instrument\":\"ACME.SIM\",\"quantity\":160")
        .contains("\"pnl\":0.00,\"pnlCurrency\":\"USD\"")
        .contains("\"decisionMicros\":{\"p50\":1.5,\"p99\":20.0,\"p999\":90.0}")
        .contains("\"journalRecords\":8")
        .contains("\"startSeconds\":12.345")
        .contains("\"stateHash\":\"abc123\"")
        .endsWith("\"consistent\":true}");
    assertThat(node.output().lines().filter(l -> l.startsWith("SUMMARY "))).hasSize(1);
    assertThat(node.output().lines().reduce((a, b) -> b).orElseThrow()).startsWith("SUMMARY ");
  }

  @Test
  void endsByItselfAfterItsTime() throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<Integer> code = thread.submit(new DemoSession(node.session(), 20)::run);
      Awaitility.await().until(() -> node.output().contains("ticks/s"));
      node.clock.advanceMillis(20_000);

      assertThat(code.get()).isEqualTo(Session.OK);
    } finally {
      thread.shutdownNow();
    }
    assertThat(summary()).contains("\"seconds\":20.0").contains("\"ticksPerSecond\":50,");
    assertThat(node.output()).contains("The market runs for 20 s.").doesNotContain("Log in");
  }

  @Test
  void booksThatDoNotAgreeFailAndSayWhy() throws Exception {
    node.books.position = Books.units(161);
    Thread mover = moveTheClock();
    try {
      assertThat(runAndEnd()).isEqualTo(Session.FAILED);
    } finally {
      mover.interrupt();
    }

    assertThat(summary())
        .contains("\"consistent\":false,\"inconsistencies\":[\"position ACC1 ACME.SIM: engine 161");
    assertThat(node.output()).contains("consistent  NO:");
  }

  @Test
  void aNodeThatDoesNotDrainIsNotConsistent() throws Exception {
    node.drains = false;

    assertThat(runAndEnd()).isEqualTo(Session.FAILED);

    assertThat(summary()).contains("the node had not drained after 5 s");
  }

  @Test
  void aVenueThatAnswersLateIsWaitedFor() throws Exception {
    node.books.venueOrders = java.util.Map.of();
    ExecutorService late = Executors.newSingleThreadExecutor();
    try {
      Future<?> answer =
          late.submit(
              () -> {
                Awaitility.await().until(() -> node.calls.contains("drain"));
                node.books.venueOrders = new Books().venueOrders;
              });
      assertThat(runAndEnd()).isEqualTo(Session.OK);
      answer.get();
    } finally {
      late.shutdownNow();
    }
  }

  /** The wait for late answers ends by the node's clock. */
  private Thread moveTheClock() {
    Thread thread =
        new Thread(
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                if (node.calls.contains("drain")) {
                  node.clock.advanceMillis(100);
                }
                Thread.onSpinWait();
              }
            });
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  @Test
  void aNodeThatIsNotReadySaysEverythingThatIsMissing() throws Exception {
    node.services.rules = FakeRuleGate.empty();
    node.services.limits = FakeLimits.unreadable();
    node.services.market = null;
    node.services.brokers = List.of();
    node.strategies.put("momentum", StrategyStatus.State.FAILED);
    node.routes.ids.clear();
    node.services.healthChecks =
        List.of(
            new HealthCheck() {
              @Override
              public String name() {
                return "journal";
              }

              @Override
              public Health check() {
                return Health.down("the disk is full; free some space");
              }
            });

    assertThat(new DemoSession(node.session(), 5).run()).isEqualTo(Session.FAILED);

    assertThat(node.errors())
        .contains("The demo cannot start. After 1 s these are missing:")
        .contains("service MarketSink")
        .contains("a rule set")
        .contains("limits")
        .contains("strategy momentum is FAILED: why")
        .contains("route market-simulator (see etc/routes)")
        .contains("a broker connector")
        .contains("journal is DOWN: the disk is full; free some space")
        .contains("karaf.log");
    assertThat(node.output()).doesNotContain("SUMMARY");
    assertThat(node.calls).isEmpty();
  }

  @Test
  void canBeEndedBeforeItIsReady() throws Exception {
    node.services.monitor = null;
    node.end.request();

    assertThat(new DemoSession(node.session(), 0).run()).isEqualTo(Session.FAILED);

    assertThat(node.errors()).contains("ended before the node was ready");
  }

  @Test
  void leavesWithoutATraceWhenItsBundleStartsAgainBeforeItBegan() throws Exception {
    node.services.monitor = null;
    node.end.withdraw();

    new DemoSession(node.session(), 0).run();

    assertThat(node.end.isWithdrawn()).isTrue();
    assertThat(node.errors()).isEmpty();
    assertThat(node.output()).isEmpty();
  }

  @Test
  void aSessionThatHasBegunIsEndedAndNotWithdrawn() {
    node.end.begin();
    node.end.withdraw();

    assertThat(node.end.isWithdrawn()).isFalse();
  }

  @Test
  void anEndThatWasRequestedIsNotTakenBack() {
    node.end.request();
    node.end.withdraw();

    assertThat(node.end.isWithdrawn()).isFalse();
  }
}
