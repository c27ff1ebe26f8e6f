package io.headgate.routes.camel.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.MarketBatch;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrderCommand;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.route.RouteStatus;
import io.headgate.testkit.fake.RecordingMarketSink;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ends of the routes that orders and market data pass. */
class EndpointsTest {

  @TempDir Path base;
  private Node node = new Node(Path.of(""));

  @BeforeEach
  void makeNode() {
    node = new Node(base);
  }

  private static void eventually(Runnable assertion) {
    Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(assertion::run);
  }

  private static MarketBatch batch(int number) {
    return MarketBatch.builder("simulator")
        .trade(InstrumentId.parse("ACME.XSIM"), number, number, Fixed.ONE, Fixed.ONE)
        .build();
  }

  private static OrderCommand.Send command(String broker, int number) {
    NewOrder order =
        NewOrder.limit(
            Originator.trader("ACC1", "kim"),
            InstrumentId.parse("ACME.XSIM"),
            Side.BUY,
            Fixed.ONE,
            Fixed.ONE,
            TimeInForce.DAY);
    return new OrderCommand.Send(new ClOrdId("N1", 1, number), broker, order);
  }

  private static Consumer<OrderCommand> taker(Node.FakeOutbound outbound) {
    eventually(() -> assertThat(outbound.taker).isNotNull());
    return Objects.requireNonNull(outbound.taker);
  }

  private static String state(RouteRuntime runtime, String id) {
    return runtime.list().stream()
        .filter(route -> route.id().equals(id))
        .map(RouteStatus::state)
        .findFirst()
        .orElse("absent");
  }

  @Test
  void batchesPassTheRouteInOrderOnTheAdaptersThread() throws Exception {
    node.shipped("market-simulator.yaml");
    RecordingMarketSink sink = new RecordingMarketSink();
    Node.FakeAdapter adapter = new Node.FakeAdapter();
    node.services.marketSink().set(sink);
    node.services.adapter("simulator").set(adapter);
    try (RouteRuntime runtime = node.start()) {
      runtime.switchboard();
      assertThat(adapter.sink).as("not started by itself").isNull();

      runtime.switchboard().start("market-simulator");
      for (int i = 0; i < 100; i++) {
        adapter.deliver(batch(i));
      }

      assertThat(sink.batches()).extracting(b -> b.tsEvent(0)).hasSize(100).isSorted();
      assertThat(runtime.list().get(0).exchanges()).isEqualTo(100);

      runtime.switchboard().stop("market-simulator");
      assertThat(adapter.sink).isNull();
      runtime.switchboard().start("market-simulator");
      assertThat(adapter.starts).hasValue(2);
    }
  }

  @Test
  void aFeedStartsByItselfWhereItIsConfiguredToAndWaitsForItsAdapter() throws Exception {
    node.shipped("market-simulator.yaml");
    try (RouteRuntime runtime = node.start(Map.of("simulatorAutoStartup", "true"))) {
      runtime.switchboard();
      assertThat(state(runtime, "market-simulator")).isEqualTo("Started");

      Node.FakeAdapter adapter = new Node.FakeAdapter();
      node.services.adapter("simulator").set(adapter);
      eventually(() -> assertThat(adapter.sink).isNotNull());

      Node.FakeAdapter other = new Node.FakeAdapter();
      node.services.adapter("simulator").set(other);
      node.services.adapter("simulator").unset(adapter);
      eventually(() -> assertThat(other.sink).isNotNull());
      assertThat(adapter.sink).isNull();
    }
  }

  @Test
  void aFeedWaitsWhileTheEngineIsReplacedAndLosesNothing() throws Exception {
    node.shipped("market-simulator.yaml");
    Node.FakeAdapter adapter = new Node.FakeAdapter();
    RecordingMarketSink old = new RecordingMarketSink();
    node.services.adapter("simulator").set(adapter);
    node.services.marketSink().set(old);
    try (RouteRuntime runtime = node.start()) {
      runtime.switchboard().start("market-simulator");
      adapter.deliver(batch(1));
      old.stop();

      CompletableFuture<Void> delivery =
          CompletableFuture.runAsync(
              () -> {
                adapter.deliver(batch(2));
                adapter.deliver(batch(3));
              });
      node.services.marketSink().unset(old);
      RecordingMarketSink fresh = new RecordingMarketSink();
      node.services.marketSink().set(fresh);

      delivery.join();
      assertThat(old.rows()).isEqualTo(1);
      assertThat(fresh.batches()).extracting(b -> b.tsEvent(0)).containsExactly(2L, 3L);
    }
  }

