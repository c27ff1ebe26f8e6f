package io.headgate.rest.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.headgate.model.decision.Decision;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.CancelOrder;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.Originator;
import io.headgate.model.order.ReplaceOrder;
import io.headgate.rest.internal.server.RunningApi.Answer;
import io.headgate.spi.order.OrderEntryException;
import io.headgate.spi.order.OrderEntryException.Reason;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrdersApiTest {

  private static final String ORDER =
      """
      {"account":"ALPHA","instrument":"EURUSD.FXCM","side":"BUY","type":"LIMIT",
       "quantity":"1500","limitPrice":1.0842}""";

  private final RunningApi api =
      new RunningApi(Map.of("decisionTimeoutMillis", 200L, "waitingRequests", 1));
  private final FakeEngine engine = api.fakes.engine;

  @AfterEach
  void stop() {
    api.close();
  }

  private static Answer place(RunningApi api, String key) {
    return api.send("operator", "POST", "/orders", ORDER, "Idempotency-Key", key);
  }

  private Answer place(String... headers) {
    return api.send("operator", "POST", "/orders", ORDER, headers);
  }

  @Test
  void anAcceptedOrderIsCreatedAndItsTraderIsWhoHasLoggedIn() {
    Answer answer = place("Idempotency-Key", "k-1");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("Location")).endsWith("/api/v1/orders/N1-1-8");
    assertThat(answer.at("/clOrdId")).isEqualTo("N1-1-8");
    assertThat(answer.json().get("accepted").booleanValue()).isTrue();
    assertThat(answer.at("/decided")).isEqualTo("2014-05-08T12:00:00.000000000Z");
    assertThat(answer.json().at("/quantity").isTextual()).isTrue();
    assertThat(answer.at("/quantity")).isEqualTo("1500");
    assertThat(answer.at("/trader")).isEqualTo("operator");
    assertThat(answer.json().get("ordRejReason").isNull()).isTrue();
    NewOrder order = (NewOrder) engine.intents.get(0);
    assertThat(order.originator()).isEqualTo(Originator.trader("ALPHA", "operator"));
    assertThat(order.idempotencyKey()).isEqualTo("k-1");
  }

  @Test
  void aDeniedOrderSaysRuleValueLimitUnitAndSource() {
    engine.decides =
        intent -> CompletableFuture.completedFuture(FakeEngine.decision(intent, false));
    Answer answer = place("Idempotency-Key", "k-2");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.at("/type")).isEqualTo("urn:headgate:problem:order-denied");
    assertThat(answer.at("/detail"))
        .contains("max-order-qty", "1500", "1000", "qty", "limits/firm.csv:12");
    JsonNode verdict = answer.json().at("/decision/verdicts/0");
    assertThat(verdict.get("rule").asText()).isEqualTo("max-order-qty");
    assertThat(verdict.get("reason").asText()).isEqualTo("QTY_ABOVE_MAX");
    assertThat(verdict.get("measured").asText()).isEqualTo("1500");
    assertThat(verdict.get("limit").asText()).isEqualTo("1000");
    assertThat(verdict.get("unit").asText()).isEqualTo("qty");
    assertThat(verdict.get("severity").asText()).isEqualTo("BLOCK");
    assertThat(verdict.get("source").asText()).isEqualTo("limits/firm.csv:12");
    assertThat(answer.json().at("/decision/ordRejReason").asInt()).isEqualTo(3);
  }

  @Test
  void anOrderWithoutAKeyIsRefusedBeforeItReachesTheEngine() {
    Answer answer = place();
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("/errors/0/field")).isEqualTo("header Idempotency-Key");
    assertThat(engine.intents).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a b", "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggggg"})
  void aKeyHasItsForm(String key) {
    assertThat(place("Idempotency-Key", key).status()).isEqualTo(400);
    assertThat(engine.intents).isEmpty();
  }

  @Test
  void aMistakeInAFieldIsToldByNameValueAndWhatWasExpected() {
    Answer answer =
        api.send(
            "operator",
            "POST",
            "/orders",
            ORDER.replace("\"1500\"", "-1500"),
            "Idempotency-Key",
            "k");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.at("/errors/0/field")).isEqualTo("quantity");
    assertThat(answer.at("/errors/0/value")).isEqualTo("-1500");
    assertThat(answer.at("/errors/0/expected")).contains("above 0");
    assertThat(answer.at("/instance")).isEqualTo("/api/v1/orders");
    assertThat(engine.intents).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "NOT_READY, 503, not-ready, true",
    "QUEUE_FULL, 503, busy, true",
    "JOURNAL_UNAVAILABLE, 503, journal-unavailable, false",
    "KEY_REUSED, 409, key-reused, false",
    "FAILED, 500, internal, false"
  })
  void whyTheEngineTookNoDecisionIsTold(
      Reason reason, int status, String type, boolean retryAfter) {
    for (boolean thrown : new boolean[] {true, false}) {
      OrderEntryException failure = new OrderEntryException(reason, "because of the test");
      engine.decides =
          intent -> {
            if (thrown) {
              throw failure;
            }
            return CompletableFuture.failedFuture(failure);
          };
      Answer answer = place("Idempotency-Key", "k");
      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.at("/type")).isEqualTo("urn:headgate:problem:" + type);
      assertThat(answer.at("/detail")).isEqualTo("because of the test");
      assertThat(answer.header("Retry-After").isEmpty()).isNotEqualTo(retryAfter);
    }
  }

  @Test
  void aDecisionThatDoesNotComeIsAnUnknownOutcomeAndSaysHowToAskAgain() {
    engine.decides = intent -> new CompletableFuture<>();
    Answer answer = place("Idempotency-Key", "k");
    assertThat(answer.status()).isEqualTo(504);
    assertThat(answer.at("/type")).isEqualTo("urn:headgate:problem:outcome-unknown");
    assertThat(answer.at("/detail")).contains("200 ms", "same Idempotency-Key");
  }

  @Test
  void ordersThatWaitAreBoundedAndDoNotHoldUpACancelOrAKill() throws Exception {
    CompletableFuture<Decision> late = new CompletableFuture<>();
    ExecutorService threads = Executors.newFixedThreadPool(1);
    try (RunningApi patient =
        new RunningApi(Map.of("decisionTimeoutMillis", 30_000L, "waitingRequests", 1))) {
      FakeEngine jammed = patient.fakes.engine;
      jammed.decides =
          intent ->
              intent instanceof NewOrder
                  ? late
                  : CompletableFuture.completedFuture(FakeEngine.decision(intent, true));
      Future<Answer> waiting = threads.submit(() -> place(patient, "k-1"));
      Awaitility.await().until(() -> jammed.intents.size() == 1);

      Answer second = place(patient, "k-2");
      assertThat(second.status()).isEqualTo(503);
      assertThat(second.at("/type")).isEqualTo("urn:headgate:problem:busy");
      assertThat(second.header("Retry-After")).isEqualTo("1");
      assertThat(jammed.intents).hasSize(1);
      assertThat(patient.send("operator", "DELETE", "/orders/N1-1-7", "").status()).isEqualTo(200);
      String kill = "{\"scope\":\"node\",\"why\":\"test\"}";
      assertThat(patient.send("operator", "POST", "/control/kill", kill).status()).isEqualTo(200);

      late.complete(FakeEngine.decision(jammed.intents.get(0), true));
      assertThat(waiting.get().status()).isEqualTo(201);
      assertThat(place(patient, "k-3").status()).isEqualTo(201);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aReplaceKeepsAccountAndStrategyAndNamesWhoAsked() {
    Answer answer =
        api.send(
            "operator",
            "PUT",
            "/orders/N1-1-7",
            "{\"quantity\":800,\"limitPrice\":\"1.0843\"}",
            "Idempotency-Key",
            "r-1");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/kind")).isEqualTo("REPLACE");
    ReplaceOrder replace = (ReplaceOrder) engine.intents.get(0);
    assertThat(replace.originator()).isEqualTo(new Originator("ALPHA", "operator", "momentum"));
    assertThat(replace.origClOrdId()).isEqualTo(FakeEngine.OPEN);
    assertThat(replace.quantity()).isEqualTo(800 * Fixed.ONE);
    assertThat(replace.limitPrice()).isEqualTo(Fixed.parse("1.0843"));
  }

  @Test
  void aReplaceOfALimitOrderNeedsAPriceAndEveryReplaceNeedsAKey() {
    String terms = "{\"quantity\":800}";
    Answer noPrice = api.send("operator", "PUT", "/orders/N1-1-7", terms, "Idempotency-Key", "r");
    assertThat(noPrice.status()).isEqualTo(400);
    assertThat(noPrice.at("/errors/0/field")).isEqualTo("limitPrice");
    assertThat(api.send("operator", "PUT", "/orders/N1-1-7", terms).status()).isEqualTo(400);
    assertThat(engine.intents).isEmpty();
  }

  @Test
  void aCancelNeedsNoKeyAndNoBody() {
    Answer answer =
        api.send(
            api.request("/orders/N1-1-7")
                .DELETE()
                .header("Authorization", RunningApi.basic("operator", "secret")));
    assertThat(answer.status()).isEqualTo(200);
    CancelOrder cancel = (CancelOrder) engine.intents.get(0);
    assertThat(cancel.origClOrdId()).isEqualTo(FakeEngine.OPEN);
    assertThat(cancel.originator().trader()).isEqualTo("operator");
    assertThat(cancel.idempotencyKey()).isEmpty();
  }

  @Test
  void anUnknownOrderIsNotFoundAndAnIdOfAnotherFormIsAMistake() {
    assertThat(api.get("viewer", "/orders/N1-1-9").status()).isEqualTo(404);
    assertThat(api.send("operator", "DELETE", "/orders/N1-1-9", "").status()).isEqualTo(404);
    Answer other = api.get("viewer", "/orders/hello");
    assertThat(other.status()).isEqualTo(400);
    assertThat(other.at("/errors/0/field")).isEqualTo("id");
  }

  @Test
  void ordersAndDecisionsAreListedUpToALimit() {
    Answer open = api.get("viewer", "/orders");
    assertThat(open.json().at("/orders")).hasSize(1);
    assertThat(open.header("X-Total-Count")).isEqualTo("1");
    assertThat(api.get("viewer", "/orders?all=true").json().at("/orders")).hasSize(3);
    assertThat(api.get("viewer", "/orders?all=true&limit=2").json().at("/orders")).hasSize(2);
    assertThat(api.get("viewer", "/decisions?limit=1").json().at("/decisions")).hasSize(1);
    assertThat(api.get("viewer", "/decisions/N1-1-7").at("/clOrdId")).isEqualTo("N1-1-8");
    assertThat(api.get("viewer", "/decisions/N1-1-9").status()).isEqualTo(404);
    assertThat(api.get("viewer", "/orders/N1-1-7").at("/leavesQty")).isEqualTo("1000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=-1", "limit=x", "limit=10001", "limit=", "all=maybe"})
  void aParameterHasItsRange(String query) {
    Answer answer = api.get("viewer", "/orders?" + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("/errors/0/field")).isEqualTo(query.substring(0, query.indexOf('=')));
  }
}
