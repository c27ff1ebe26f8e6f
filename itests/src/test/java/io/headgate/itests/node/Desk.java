package io.headgate.itests.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;

/** What somebody at a trading desk does with a node over REST. */
public final class Desk {

  private static final String API = "/api/v1";
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final AtomicLong KEYS = new AtomicLong();

  private final NodeProcess node;

  public Desk(NodeProcess node) {
    this.node = node;
  }

  /** Waits until rules serve, starts the simulated market and waits until it has a price. */
  public Desk open() throws Exception {
    Awaitility.await("rules serve")
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(300))
        .until(() -> !get("/rules").path("hash").asText().isEmpty());
    Awaitility.await("the market route starts")
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(300))
        .until(
            () ->
                node.jolokia()
                        .exec("io.headgate:type=Routes", "start", "market-simulator")
                        .path("status")
                        .asInt()
                    == 200);
    Awaitility.await("the market has a price")
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(300))
        .until(() -> submit("ALPHA", "ALFA.SIM", "BUY", "1", "1").statusCode() == 201);
    return this;
  }

  /** Something to read. */
  public JsonNode get(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = node.http().get(API + path);
    assertThat(answer.statusCode()).as("GET %s: %s", path, answer.body()).isEqualTo(200);
    return Http.json(answer);
  }

  /** Posts something. */
  public HttpResponse<String> post(String path, String json, String... headers)
      throws IOException, InterruptedException {
    return node.http().post(API + path, json, headers);
  }

  /**
   * A good-till-cancelled order under a key of its own; a market order where the price is empty.
   */
  public HttpResponse<String> submit(
      String account, String instrument, String side, String quantity, String price)
      throws IOException, InterruptedException {
    String terms =
        price.isEmpty()
            ? "\"type\": \"MARKET\""
            : "\"type\": \"LIMIT\", \"limitPrice\": \"%s\"".formatted(price);
    return post(
        "/orders",
        """
        {"account": "%s", "instrument": "%s", "side": "%s", "quantity": "%s",
         "timeInForce": "GTC", %s}
        """
            .formatted(account, instrument, side, quantity, terms),
        "Idempotency-Key",
        "itest-" + node.pid() + "-" + KEYS.incrementAndGet());
  }

  /** Id of an order that must be accepted. */
  public String accepted(
      String account, String instrument, String side, String quantity, String price)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = submit(account, instrument, side, quantity, price);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Http.json(answer).findValue("clOrdId").asText();
  }

  /** An order as it stands. */
  public JsonNode order(String id) throws IOException, InterruptedException {
    return get("/orders/" + id);
  }

  /** Waits until an order has a status. */
  public JsonNode await(String id, String status) {
    return Awaitility.await(id + " is " + status)
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> order(id), order -> order.path("status").asText().equals(status));
  }

  /** This node's quantity of a position. */
  public String quantity(String account, String instrument)
      throws IOException, InterruptedException {
    for (JsonNode position : get("/positions").path("positions")) {
      if (position.path("account").asText().equals(account)
          && position.path("instrument").asText().equals(instrument)) {
        return text(position.path("quantity"));
      }
    }
    return "";
  }

  /** The firm's quantity of a position, as this node sees it. */
  public String firmQuantity(String account, String instrument)
      throws IOException, InterruptedException {
    for (JsonNode position : get("/positions").path("positions")) {
      if (position.path("account").asText().equals(account)
          && position.path("instrument").asText().equals(instrument)) {
        return text(position.path("firmQuantity"));
      }
    }
    return "";
  }

  private static String text(JsonNode value) {
    return value.isNull() ? "" : value.asText();
  }
}