  @Test
  void aStopEndsAFeedThatWaitsForTheEngine() throws Exception {
    node.shipped("market-simulator.yaml");
    Node.FakeAdapter adapter = new Node.FakeAdapter();
    node.services.adapter("simulator").set(adapter);
    try (RouteRuntime runtime = node.start()) {
      runtime.switchboard().start("market-simulator");
      CompletableFuture<Void> delivery =
          CompletableFuture.runAsync(() -> adapter.deliver(batch(1)));

      runtime.switchboard().stop("market-simulator");

      assertThatThrownBy(delivery::join).hasMessageContaining("has stopped");
    }
  }

  @Test
  void aSuspendedFeedHoldsItsAdapterAndResumesWhereItWas() throws Exception {
    node.shipped("market-simulator.yaml");
    Node.FakeAdapter adapter = new Node.FakeAdapter();
    RecordingMarketSink sink = new RecordingMarketSink();
    node.services.adapter("simulator").set(adapter);
    node.services.marketSink().set(sink);
    try (RouteRuntime runtime = node.start()) {
      runtime.switchboard().start("market-simulator");
      runtime.switchboard().suspend("market-simulator");
      assertThat(state(runtime, "market-simulator")).isEqualTo("Suspended");

      CompletableFuture<Void> delivery =
          CompletableFuture.runAsync(() -> adapter.deliver(batch(1)));
      assertThat(sink.rows()).isZero();

      runtime.switchboard().start("market-simulator");
      delivery.join();
      assertThat(sink.rows()).isEqualTo(1);
      assertThat(adapter.starts).hasValue(1);
    }
  }

  @Test
  void approvedCommandsGoToTheBrokerThatTheEngineChose() throws Exception {
    node.shipped("orders-out.yaml");
    Node.FakeOutbound outbound = new Node.FakeOutbound();
    node.services.outbound().set(outbound);
    try (RouteRuntime runtime = node.start()) {
      Consumer<OrderCommand> taker = taker(outbound);

      taker.accept(command("paper", 1));
      taker.accept(command("fix-one", 2));

      assertThat(outbound.sent).containsExactly("paper N1-1-1", "fix-one N1-1-2");
      assertThat(runtime.health()).isEqualTo(Health.UP);
    }
  }

  @Test
  void aCommandThatNoBrokerTakesIsGivenBack() throws Exception {
    node.shipped("orders-out.yaml");
    Node.FakeOutbound outbound = new Node.FakeOutbound();
    outbound.refusal = new IllegalArgumentException("there is no connector 'paper'");
    node.services.outbound().set(outbound);
    try (RouteRuntime runtime = node.start()) {
      Consumer<OrderCommand> taker = taker(outbound);

      assertThatThrownBy(() -> taker.accept(command("paper", 1)))
          .hasMessageContaining("orders-out")
          .hasMessageContaining("there is no connector 'paper'");

      outbound.refusal = null;
      assertThatCode(() -> taker.accept(command("paper", 2))).doesNotThrowAnyException();
      eventually(() -> assertThat(runtime.health().reason()).contains("orders-out failed 1 times"));
    }
  }

