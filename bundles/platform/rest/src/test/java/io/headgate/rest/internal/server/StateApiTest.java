package io.headgate.rest.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.rest.internal.server.RunningApi.Answer;
import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.HealthReport;
import io.headgate.spi.rules.RuleStatus;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StateApiTest {

  private final RunningApi api = new RunningApi(Map.of("decisionTimeoutMillis", 200L));
  private final FakePlatform fakes = api.fakes;

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void aPositionIsThisNodesTheOthersAndTheirSum() {
    Answer answer = api.get("viewer", "/positions");
    assertThat(answer.at("/positions/0/quantity")).isEqualTo("5");
    assertThat(answer.at("/positions/0/net")).isEqualTo("0.75");
    assertThat(answer.json().at("/positions/0/shares")).hasSize(1);
    assertThat(answer.at("/positions/0/shares/0/node")).isEqualTo("N2");
    assertThat(answer.at("/positions/0/firmQuantity")).isEqualTo("-2");
    assertThat(answer.at("/positions/0/firmRealized")).isEqualTo("2.5");
    assertThat(answer.at("/positions/0/firmFees")).isEqualTo("0.75");
    assertThat(answer.json().at("/nodes")).hasSize(2);
  }

  @Test
  void withoutTheSharedStateThereIsNoSumThatCouldBeWrong() {
    fakes.platform.unbindSharedPositions(fakes.shared);
    Answer answer = api.get("viewer", "/positions");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/shared").booleanValue()).isFalse();
    assertThat(answer.json().at("/positions/0/firmQuantity").isNull()).isTrue();
    assertThat(answer.at("/positions/0/quantity")).isEqualTo("5");
  }

  @Test
  void rulesAreShownAndAReloadThatIsRefusedSaysFileAndLine() {
    assertThat(api.get("viewer", "/rules").at("/rules/0/gear")).isEqualTo("STRAIGHT");
    assertThat(api.send("officer", "POST", "/rules/reload", "").status()).isEqualTo(200);

    Answer nodes = api.get("viewer", "/rules/nodes");
    assertThat(nodes.json().at("/ruleNodes")).hasSize(2);
    assertThat(nodes.json().at("/ruleNodes/0/canary").booleanValue()).isTrue();
    assertThat(nodes.json().at("/ruleNodes/1/since").isNull()).isTrue();
    assertThat(nodes.json().at("/ruleNodes/1/sameRules").booleanValue()).isFalse();

    fakes.rules.faults = List.of(new RuleStatus.Fault("policies/x/x.drl", 7, "no such field"));
    Answer refused = api.send("officer", "POST", "/rules/reload", "");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.at("/detail")).isEqualTo("policies/x/x.drl:7: no such field");
    assertThat(refused.at("/rules/hash")).isEqualTo("cd".repeat(32));
  }

  @Test
  void limitsAreShownInTheirUnitAndAReloadThatIsRefusedSaysWhy() {
    Answer answer = api.get("viewer", "/limits");
    assertThat(answer.at("/limits/0/limit")).isEqualTo("max-order-notional");
    assertThat(answer.at("/limits/0/value")).isEqualTo("2500000");
    assertThat(answer.at("/limits/0/unit")).isEqualTo("amount");
    assertThat(answer.json().at("/limits/0/effectiveFrom").isNull()).isTrue();
    assertThat(answer.at("/limits/0/unknown")).isEqualTo("account=ALPHA (nearest: ALFA)");
    assertThat(answer.at("/notices/0")).startsWith("limits/firm.csv:12: ").contains("ALFA");
    assertThat(api.send("officer", "POST", "/limits/reload", "").status()).isEqualTo(200);

    fakes.limits.faults = List.of("limits/firm.csv:3: unit is missing");
    Answer refused = api.send("officer", "POST", "/limits/reload", "");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.at("/detail")).contains("limits/firm.csv:3");
  }

  @Test
  void routesAndStrategiesAreShown() {
    assertThat(api.get("viewer", "/routes").at("/routes/0/from")).isEqualTo("headgate:market");
    assertThat(api.get("viewer", "/strategies").at("/strategies/0/state")).isEqualTo("ACTIVE");
  }

  @Test
  void anAlarmIsAcknowledgedByWhoHasLoggedIn() {
    fakes.alarms.raise("rules load", Alarm.Level.CRITICAL, "bad file");
    Answer answer = api.send("officer", "POST", "/alarms/rules%20load/acknowledge", "");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/alarms/0/acknowledgedBy")).isEqualTo("officer");
    assertThat(api.send("officer", "POST", "/alarms/other/acknowledge", "").status())
        .isEqualTo(404);
  }

  @Test
  void killAndRearmCarryTheNameOfWhoHasLoggedIn() {
    assertThat(api.get("viewer", "/control").at("/state")).isEqualTo("ACTIVE");
    String body = "{\"scope\":\"account:ALPHA\",\"why\":\"looks wrong\"}";
    Answer kill = api.send("operator", "POST", "/control/kill", body);
    assertThat(kill.status()).isEqualTo(200);
    assertThat(kill.json().at("/cancelsRequested").asInt()).isEqualTo(3);
    assertThat(api.get("viewer", "/control").at("/restrictions/0/scope")).isEqualTo("node");

    Answer first = api.send("admin", "POST", "/control/rearm", body);
    assertThat(first.json().at("/lifted").booleanValue()).isFalse();
    Answer second = api.send("officer", "POST", "/control/rearm", body);
    assertThat(second.json().at("/lifted").booleanValue()).isTrue();
    assertThat(fakes.control.calls)
        .containsExactly(
            "kill account:ALPHA operator looks wrong",
            "rearm account:ALPHA admin looks wrong",
            "rearm account:ALPHA officer looks wrong");
  }

  @Test
  void aKillNeedsAScopeThatExistsAndAReason() {
    Answer answer = api.send("admin", "POST", "/control/kill", "{\"scope\":\"all\",\"why\":\" \"}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/errors")).hasSize(2);
    assertThat(fakes.control.calls).isEmpty();
  }

  @Test
  void whatIsNotKilledCannotBeRearmed() {
    Answer answer =
        api.send("admin", "POST", "/control/rearm", "{\"scope\":\"node\",\"why\":\"x\"}");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.at("/detail")).contains("is not killed");
  }

  @Test
  void aKillWhoseAnswerDoesNotComeIsUnknownAndSaysWhereToLook() {
    fakes.control.answer = new CompletableFuture<>();
    Answer answer =
        api.send("admin", "POST", "/control/kill", "{\"scope\":\"node\",\"why\":\"x\"}");
    assertThat(answer.status()).isEqualTo(504);
    assertThat(answer.at("/detail")).contains("GET /api/v1/control");
  }

  @Test
  void theNodeTellsWhoItIsAndWhatItHasDone() {
    Answer answer = api.get("viewer", "/node");
    assertThat(answer.at("/id")).isEqualTo("N1");
    assertThat(answer.at("/mode")).isEqualTo("LIVE");
    assertThat(answer.at("/tradingState")).isEqualTo("ACTIVE");
    assertThat(answer.at("/counters/deniedByReason/0/name")).isEqualTo("QTY_ABOVE_MAX");
    assertThat(answer.json().at("/counters/deniedByReason/0/count").asInt()).isEqualTo(2);
    assertThat(answer.json().at("/decisionLatency/p99").asInt()).isEqualTo(5000);
    assertThat(answer.at("/journal/failure")).isEmpty();
  }

  @Test
  void healthIsWhatTheBoardSaysAndNotReadyIs503WithReasons() {
    assertThat(api.get("viewer", "/health").status()).isEqualTo(200);

    fakes.health =
        new HealthReport(
            Health.State.DOWN,
            false,
            FakeEngine.NOON,
            List.of(new HealthReport.Part("disk", Health.down("full"))));
    Answer down = api.get("viewer", "/health");
    assertThat(down.status()).isEqualTo(503);
    assertThat(down.at("/parts/0/name")).isEqualTo("disk");
    assertThat(down.at("/parts/0/reason")).isEqualTo("full");
    assertThat(api.get("viewer", "/health/live").status()).isEqualTo(200);
  }

  @Test
  void withoutABoardTheNodeIsNotReady() {
    fakes.platform.unbindHealthBoard(fakes.board);
    Answer answer = api.get("viewer", "/health");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.at("/parts/0/name")).isEqualTo("health board");
  }

  @Test
  void anActOnARouteIsAnsweredByTheListOrByWhatWentWrong() {
    assertThat(api.send("operator", "POST", "/routes/nowhere/start", "").status()).isEqualTo(404);
    Answer conflict = api.send("operator", "POST", "/routes/feed/start", "");
    assertThat(conflict.status()).isEqualTo(409);
    assertThat(conflict.at("/detail")).isEqualTo("feed cannot be started");
    Answer stopped = api.send("operator", "POST", "/strategies/momentum/stop", "");
    assertThat(stopped.status()).isEqualTo(200);
    assertThat(stopped.at("/strategies/0/name")).isEqualTo("momentum");
  }

  @Test
  void aLogLevelCarriesTheNameOfWhoHasLoggedInAndAWrongOneIsRefused() {
    Answer set = api.send("operator", "PUT", "/logs/rule", "{\"level\":\"DEBUG\"}");
    assertThat(set.status()).isEqualTo(200);
    assertThat(set.at("/changedBy")).isEqualTo("operator");
    Answer wrong = api.send("operator", "PUT", "/logs/rule", "{\"level\":\"LOUD\"}");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.at("/errors/0/expected")).contains("TRACE");
    assertThat(api.send("operator", "PUT", "/logs/x", "{\"level\":\"INFO\"}").status())
        .isEqualTo(404);
    assertThat(api.send("operator", "DELETE", "/logs/rule", "").at("/level")).isEqualTo("INFO");
  }

  @Test
  void anAlarmIsClearedByWhoHasLoggedIn() {
    fakes.alarms.raise("a", Alarm.Level.WARNING, "x");
    Answer cleared = api.send("officer", "POST", "/alarms/a/clear", "");
    assertThat(cleared.status()).isEqualTo(200);
    assertThat(cleared.json().at("/alarms")).isEmpty();
  }

  @Test
  void whatCanOnlyBeLookedAtIsListedUnderItsPlural() {
    for (String plural :
        List.of("scorers", "optimisers", "brokers", "feeds", "plugins", "rights")) {
      assertThat(api.get("viewer", "/" + plural).json().at("/" + plural).isArray())
          .as(plural)
          .isTrue();
    }
    assertThat(api.get("viewer", "/fields?noun=alarm").at("/fields/0/name")).isEqualTo("key");
    assertThat(api.get("viewer", "/fields?noun=cow").status()).isEqualTo(400);
  }
}
