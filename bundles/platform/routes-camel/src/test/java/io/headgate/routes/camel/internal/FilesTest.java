package io.headgate.routes.camel.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.decision.Decision;
import io.headgate.model.decision.Severity;
import io.headgate.model.decision.Unit;
import io.headgate.model.decision.Verdict;
import io.headgate.model.execution.ExecType;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.Order;
import io.headgate.model.order.OrderIntent;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.spi.event.NodeEvent;
import io.headgate.spi.order.OrderEntry;
import io.headgate.spi.order.OrderEntryException;
import io.headgate.testkit.fake.RecordingEvents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders from files and executions into files, by the routes of the distribution. */
class FilesTest {

  @TempDir Path base;
  private Node node = new Node(Path.of(""));
  private final FakeEntry entry = new FakeEntry();

  @BeforeEach
  void makeNode() throws Exception {
    node = new Node(base);
    node.shipped("orders-out.yaml");
    node.shipped("orders-file.yaml");
    node.shipped("executions-file.yaml");
    Files.createDirectories(base.resolve("data/orders/in"));
  }

  private static void eventually(Runnable assertion) {
    Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion::run);
  }

  private List<String> lines(String file) {
    try {
      return Files.readAllLines(base.resolve("data").resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean exists(String file) {
    return Files.exists(base.resolve("data").resolve(file));
  }

  private void drop(String name, String content) throws IOException {
    Path part = base.resolve("data/orders/in").resolve(name + ".part");
    Files.writeString(part, content);
    Files.move(part, base.resolve("data/orders/in").resolve(name));
  }

  private static String csv(int... quantities) {
    StringBuilder text =
        new StringBuilder("idempotencyKey,account,instrument,side,type,quantity,limitPrice\n");
    for (int i = 0; i < quantities.length; i++) {
      text.append("k%d,ACC1,ACME.XSIM,BUY,LIMIT,%d,10.5\n".formatted(i + 1, quantities[i]));
    }
    return text.toString();
  }

  @Test
  void aKeyThatAnotherOrderHadIsRejected() throws Exception {
    entry.reused = "k2";
    node.services.orderEntry().set(entry);
    try (RouteRuntime runtime = node.start()) {
      runtime.switchboard();
      drop("again.csv", csv(1, 2, 3));

      eventually(() -> assertThat(exists("orders/done/again.csv")).isTrue());
      assertThat(entry.keys()).containsExactly("k1", "k3");
      assertThat(lines("orders/rejected/again.csv.rejects.jsonl"))
          .singleElement()
          .asString()
          .contains("\"line\":3", "used for another order");
    }
  }

  @Test
  void everyLineIsDecidedOnInOrderAndAnswered() throws Exception {
    node.services.orderEntry().set(entry);
    try (RouteRuntime runtime = node.start()) {
      runtime.switchboard();
      drop("morning.csv", csv(1, 2, -3, 4, 5_000));

      eventually(() -> assertThat(exists("orders/done/morning.csv")).isTrue());
      assertThat(entry.keys()).containsExactly("k1", "k2", "k4", "k5");
      List<String> decisions = lines("orders/done/morning.csv.decisions.jsonl");
      assertThat(decisions).hasSize(4);
      assertThat(decisions.get(0))
          .contains("\"file\":\"morning.csv\"", "\"line\":2", "\"accepted\":true");
      assertThat(decisions.get(3))
          .contains("\"line\":6", "\"accepted\":false", "\"reason\":\"QTY_MAX\"", "limit 1000");
      List<String> rejects = lines("orders/rejected/morning.csv.rejects.jsonl");
      assertThat(rejects).hasSize(1);
      assertThat(rejects.get(0))
          .contains("\"line\":4", "expected a number above 0", "k3,ACC1,ACME.XSIM");
      assertThat(exists("orders/in/morning.csv")).isFalse();
    }
  }

  @Test
  void jsonLinesAreReadToo() throws Exception {
    node.services.orderEntry().set(entry);
    try (RouteRuntime runtime = node.start()) {
      runtime.switchboard();
      drop(
          "a.jsonl",
          """
          {"idempotencyKey":"j1","account":"ACC1","instrument":"ACME.XSIM","side":"SELL","type":"MARKET","quantity":7}
          {"idempotencyKey":"j2",
          """);

      eventually(() -> assertThat(exists("orders/done/a.jsonl")).isTrue());
      assertThat(entry.keys()).containsExactly("j1");
      assertThat(lines("orders/rejected/a.jsonl.rejects.jsonl").get(0)).contains("\"line\":2");
    }
  }

  @Test
  void aFileThatIsNoneGoesToTheRejectedOnesWhole() throws Exception {
    node.services.orderEntry().set(entry);
    try (RouteRuntime runtime = node.start()) {
      runtime.switchboard();
      drop("photo.csv", "\u0000\u0001PNG,what\nk1,ACC1\n");

      eventually(() -> assertThat(exists("orders/rejected/photo.csv")).isTrue());
      assertThat(entry.keys()).isEmpty();
      eventually(
          () -> assertThat(runtime.health().reason()).contains("photo.csv line 1", "first line"));
    }
  }

  @Test
  void aFileThatIsStoppedHalfWayIsNotTakenForDone() throws Exception {
    entry.full = Integer.MAX_VALUE;
    node.services.orderEntry().set(entry);
    try (RouteRuntime runtime = node.start()) {
      runtime.switchboard();
      drop("half.csv", csv(1, 2));
      eventually(() -> assertThat(entry.full).isLessThan(Integer.MAX_VALUE));
    }

    assertThat(exists("orders/done/half.csv")).isFalse();
    assertThat(exists("orders/in/half.csv") || exists("orders/rejected/half.csv")).isTrue();
    assertThat(exists("orders/rejected/half.csv.rejects.jsonl")).isFalse();
  }

  @Test
  void aLineWaitsWhileTheEngineIsAwayOrFull() throws Exception {
    entry.full = 3;
    try (RouteRuntime runtime = node.start()) {
      runtime.switchboard();
      drop("early.csv", csv(1, 2));
      node.services.orderEntry().set(entry);

      eventually(() -> assertThat(exists("orders/done/early.csv")).isTrue());
      assertThat(entry.keys()).containsExactly("k1", "k2");
      assertThat(exists("orders/rejected/early.csv.rejects.jsonl")).isFalse();
    }
  }

  @Test
  void executionsAreWrittenInOrderAFileADay() throws Exception {
    RecordingEvents events = new RecordingEvents();
    node.services.events().set(events);
    try (RouteRuntime runtime = node.start()) {
      runtime.switchboard();
      for (int i = 1; i <= 50; i++) {
        events.publish(executed(i, LocalDate.of(2026, 3, i <= 30 ? 2 : 3)));
        events.publish(new NodeEvent.RulesChanged(1, "hash", ""));
      }

      eventually(() -> assertThat(lines("executions/executions-2026-03-03.jsonl")).hasSize(20));
      List<String> first = lines("executions/executions-2026-03-02.jsonl");
      assertThat(first).hasSize(30);
      assertThat(
              IntStream.range(0, 30).allMatch(i -> first.get(i).contains("\"T" + (i + 1) + "\"")))
          .isTrue();
      assertThat(first.get(0))
          .startsWith("{\"time\":\"2026-03-02T09:00:00.000000001Z\"")
          .contains(
              "\"lastQty\":0.5", "\"lastPx\":10.25", "\"fee\":0.01", "\"text\":\"say \\\"hi\\\"\"");
    }
  }

  private static NodeEvent.Executed executed(int number, LocalDate date) {
    InstrumentId acme = InstrumentId.parse("ACME.XSIM");
    NewOrder request =
        NewOrder.limit(
            Originator.trader("ACC1", "kim"),
            acme,
            Side.BUY,
            Fixed.ONE,
            Fixed.ONE,
            TimeInForce.DAY);
    ClOrdId id = new ClOrdId("N1", 1, number);
    long time = 1_772_442_000_000_000_000L + number;
    ExecutionReport report =
        new ExecutionReport(
            "paper",
            ExecType.TRADE,
            id,
            "V1",
            acme,
            Side.BUY,
            OrdStatus.PARTIALLY_FILLED,
            "T" + number,
            date,
            Fixed.parse("0.5"),
            Fixed.parse("10.25"),
            Fixed.parse("0.5"),
            Fixed.parseAmount("0.01"),
            "USD",
            time,
            "say \"hi\"");
    Order order =
        new Order(id, id, request, "paper", OrdStatus.PARTIALLY_FILLED, 1, 1, "V1", time, time, "");
    return new NodeEvent.Executed(time, order, report);
  }

  /** Denies more than a thousand; the same key again gives the first decision again. */
  private static final class FakeEntry implements OrderEntry {
    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
    volatile int full;
    volatile String reused = "";

    List<String> keys() {
      return List.copyOf(seen);
    }

    @Override
    public synchronized CompletionStage<Decision> submit(OrderIntent intent) {
      if (full > 0) {
        full = full - 1;
        return CompletableFuture.failedFuture(
            new OrderEntryException(OrderEntryException.Reason.QUEUE_FULL, "the queue is full"));
      }
      if (intent.idempotencyKey().equals(reused)) {
        return CompletableFuture.failedFuture(
            new OrderEntryException(
                OrderEntryException.Reason.KEY_REUSED, "the key was used for another order"));
      }
      seen.add(intent.idempotencyKey());
      NewOrder order = (NewOrder) intent;
      boolean accepted = order.quantity() <= 1_000 * Fixed.ONE;
      List<Verdict> verdicts =
          accepted
              ? List.of()
              : List.of(
                  new Verdict(
                      "max quantity",
                      Severity.BLOCK,
                      "QTY_MAX",
                      order.quantity(),
                      1_000 * Fixed.ONE,
                      Unit.QTY,
                      "limits.csv:2"));
      return CompletableFuture.completedFuture(
          new Decision(
              new ClOrdId("N1", 1, seen.size()),
              1,
              1,
              intent,
              accepted,
              verdicts,
              "hash",
              "paper"));
    }
  }
}
