package io.headgate.rest.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.rest.internal.access.AccessRule;
import io.headgate.rest.internal.access.AccessRules;
import io.headgate.rest.internal.server.RunningApi.Answer;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request may look like, whatever it asks for. */
class RequestsApiTest {

  private static RunningApi api;

  @BeforeAll
  static void start() {
    api = new RunningApi(Map.of());
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  private static Answer send(String method, String path, BodyPublisher body, String... headers) {
    var request =
        api.request(path)
            .method(method, body)
            .header("Authorization", RunningApi.basic("admin", "secret"));
    return api.send(headers.length == 0 ? request : request.headers(headers));
  }

  static Stream<AccessRule> acts() {
    return AccessRules.table().stream()
        .filter(rule -> rule.method().equals("POST") || rule.method().equals("PUT"));
  }

  private static String path(AccessRule rule) {
    return rule.template()
        .replace("{id}", "N1-1-7")
        .replace("{key}", "feed")
        .replace("{name}", "momentum")
        .replace("{area}", "rule")
        .replace("{set}", "abcdef");
  }

  /** As {@code curl -X POST URL}: neither body nor type; and the same with a type. */
  @ParameterizedTest
  @MethodSource("acts")
  void anActWithoutABodyIsDoneOrNamesTheFieldsThatItNeeds(AccessRule rule) {
    for (String[] headers : new String[][] {{}, {"Content-Type", "application/json"}}) {
      Answer answer = send(rule.method(), path(rule), BodyPublishers.noBody(), headers);
      assertThat(answer.status()).as(answer.body()).isNotIn(415, 500);
      if (answer.status() == 400) {
        assertThat(answer.at("/type")).isEqualTo("urn:headgate:problem:invalid-fields");
        assertThat(answer.json().at("/errors")).isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/rules/reload",
        "/rules/cost",
        "/rules/tightness",
        "/rules/candidates/abcdef/shadow",
        "/limits/reload",
        "/strategies/momentum/stop"
      })
  void whatNeedsNoFieldNeedsNoBody(String path) {
    assertThat(send("POST", path, BodyPublishers.noBody()).status()).isIn(200, 202);
    assertThat(
            send("POST", path, BodyPublishers.noBody(), "Content-Type", "application/json")
                .status())
        .isIn(200, 202);
  }

  @Test
  void aBodyWithoutATypeIsRefusedAndSoIsOneOfAnotherType() {
    Answer none = send("POST", "/rules/tightness", BodyPublishers.ofString("{}"));
    assertThat(none.status()).isEqualTo(415);
    assertThat(none.at("/detail")).contains("missing", "expected application/json");
    Answer form =
        send(
            "POST",
            "/rules/tightness",
            BodyPublishers.ofString("{}"),
            "Content-Type",
            "application/x-www-form-urlencoded");
    assertThat(form.status()).isEqualTo(415);
    assertThat(form.at("/detail"))
        .contains("application/x-www-form-urlencoded", "expected application/json");
  }

  @Test
  void aBodyThatIsTooLongSaysHowLongItIsAndHowLongItMayBe() {
    Answer answer =
        send(
            "POST",
            "/control/kill",
            BodyPublishers.ofString(" ".repeat(70_000)),
            "Content-Type",
            "application/json");
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.at("/detail")).contains("70000", "65536");
  }

  /** In the bodies {@code '} is a double quote. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "{'order':7,'why':'x','minutes':1}            | order   | 7     | a text in double quotes",
        "{'order':'N1-1-7','why':[1],'minutes':1}     | why     | [1]   | a text in double quotes",
        "{'order':'N1-1-7','why':'x','minutes':61}    | minutes | 61    | a whole number from 1 to 60",
        "{'order':'N1-1-7','why':'x','minutes':1.5}   | minutes | 1.5   | a whole number from 1 to 60",
        "{'order':'N1-1-7','why':'x','minutes':true}  | minutes | true  | a whole number from 1 to 60",
        "{'order':'N1-1-7','why':'x'}                 | minutes | ##    | a whole number from 1 to 60",
        "{'order':'N1-1-7','why':'x','minutes':1,'Why':'y'} | Why | 'y' | it is written why",
        "{'order':'N1-1-7','why':'x','minutes':1,'how':2}   | how | 2   | known are minutes, order, why"
      })
  void aFieldThatIsWrongIsToldWithItsValueAndWhatWasExpected(
      String body, String field, String value, String expected) {
    Answer answer =
        send(
            "POST",
            "/overrides",
            BodyPublishers.ofString(body.replace('\'', '"')),
            "Content-Type",
            "application/json");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.json().at("/errors")).hasSize(1);
    assertThat(answer.at("/errors/0/field")).isEqualTo(field);
    assertThat(answer.at("/errors/0/value"))
        .isEqualTo(value == null ? "" : value.replace('\'', '"'));
    assertThat(answer.at("/errors/0/expected")).contains(expected);
    assertThat(answer.at("/detail")).contains(field, expected);
  }

  @ParameterizedTest
  @CsvSource({
    "/orders?limt=5, parameter limt, 'all, limit'",
    "/orders?limit=5&limit=6, parameter limit, one value",
    "/rules?verbose, parameter verbose, no parameters",
    "/events?type=alarm, parameter type, types",
    "/node?_method=POST, parameter _method, no parameters"
  })
  void aParameterThatWouldBePassedOverIsRefusedByName(String path, String field, String expected) {
    Answer answer = api.get("viewer", path);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("/type")).isEqualTo("urn:headgate:problem:invalid-fields");
    assertThat(answer.at("/errors/0/field")).isEqualTo(field);
    assertThat(answer.at("/errors/0/expected")).contains(expected);
  }

  @Test
  void headAnswersLikeGetWithoutABodyAndEndsEvenWhereGetDoesNot() {
    for (AccessRule rule : AccessRules.table()) {
      if (rule.method().equals("GET")) {
        Answer head = send("HEAD", path(rule), BodyPublishers.noBody());
        assertThat(head.body()).as(rule.template()).isEmpty();
        if (!rule.template().equals("/events")) {
          assertThat(head.status())
              .as(rule.template())
              .isEqualTo(send("GET", path(rule), BodyPublishers.noBody()).status());
        }
      }
    }
    assertThat(send("OPTIONS", "/orders", BodyPublishers.noBody()).header("Allow"))
        .isEqualTo("GET, HEAD, POST");
  }

  private static Answer post(String path, String json) {
    return send("POST", path, BodyPublishers.ofString(json), "Content-Type", "application/json");
  }

  @Test
  void whatIsMadeIsAnsweredWithItsPlaceWhereItIsFound() {
    Answer staged = post("/rules/candidates", "{\"folder\":\"rules-next\",\"why\":\"x\"}");
    assertThat(staged.status()).isEqualTo(201);
    Answer run = post("/rules/replays", "{\"with\":\"rules-next\"}");
    assertThat(run.status()).isEqualTo(202);
    Answer tightness = post("/rules/tightness", "");
    assertThat(tightness.status()).isEqualTo(202);
    for (Answer made : List.of(staged, run, tightness)) {
      String place = made.header("Location");
      assertThat(place).contains("/api/v1/rules/");
      assertThat(api.get("viewer", place.substring(place.indexOf("/rules/"))).status())
          .as(place)
          .isEqualTo(200);
    }
    assertThat(tightness.header("Location")).endsWith("/api/v1/rules/replays/7");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /rules/candidates/999999",
    "POST, /rules/candidates/999999/shadow",
    "DELETE, /rules/candidates/999999/shadow",
    "POST, /rules/candidates/abc/shadow",
    "GET, /rules/replays/8",
    "GET, /rules/replays/x",
    "DELETE, /rules/replays/8"
  })
  void whatIsNotThereIsNotFoundWhateverIsDoneWithIt(String method, String path) {
    Answer answer = send(method, path, BodyPublishers.noBody());
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.at("/type")).isEqualTo("urn:headgate:problem:not-found");
    assertThat(answer.at("/detail")).contains("GET /api/v1/rules/");
    assertThat(api.fakes.rules.desk.calls).doesNotContain("cancel 8");
  }

  @Test
  void whatCannotBeDoneNowIsAConflictAndWhatCannotBeTakenIsRefused() {
    String why = "{\"why\":\"x\"}";
    assertThat(post("/rules/candidates/999999/activate", why).status()).isEqualTo(404);
    Answer early = post("/rules/candidates/abcdef/activate", why);
    assertThat(early.status()).isEqualTo(409);
    assertThat(early.at("/detail")).isEqualTo("1 signature is missing");
    Answer folder = post("/rules/candidates", "{\"folder\":\"nowhere\",\"why\":\"x\"}");
    assertThat(folder.status()).isEqualTo(422);
    assertThat(folder.at("/detail")).isEqualTo("there is no folder nowhere");
    Answer order =
        post(
            "/rules/tightness",
            "{\"from\":\"2030-01-31T17:00:00Z\",\"to\":\"2030-01-31T08:00:00Z\"}");
    assertThat(order.status()).isEqualTo(400);
    assertThat(order.at("/errors/0/field")).isEqualTo("to");
  }
}
