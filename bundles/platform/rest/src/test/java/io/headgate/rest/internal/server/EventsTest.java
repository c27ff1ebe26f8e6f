package io.headgate.rest.internal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.headgate.model.execution.ExecType;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.Order;
import io.headgate.rest.internal.server.RunningApi.Answer;
import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.control.TradingState;
import io.headgate.spi.event.NodeEvent;
import io.headgate.testkit.fake.RecordingEvents;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventsTest {

  private final RecordingEvents events = new RecordingEvents();
  private final List<AutoCloseable> toClose = new ArrayList<>();

  @AfterEach
  void stop() throws Exception {
    for (int i = toClose.size() - 1; i >= 0; i--) {
      toClose.get(i).close();
    }
  }

  private RunningApi api(Map<String, Object> settings) {
    RunningApi api = new RunningApi(settings);
    toClose.add(api);
    api.events.bindEventStream(events);
    return api;
  }

  private Reader open(RunningApi api, String query) throws IOException {
    Reader reader = new Reader(api, query);
    toClose.add(reader);
    reader.skipTo(": events of this node, from now on");
    return reader;
  }

  /** A client that reads when it is told to, over a plain socket. */
  private static final class Reader implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader lines;

    Reader(RunningApi api, String query) throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), api.port());
      socket.setSoTimeout(20_000);
      socket
          .getOutputStream()
          .write(
              "GET /api/v1/events%s HTTP/1.0\r\nAuthorization: %s\r\n\r\n"
                  .formatted(query, RunningApi.basic("viewer", "secret"))
                  .getBytes(StandardCharsets.US_ASCII));
      lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    @Nullable String line() throws IOException {
      return lines.readLine();
    }

    void skipTo(String wanted) throws IOException {
      for (String line = line(); !wanted.equals(line); line = line()) {
        assertThat(line).as("end of stream before '%s'", wanted).isNotNull();
      }
    }

    /** Name and data of the next event; empty at the end of the stream. */
    List<String> event() throws IOException {
      for (String line = line(); line != null; line = line()) {
        if (line.startsWith("event: ")) {
          String data = String.valueOf(line());
          return List.of(line.substring(7), data.substring(6));
        }
      }
      return List.of();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private static NodeEvent alarm(String key, String text) {
    return new NodeEvent.AlarmChanged(
        FakeEngine.NOON, new Alarm(key, Alarm.Level.WARNING, text, FakeEngine.NOON, 1, "", true));
  }

  private static NodeEvent rules() {
    return new NodeEvent.RulesChanged(FakeEngine.NOON, "ab".repeat(32), "");
  }

  private static String at(String json, String pointer) throws IOException {
    return new JsonMapper().readTree(json).at(pointer).asText();
  }

  @Test
  void everyKindOfEventHasItsNameAndItsData() throws IOException {
    Reader reader = open(api(Map.of()), "");
    Order order = FakeEngine.openOrder();
    ExecutionReport report =
        new ExecutionReport(
            "paper",
            ExecType.TRADE,
            FakeEngine.OPEN,
            "V1",
            order.request().instrument(),
            order.request().side(),
            OrdStatus.PARTIALLY_FILLED,
            "T1",
            LocalDate.of(2014, 5, 8),
            5 * Fixed.ONE,
            Fixed.ONE,
            5 * Fixed.ONE,
            1_500_000,
            "USD",
            FakeEngine.NOON,
            "");
    events.publish(
        new NodeEvent.Decided(FakeEngine.NOON, FakeEngine.decision(order.request(), false)));
    events.publish(new NodeEvent.Executed(FakeEngine.NOON, order, report));
    events.publish(alarm("rules.load", "line\nbreak"));
    events.publish(
        new NodeEvent.ControlChanged(
            FakeEngine.NOON, FakePlatform.Control.restriction(TradingState.HALTED)));
    events.publish(rules());

    List<String> decided = reader.event();
    assertThat(decided.get(0)).isEqualTo("decided");
    assertThat(at(decided.get(1), "/decision/verdicts/0/measured")).isEqualTo("1500");
    assertThat(at(decided.get(1), "/time")).isEqualTo("2014-05-08T12:00:00.000000000Z");
    List<String> executed = reader.event();
    assertThat(executed.get(0)).isEqualTo("executed");
    assertThat(at(executed.get(1), "/execution/fee")).isEqualTo("1.5");
    assertThat(at(executed.get(1), "/order/id")).isEqualTo("N1-1-7");
    List<String> alarm = reader.event();
    assertThat(alarm.get(0)).isEqualTo("alarm");
    assertThat(at(alarm.get(1), "/alarm/text")).isEqualTo("line\nbreak");
    List<String> control = reader.event();
    assertThat(control.get(0)).isEqualTo("control");
    assertThat(at(control.get(1), "/restriction/state")).isEqualTo("HALTED");
    List<String> rules = reader.event();
    assertThat(rules.get(0)).isEqualTo("rules");
    assertThat(at(rules.get(1), "/ruleSet")).hasSize(64);
  }

  @Test
  void onlyTheKindsThatWereAskedForCome() throws IOException {
    Reader reader = open(api(Map.of()), "?types=rules,control");
    events.publish(alarm("a", "not wanted"));
    events.publish(rules());
    assertThat(reader.event().get(0)).isEqualTo("rules");
  }

  @Test
  void anUnknownKindIsRefusedAndTakesNoPlace() {
    RunningApi api = api(Map.of("eventStreams", 1));
    for (int i = 0; i < 3; i++) {
      Answer answer = api.get("viewer", "/events?types=decided,orders");
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.at("/errors/0/expected")).contains("decided, executed");
    }
  }

  @Test
  void aSilentStreamIsKeptOpenByComments() throws IOException {
    Reader reader = open(api(Map.of("heartbeatMillis", 100L)), "");
    reader.skipTo(": still here");
    reader.skipTo(": still here");
    events.publish(rules());
    assertThat(reader.event().get(0)).isEqualTo("rules");
  }

  @Test
  void streamsAreBoundedAndAPlaceIsFreeAgainOnceItsClientHasGone() throws IOException {
    RunningApi api = api(Map.of("eventStreams", 2, "heartbeatMillis", 100L));
    Reader first = open(api, "");
    open(api, "");
    Answer refused = api.get("viewer", "/events");
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.header("Retry-After")).isEqualTo("10");
    assertThat(refused.at("/detail")).contains("eventStreams");

    first.close();
    await()
        .atMost(Duration.ofSeconds(20))
        .ignoreExceptions()
        .untilAsserted(() -> open(api, "").close());
  }

  @Test
  void aClientThatDoesNotReadBlocksNobodyAndIsToldWhatItMissed() throws IOException {
    RunningApi api = api(Map.of("eventQueueLength", 16));
    Reader slow = open(api, "");
    Reader fast = open(api, "?types=rules");
    String text = "x".repeat(20_000);
    int published = 2000;
    long begin = System.nanoTime();
    for (int i = 0; i < published; i++) {
      events.publish(alarm("a" + i, text));
    }
    events.publish(rules());
    // Publishing runs on this thread here: 40 MB for a client that reads nothing must not hold it.
    assertThat(System.nanoTime() - begin).isLessThan(TimeUnit.SECONDS.toNanos(30));
    assertThat(fast.event().get(0)).isEqualTo("rules");

    long seen = 0;
    long missed = 0;
    String last = "";
    while (!last.equals("rules")) {
      List<String> event = slow.event();
      last = event.get(0);
      if (last.equals("dropped")) {
        missed += Long.parseLong(at(event.get(1), "/events"));
      } else {
        seen++;
      }
    }
    assertThat(missed).isPositive();
    assertThat(seen + missed).isEqualTo(published + 1);
  }

  @Test
  void aClientThatReadsNothingForTooLongIsClosed() throws IOException {
    RunningApi api =
        api(
            Map.of(
                "eventStreams",
                1,
                "eventQueueLength",
                16,
                "heartbeatMillis",
                100L,
                "stalledAfterMillis",
                1000L));
    open(api, "");
    for (int i = 0; i < 1000; i++) {
      events.publish(alarm("a" + i, "x".repeat(20_000)));
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptions()
        .untilAsserted(() -> open(api, "").close());
  }

  @Test
  void streamsEndWhenTheEventsGoAndComeBackWithThem() throws IOException {
    RunningApi api = api(Map.of());
    Reader reader = open(api, "");
    api.events.unbindEventStream(events);
    assertThat(reader.event()).isEmpty();
    Answer away = api.get("viewer", "/events");
    assertThat(away.status()).isEqualTo(503);
    assertThat(away.at("/part")).isEqualTo("event stream");

    api.events.bindEventStream(events);
    Reader again = open(api, "");
    events.publish(rules());
    assertThat(again.event().get(0)).isEqualTo("rules");
  }

  @Test
  void aStopEndsEveryStreamCleanlyAndLeavesNoThread() throws IOException {
    RunningApi api = api(Map.of());
    List<Reader> readers = new CopyOnWriteArrayList<>();
    for (int i = 0; i < 5; i++) {
      readers.add(open(api, ""));
    }
    api.events.stop();
    for (Reader reader : readers) {
      assertThat(reader.event()).isEmpty();
    }
    assertThat(api.get("viewer", "/events").status()).isEqualTo(503);
    await()
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(t -> t.getName().equals("headgate-rest-heartbeat")));
  }
}
