package io.headgate.rest.internal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.rest.internal.problem.Problem;
import io.headgate.rest.internal.problem.ProblemException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessRulesTest {

  /** Who may do what, said a second time, on purpose: a change must be made in both places. */
  private static final String WANTED =
      """
      GET    /orders                   viewer operator officer admin
      POST   /orders                   operator admin
      GET    /orders/{id}              viewer operator officer admin
      PUT    /orders/{id}              operator admin
      DELETE /orders/{id}              operator admin
      GET    /decisions                viewer operator officer admin
      GET    /decisions/{id}           viewer operator officer admin
      GET    /decisions/{id}/explanation viewer operator officer admin
      GET    /overrides                viewer operator officer admin
      POST   /overrides                officer admin
      GET    /overrides/{id}           viewer operator officer admin
      DELETE /overrides/{id}           officer admin
      GET    /positions                viewer operator officer admin
      GET    /rules                    viewer operator officer admin
      GET    /rules/nodes              viewer operator officer admin
      POST   /rules/cost               operator officer admin
      POST   /rules/reload             officer admin
      GET    /rules/candidates         viewer operator officer admin
      POST   /rules/candidates         officer admin
      GET    /rules/candidates/{set}   viewer operator officer admin
      POST   /rules/candidates/{set}/activate officer admin
      POST   /rules/candidates/{set}/approve officer admin
      POST   /rules/candidates/{set}/canary officer admin
      POST   /rules/candidates/{set}/shadow officer admin
      DELETE /rules/candidates/{set}/shadow officer admin
      GET    /rules/diff               viewer operator officer admin
      GET    /rules/replays            viewer operator officer admin
      POST   /rules/replays            officer admin
      GET    /rules/replays/{id}       viewer operator officer admin
      DELETE /rules/replays/{id}       officer admin
      POST   /rules/rollback           officer admin
      POST   /rules/tightness          officer admin
      GET    /limits                   viewer operator officer admin
      POST   /limits/reload            officer admin
      GET    /routes                   viewer operator officer admin
      GET    /strategies               viewer operator officer admin
      GET    /alarms                   viewer operator officer admin
      POST   /alarms/{key}/acknowledge operator officer admin
      GET    /control                  viewer operator officer admin
      POST   /control/kill             operator officer admin
      POST   /control/rearm            officer admin
      GET    /health                   viewer operator officer admin
      GET    /rights                  viewer operator officer admin
      POST   /routes/{id}/start       operator admin
      POST   /routes/{id}/stop        operator admin
      POST   /routes/{id}/suspend     operator admin
      POST   /strategies/{name}/start operator admin
      POST   /strategies/{name}/stop  operator admin
      GET    /feeds                   viewer operator officer admin
      GET    /scorers                 viewer operator officer admin
      GET    /optimisers              viewer operator officer admin
      GET    /brokers                 viewer operator officer admin
      GET    /plugins                 viewer operator officer admin
      POST   /alarms/{key}/clear      operator officer admin
      GET    /audit                   officer admin
      GET    /logs                    viewer operator officer admin
      PUT    /logs/{area}             operator admin
      DELETE /logs/{area}             operator admin
      GET    /health/live             viewer operator officer admin
      GET    /metrics                 viewer operator officer admin
      GET    /fields                  viewer operator officer admin
      GET    /node                     viewer operator officer admin
      GET    /events                   viewer operator officer admin
      GET    /openapi.json             viewer operator officer admin
      """;

  @Test
  void everyRoleMayDoWhatIsWantedAndNothingElse() {
    Set<String> seen = new HashSet<>();
    for (String line : WANTED.lines().toList()) {
      String[] words = line.trim().split(" +");
      Set<String> allowed = new HashSet<>(Arrays.asList(words).subList(2, words.length));
      String path =
          words[1]
              .replace("{id}", "N1-1-1")
              .replace("{key}", "rules.load")
              .replace("{name}", "momentum")
              .replace("{area}", "rule")
              .replace("{set}", "abcdef");
      seen.add(words[0] + ' ' + words[1]);
      for (Role role : Role.values()) {
        assertThat(may(words[0], path, role))
            .as("%s %s as %s", words[0], words[1], role)
            .isEqualTo(allowed.contains(role.word()));
      }
    }
    assertThat(
            AccessRules.table().stream()
                .map(rule -> rule.method() + ' ' + rule.template())
                .collect(Collectors.toSet()))
        .isEqualTo(seen);
  }

  @Test
  void aLoginWithoutARoleMayNothing() {
    Login nobody = new Login("eve", Set.of());
    for (AccessRule rule : AccessRules.table()) {
      assertThat(rule.permits(nobody)).as(rule.template()).isFalse();
    }
  }

  @Test
  void rolesAddUp() {
    Login both = new Login("bo", EnumSet.of(Role.OPERATOR, Role.OFFICER));
    assertThat(AccessRules.admit("POST", "/orders", both).template()).isEqualTo("/orders");
    assertThat(AccessRules.admit("POST", "/rules/reload", both).template())
        .isEqualTo("/rules/reload");
  }

  @Test
  void whoLacksARoleIsToldWhichOne() {
    Problem problem = refusal("POST", "/control/kill", Role.VIEWER);
    assertThat(problem.status()).isEqualTo(403);
    assertThat(problem.detail()).contains("operator or officer", "POST /control/kill", "someone");
  }

  @Test
  void aKnownPathWithAnotherMethodSaysWhichOnesItTakes() {
    Problem problem = refusal("PATCH", "/orders/N1-1-1", Role.ADMIN);
    assertThat(problem.status()).isEqualTo(405);
    assertThat(problem.headers()).containsEntry("Allow", "DELETE, GET, HEAD, PUT");
  }

  @Test
  void headIsReadLikeGet() {
    assertThat(may("HEAD", "/orders", Role.VIEWER)).isTrue();
    assertThat(refusal("HEAD", "/rules/reload", Role.ADMIN).status()).isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/order",
        "/orders/",
        "//orders",
        "/orders//",
        "/orders/.",
        "/orders/..",
        "/orders/a/b",
        "/orders;x=1",
        "/orders/a;x=1",
        "/orders/%2e%2E",
        "/orders/a%2Fb",
        "/orders/a%5cb",
        "/orders/a%3bb",
        "/orders/a%00",
        "/orders/a%0d%0aX",
        "/orders/a%2",
        "/orders/a%zz",
        "/orders/%252e",
        "/orders/a\\b",
        "/orders/{id}",
        "/ORDERS",
        "/rules/reload/..",
        "/rules/./reload",
        "/control/kill/",
        "/orders/\u00e4"
      })
  void whatIsNotExactlyAPathOfTheTableDoesNotExistForAnyone(String path) {
    assertThat(refusal("GET", path, Role.ADMIN).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"N1-1-2F9", "feed.simulator", "feed:EURUSD", "a%20b", "a%C3%A4", "..a", "%7e"})
  void aNameMayHoldWhatEveryReaderTakesForOneSegment(String name) {
    assertThat(RawName.isName(name)).isTrue();
  }

  @Test
  void aNameHasAnEnd() {
    assertThat(RawName.isName("a".repeat(256))).isTrue();
    assertThat(RawName.isName("a".repeat(257))).isFalse();
  }

  private static boolean may(String method, String path, Role role) {
    try {
      AccessRules.admit(method, path, login(role));
      return true;
    } catch (ProblemException e) {
      assertThat(e.problem().status()).isEqualTo(403);
      return false;
    }
  }

  private static Problem refusal(String method, String path, Role role) {
    Problem[] problem = new Problem[1];
    assertThatThrownBy(() -> AccessRules.admit(method, path, login(role)))
        .isInstanceOfSatisfying(ProblemException.class, e -> problem[0] = e.problem());
    return problem[0];
  }

  private static Login login(Role role) {
    assertThat(role.word()).isEqualTo(role.name().toLowerCase(Locale.ROOT));
    return new Login("someone", Set.of(role));
  }
}
