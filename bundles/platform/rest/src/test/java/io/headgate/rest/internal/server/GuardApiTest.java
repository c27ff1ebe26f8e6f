package io.headgate.rest.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.headgate.rest.internal.access.AccessRule;
import io.headgate.rest.internal.access.AccessRules;
import io.headgate.rest.internal.part.TestSettings;
import io.headgate.rest.internal.resource.Resources;
import io.headgate.rest.internal.server.RunningApi.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardApiTest {

  private final RunningApi api = new RunningApi();

  @AfterEach
  void stop() {
    api.close();
  }

  static Stream<AccessRule> table() {
    return AccessRules.table().stream();
  }

  private static String path(AccessRule rule) {
    return rule.template()
        .replace("{id}", "N1-1-7")
        .replace("{key}", "feed")
        .replace("{name}", "momentum")
        .replace("{area}", "rule")
        .replace("{set}", "abcdef");
  }

  @Test
  void theTableNamesEveryResourceMethodAndNothingElse() {
    Set<String> offered = new HashSet<>(Set.of("GET /events", "GET /openapi.json"));
    for (Object resource : Resources.all(new FakePlatform().platform, TestSettings.of(Map.of()))) {
      for (Method method : resource.getClass().getDeclaredMethods()) {
        String http = RouteCheck.methodOf(method);
        if (!http.isEmpty()) {
          offered.add(http + ' ' + RouteCheck.templateOf(resource.getClass(), method));
        }
      }
    }
    assertThat(
            table().map(rule -> rule.method() + ' ' + rule.template()).collect(Collectors.toSet()))
        .isEqualTo(offered);
  }

  @ParameterizedTest
  @MethodSource("table")
  void nothingAnswersWithoutALogin(AccessRule rule) {
    Answer answer =
        api.send(api.request(path(rule)).method(rule.method(), BodyPublishers.ofString("{}")));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).startsWith("Basic ");
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @ParameterizedTest
  @MethodSource("table")
  void whoeverHasTheRoleGetsThroughToTheResource(AccessRule rule) {
    if (rule.template().equals("/events")) {
      return; // It does not end; EventsTest looks at it.
    }
    Answer answer = api.send("admin", rule.method(), path(rule), "{}", "Idempotency-Key", "k");
    assertThat(answer.status()).as(answer.body()).isNotIn(401, 403, 405, 415, 500);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void whoLacksTheRoleIsToldWhichOneIsNeeded() {
    Answer answer = api.send("viewer", "POST", "/control/kill", "{}");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.at("/rolesNeeded/0")).isEqualTo("operator");
    assertThat(answer.at("/rolesNeeded/1")).isEqualTo("officer");
    assertThat(api.fakes.control.calls).isEmpty();
  }

  @Test
  void unknownPathsAndMethodsAreProblems() {
    assertThat(api.get("viewer", "/nothing").at("/type"))
        .isEqualTo("urn:headgate:problem:not-found");
    assertThat(api.get("viewer", "/").status()).isEqualTo(404);
    Answer method = api.send("admin", "DELETE", "/rules", "");
    assertThat(method.status()).isEqualTo(405);
    assertThat(method.header("Allow")).isEqualTo("GET, HEAD");
    assertThat(api.send("admin", "OPTIONS", "/orders", "").status()).isEqualTo(405);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /control/kill",
    "POST, /orders",
    "PUT, /orders/N1-1-7",
    "POST, /rules/reload",
    "POST, /limits/reload",
    "POST, /alarms/feed/acknowledge",
    "DELETE, /orders/N1-1-7"
  })
  void aMethodOverrideDoesNotReachWhatTheLoginMayNot(String method, String path) {
    Answer query = api.get("viewer", path + "?_method=" + method);
    Answer header =
        api.send(
            api.request(path)
                .header("Authorization", RunningApi.basic("viewer", "secret"))
                .header("X-HTTP-Method-Override", method));
    assertThat(query.status()).as(query.body()).isIn(400, 405);
    assertThat(header.status()).as(header.body()).isIn(200, 405, 500);
    assertThat(api.fakes.control.calls).isEmpty();
    assertThat(api.fakes.engine.intents).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
  void whatAFormOfAnotherSiteCouldSendIsRefused(String type) {
    for (String path : new String[] {"/control/kill", "/rules/reload", "/orders"}) {
      Answer answer =
          api.send(
              api.request(path)
                  .POST(BodyPublishers.ofString("{\"scope\":\"node\",\"why\":\"x\"}"))
                  .header("Authorization", RunningApi.basic("admin", "secret"))
                  .header("Content-Type", type));
      assertThat(answer.status()).isEqualTo(415);
    }
    assertThat(api.fakes.control.calls).isEmpty();
  }

  @Test
  void aBrowserCannotLeaveOutTheTypeAndACharsetIsTaken() {
    for (String header : new String[] {"Origin", "Sec-Fetch-Site"}) {
      Answer none =
          api.send(
              api.request("/rules/reload")
                  .POST(BodyPublishers.noBody())
                  .header("Authorization", RunningApi.basic("admin", "secret"))
                  .header(header, header.equals("Origin") ? "null" : "same-origin"));
      assertThat(none.status()).as(header).isEqualTo(415);
    }
    assertThat(api.fakes.rules.reloads).hasValue(0);
    Answer charset =
        api.send(
            api.request("/rules/reload")
                .POST(BodyPublishers.noBody())
                .header("Authorization", RunningApi.basic("admin", "secret"))
                .header("Content-Type", "Application/JSON; charset=utf-8"));
    assertThat(charset.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "cross-site, cors, 403",
    "same-site, no-cors, 403",
    "cross-site, navigate, 200",
    "same-origin, cors, 200",
    "none, navigate, 200"
  })
  void whatABrowserSendsForAnotherSiteIsRefused(String site, String mode, int status) {
    Answer answer =
        api.send(
            api.request("/node")
                .header("Authorization", RunningApi.basic("viewer", "secret"))
                .header("Sec-Fetch-Site", site)
                .header("Sec-Fetch-Mode", mode));
    assertThat(answer.status()).isEqualTo(status);
  }

  @Test
  void anotherSiteCannotNavigateIntoAChange() {
    Answer answer =
        api.send(
            "admin",
            "POST",
            "/rules/reload",
            "",
            "Sec-Fetch-Site",
            "cross-site",
            "Sec-Fetch-Mode",
            "navigate");
    assertThat(answer.status()).isEqualTo(403);
  }

  @Test
  void aBodyThatIsTooLongIsRefusedWithAndWithoutALengthInAdvance() throws IOException {
    String blanks = " ".repeat(70_000);
    Answer told = api.send("admin", "POST", "/orders", "{" + blanks + "}", "Idempotency-Key", "k");
    assertThat(told.status()).isEqualTo(413);

    Answer chunked =
        api.send(
            api.request("/orders")
                .POST(
                    BodyPublishers.ofInputStream(
                        () ->
                            new ByteArrayInputStream(
                                ("{" + blanks + "}").getBytes(StandardCharsets.UTF_8))))
                .header("Authorization", RunningApi.basic("admin", "secret"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "k"));
    assertThat(chunked.status()).isEqualTo(413);
    assertThat(api.fakes.engine.intents).isEmpty();
  }

  @Test
  void anAnswerThatTheClientDoesNotAcceptIsNotSent() {
    Answer answer =
        api.send(
            api.request("/orders")
                .header("Authorization", RunningApi.basic("viewer", "secret"))
                .header("Accept", "application/xml"));
    assertThat(answer.status()).isEqualTo(406);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.at("/type")).isEqualTo("urn:headgate:problem:not-acceptable");
  }

  @Test
  void jsonThatCannotBeReadIsToldWithItsPlace() {
    Answer answer =
        api.send("admin", "POST", "/orders", "{\"account\":\n oops}", "Idempotency-Key", "k");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/line").asInt()).isEqualTo(2);
    assertThat(answer.json().at("/column").asInt()).isGreaterThan(1);
    assertThat(answer.body()).doesNotContain("com.fasterxml", "Exception");
  }

  @Test
  void aFailureInsideGivesALogIdAndNoTrace() {
    api.fakes.engine.decides =
        intent -> {
          throw new IllegalStateException("secret inside");
        };
    Answer answer =
        api.send(
            "admin",
            "POST",
            "/orders",
            "{\"account\":\"A\",\"instrument\":\"A.B\",\"side\":\"BUY\",\"type\":\"MARKET\",\"quantity\":1}",
            "Idempotency-Key",
            "k");
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.at("/logId")).hasSize(8);
    assertThat(answer.body()).doesNotContain("secret inside", "Exception", "\tat ");
  }

  @Test
  void aPartThatIsAwayIsNamed() {
    FakeEngine engine = api.fakes.engine;
    api.fakes.platform.unbindOrderQuery(engine);
    try {
      Answer answer = api.get("viewer", "/orders");
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.at("/part")).isEqualTo("order query");
      assertThat(answer.header("Retry-After")).isEqualTo("2");
    } finally {
      api.fakes.platform.bindOrderQuery(engine);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/orders/../control/kill", "/api/v1//control/kill", "/api/v1/control/kill/",
        "/api/v1/control/kill;x=y", "/api/v1;x/control/kill", "/api/v1/control;a/kill",
        "/api/v1/%63ontrol/kill", "/api/v1/control%2Fkill", "/api/v1/./control/kill",
        "/api/v1/orders/%2e%2e/control/kill", "//api/v1/control/kill",
            "/api/v1/orders/..;/control/kill"
      })
  void noSpellingOfAPathGetsAroundTheRole(String target) throws IOException {
    String body = "{\"scope\":\"node\",\"why\":\"x\"}";
    String status =
        raw(
            "POST %s HTTP/1.1\r\nHost: h\r\nConnection: close\r\nAuthorization: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(target, RunningApi.basic("viewer", "secret"), body.length(), body));
    assertThat(status).matches("HTTP/1.1 40[0345] .*");
    assertThat(api.fakes.control.calls).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("table")
  void aServletThatForgetsTheGuardReachesNothing(AccessRule rule) throws IOException {
    if (rule.template().equals("/events") || rule.template().equals("/openapi.json")) {
      return; // Servlets of their own.
    }
    String body = "{}";
    String status =
        raw(
            "%s %s%s HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Type: application/json\r\nIdempotency-Key: k\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(rule.method(), RunningApi.UNGUARDED, path(rule), body.length(), body));
    assertThat(status).startsWith("HTTP/1.1 500");
    assertThat(api.fakes.control.calls).isEmpty();
    assertThat(api.fakes.engine.intents).isEmpty();
  }

  @Test
  void headAnswersLikeGetWithoutABody() throws IOException {
    String status =
        raw(
            "HEAD /api/v1/node HTTP/1.1\r\nHost: h\r\nConnection: close\r\nAuthorization: %s\r\n\r\n"
                .formatted(RunningApi.basic("viewer", "secret")));
    assertThat(status).startsWith("HTTP/1.1 200");
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      return answer.lines().findFirst().orElse("");
    }
  }

  @Test
  void theDescriptionIsServed() {
    Answer answer = api.get("viewer", "/openapi.json");
    assertThat(answer.status()).isEqualTo(200);
    JsonNode document = answer.json();
    assertThat(document.get("openapi").asText()).startsWith("3.");
    assertThat(document.at("/paths").size()).isGreaterThan(10);
  }
}