  @Test
  void aRouteThatForgetsSwallowsOrChangesACommandCannotHideIt() throws Exception {
    node.file(
        "orders-out.yaml",
        """
        - route:
            id: orders-out
            from:
              uri: headgate:approved
              steps:
                - choice:
                    when:
                      - simple: "${header.HeadgateBroker} == 'swallow'"
                        steps:
                          - doTry:
                              steps:
                                - throwException:
                                    exceptionType: java.lang.IllegalStateException
                                    message: broken
                              doCatch:
                                - exception: [java.lang.Exception]
                                  steps:
                                    - log: swallowed
                      - simple: "${header.HeadgateBroker} == 'change'"
                        steps:
                          - setBody:
                              constant: something else
                          - to: headgate:broker
                      - simple: "${header.HeadgateBroker} == 'twice'"
                        steps:
                          - to: headgate:broker
                          - to: headgate:broker
        """);
    Node.FakeOutbound outbound = new Node.FakeOutbound();
    node.services.outbound().set(outbound);
    try (RouteRuntime runtime = node.start()) {
      runtime.switchboard();
      Consumer<OrderCommand> taker = taker(outbound);

      assertThatThrownBy(() -> taker.accept(command("forget", 1)))
          .hasMessage("route orders-out handed N1-1-1 to no broker");
      assertThatThrownBy(() -> taker.accept(command("swallow", 2)))
          .hasMessageContaining("handed N1-1-2 to no broker");
      assertThatThrownBy(() -> taker.accept(command("change", 3)))
          .hasMessageContaining("has changed the body of N1-1-3");
      assertThat(outbound.sent).isEmpty();

      taker.accept(command("twice", 4));
      assertThat(outbound.sent).containsExactly("twice N1-1-4");
    }
  }

  @Test
  void whatWasGivenBackCannotBeSentLater() throws Exception {
    node.file(
        "orders-out.yaml",
        """
        - route:
            id: orders-out
            from:
              uri: headgate:approved
              steps:
                - to: seda:later
        - route:
            id: later
            autoStartup: "false"
            from:
              uri: seda:later
              steps:
                - to: headgate:broker
        """);
    Node.FakeOutbound outbound = new Node.FakeOutbound();
    node.services.outbound().set(outbound);
    try (RouteRuntime runtime = node.start()) {
      Consumer<OrderCommand> taker = taker(outbound);
      assertThatThrownBy(() -> taker.accept(command("paper", 1)))
          .hasMessageContaining("to no broker");

      runtime.switchboard().start("later");

      eventually(
          () ->
              assertThat(runtime.list())
                  .filteredOn(route -> route.id().equals("later"))
                  .allMatch(route -> route.failures() == 1));
      assertThat(outbound.sent).isEmpty();
    }
  }

  @Test
  void commandsWaitInTheEngineWhileTheirRouteIsStoppedOrSuspended() throws Exception {
    node.shipped("orders-out.yaml");
    Node.FakeOutbound outbound = new Node.FakeOutbound();
    node.services.outbound().set(outbound);
    try (RouteRuntime runtime = node.start()) {
      assertThat(taker(outbound)).isNotNull();

      runtime.switchboard().suspend("orders-out");
      assertThat(outbound.taker).isNull();
      runtime.switchboard().start("orders-out");
      assertThat(outbound.taker).isNotNull();
      runtime.switchboard().stop("orders-out");
      assertThat(outbound.taker).isNull();
      assertThat(runtime.health().state()).isEqualTo(Health.State.DOWN);
      assertThat(runtime.health().reason()).contains("ROUTE_UNAVAILABLE", "orders-out");
      runtime.switchboard().start("orders-out");
      assertThat(outbound.taker).isNotNull();
    }
    assertThat(outbound.taker).isNull();
  }

  @Test
  void aTakenDeliveryIsAskedForAgain() throws Exception {
    node.shipped("orders-out.yaml");
    Node.FakeOutbound outbound = new Node.FakeOutbound();
    Consumer<OrderCommand> other = command -> {};
    AutoCloseable taken = outbound.onApproved(other);
    node.services.outbound().set(outbound);
    try (RouteRuntime runtime = node.start()) {
      eventually(() -> assertThat(runtime.health().reason()).contains("a taker already"));
      taken.close();
      eventually(() -> assertThat(outbound.taker).isNotNull().isNotSameAs(other));
      eventually(() -> assertThat(runtime.health()).isEqualTo(Health.UP));
    }
  }

  @Test
  void unknownRoutesAreNamedWithThoseThereAre() throws Exception {
    node.shipped("orders-out.yaml");
    node.shipped("market-simulator.yaml");
    try (RouteRuntime runtime = node.start()) {
      for (Consumer<String> verb :
          List.<Consumer<String>>of(
              runtime.switchboard()::start,
              runtime.switchboard()::stop,
              runtime.switchboard()::suspend)) {
        assertThatThrownBy(() -> verb.accept("order-out"))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("there is no route 'order-out'; routes are [market-simulator, orders-out]");
      }
    }
  }
}
