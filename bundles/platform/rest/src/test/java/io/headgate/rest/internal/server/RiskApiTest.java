package io.headgate.rest.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.rest.internal.server.RunningApi.Answer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RiskApiTest {

  private static final String BODY =
      "{\"order\":\"N1-1-7\",\"why\":\"client confirmed\",\"minutes\":10}";

  private final RunningApi api = new RunningApi(Map.of());
  private final FakeRisk risk = api.fakes.risk;

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void aDecisionIsExplainedRuleByRule() {
    Answer answer = api.get("viewer", "/decisions/N1-1-7/explanation");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/findings/0/condition")).isEqualTo("quantity > maxOrderQty");
    assertThat(answer.at("/findings/0/distance")).isEqualTo("-5");
    assertThat(api.get("viewer", "/decisions/N1-1-8/explanation").status()).isEqualTo(404);
    assertThat(api.get("viewer", "/decisions/rubbish/explanation").status()).isEqualTo(400);
  }

  @Test
  void costsAreMeasuredForWhoRunsOrOwns() {
    assertThat(api.send("viewer", "POST", "/rules/cost", "").status()).isEqualTo(403);
    Answer answer = api.send("officer", "POST", "/rules/cost", "");
    assertThat(answer.at("/rules/0/gear")).isEqualTo("STRAIGHT");
    assertThat(answer.json().at("/nanosPerOrder").doubleValue()).isEqualTo(61.5);
  }

  @Test
  void anOverrideCarriesTheNameOfWhoHasLoggedIn() {
    assertThat(api.get("viewer", "/overrides").at("/overrides/0/who")).isEqualTo("olga");
    assertThat(api.send("operator", "POST", "/overrides", BODY).status()).isEqualTo(403);
    Answer granted = api.send("officer", "POST", "/overrides", BODY);
    assertThat(granted.status()).isEqualTo(201);
    assertThat(granted.header("Location")).endsWith("/api/v1/overrides/N1-1-7");
    assertThat(api.get("viewer", "/overrides/N1-1-7").at("/why")).isEqualTo("ok");
    assertThat(api.get("viewer", "/overrides/N1-1-8").status()).isEqualTo(404);
    assertThat(api.send("officer", "DELETE", "/overrides/N1-1-8", "").status()).isEqualTo(404);
    assertThat(granted.at("/state")).isEqualTo("STANDING");
    assertThat(api.send("officer", "DELETE", "/overrides/N1-1-7", "").at("/by"))
        .isEqualTo("officer");
    assertThat(risk.calls)
        .containsExactly("grant N1-1-7 officer client confirmed 10", "revoke N1-1-7 officer");
  }

  @Test
  void whatIsNotGrantedSaysWhy() {
    Answer own = api.send("admin", "POST", "/overrides", BODY);
    assertThat(own.status()).isEqualTo(409);
    assertThat(own.at("/detail")).isEqualTo("admin asked for this order");
    String tooLong = BODY.replace("10}", "61}");
    assertThat(api.send("officer", "POST", "/overrides", tooLong).status()).isEqualTo(400);
    assertThat(risk.calls).isEmpty();
  }
}
