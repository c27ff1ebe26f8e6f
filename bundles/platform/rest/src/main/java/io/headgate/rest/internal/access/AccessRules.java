package io.headgate.rest.internal.access;

import static io.headgate.rest.internal.access.Role.OFFICER;
import static io.headgate.rest.internal.access.Role.OPERATOR;
import static io.headgate.rest.internal.access.Role.VIEWER;

import io.headgate.rest.internal.problem.ProblemType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The one table of who may do what over HTTP. What is not in it does not exist for anybody.
 *
 * <p>Orders are for operators; rules and limits for officers; the stop button for both; an admin
 * may do everything; whoever may log in with a role may look.
 */
public final class AccessRules {

  private static final List<AccessRule> TABLE =
      List.of(
          rule("GET", "/orders", VIEWER),
          rule("POST", "/orders", OPERATOR),
          rule("GET", "/orders/{id}", VIEWER),
          rule("PUT", "/orders/{id}", OPERATOR),
          rule("DELETE", "/orders/{id}", OPERATOR),
          rule("GET", "/decisions", VIEWER),
          rule("GET", "/decisions/{id}", VIEWER),
          rule("GET", "/decisions/{id}/explanation", VIEWER),
          rule("GET", "/overrides", VIEWER),
          rule("POST", "/overrides", OFFICER),
          rule("GET", "/overrides/{id}", VIEWER),
          rule("DELETE", "/overrides/{id}", OFFICER),
          rule("GET", "/positions", VIEWER),
          rule("GET", "/rules", VIEWER),
          rule("GET", "/rules/nodes", VIEWER),
          rule("POST", "/rules/cost", OPERATOR, OFFICER),
          rule("POST", "/rules/reload", OFFICER),
          rule("GET", "/rules/candidates", VIEWER),
          rule("POST", "/rules/candidates", OFFICER),
          rule("GET", "/rules/candidates/{set}", VIEWER),
          rule("POST", "/rules/candidates/{set}/activate", OFFICER),
          rule("POST", "/rules/candidates/{set}/approve", OFFICER),
          rule("POST", "/rules/candidates/{set}/canary", OFFICER),
          rule("POST", "/rules/candidates/{set}/shadow", OFFICER),
          rule("DELETE", "/rules/candidates/{set}/shadow", OFFICER),
          rule("GET", "/rules/diff", VIEWER),
          rule("GET", "/rules/replays", VIEWER),
          rule("POST", "/rules/replays", OFFICER),
          rule("GET", "/rules/replays/{id}", VIEWER),
          rule("DELETE", "/rules/replays/{id}", OFFICER),
          rule("POST", "/rules/rollback", OFFICER),
          rule("POST", "/rules/tightness", OFFICER),
          rule("GET", "/limits", VIEWER),
          rule("POST", "/limits/reload", OFFICER),
          rule("GET", "/rights", VIEWER),
          rule("GET", "/routes", VIEWER),
          rule("POST", "/routes/{id}/start", OPERATOR),
          rule("POST", "/routes/{id}/stop", OPERATOR),
          rule("POST", "/routes/{id}/suspend", OPERATOR),
          rule("GET", "/strategies", VIEWER),
          rule("POST", "/strategies/{name}/start", OPERATOR),
          rule("POST", "/strategies/{name}/stop", OPERATOR),
          rule("GET", "/feeds", VIEWER),
          rule("GET", "/scorers", VIEWER),
          rule("GET", "/optimisers", VIEWER),
          rule("GET", "/brokers", VIEWER),
          rule("GET", "/plugins", VIEWER),
          rule("GET", "/alarms", VIEWER),
          rule("POST", "/alarms/{key}/acknowledge", OPERATOR, OFFICER),
          rule("POST", "/alarms/{key}/clear", OPERATOR, OFFICER),
          rule("GET", "/audit", OFFICER),
          rule("GET", "/logs", VIEWER),
          rule("PUT", "/logs/{area}", OPERATOR),
          rule("DELETE", "/logs/{area}", OPERATOR),
          rule("GET", "/control", VIEWER),
          rule("POST", "/control/kill", OPERATOR, OFFICER),
          rule("POST", "/control/rearm", OFFICER),
          rule("GET", "/health", VIEWER),
          rule("GET", "/health/live", VIEWER),
          rule("GET", "/metrics", VIEWER),
          rule("GET", "/fields", VIEWER),
          rule("GET", "/node", VIEWER),
          rule("GET", "/events", VIEWER),
          rule("GET", "/openapi.json", VIEWER));

  private AccessRules() {}

  private static AccessRule rule(String method, String template, Role... roles) {
    return new AccessRule(method, template, Set.of(roles));
  }

  /** All lines. */
  public static List<AccessRule> table() {
    return TABLE;
  }

  /**
   * The line that a request falls under, if the login may.
   *
   * @param rawPath path below {@code /api/v1}, as the client sent it
   * @throws io.headgate.rest.internal.problem.ProblemException if there is none, or the login lacks
   *     the role
   */
  public static AccessRule admit(String method, String rawPath, Login login) {
    String asked = method.equals("HEAD") ? "GET" : method;
    TreeSet<String> methods = new TreeSet<>();
    for (AccessRule rule : TABLE) {
      if (rule.matches(rawPath)) {
        if (rule.method().equals(asked)) {
          return checked(rule, login);
        }
        methods.add(rule.method());
        if (rule.method().equals("GET")) {
          methods.add("HEAD");
        }
      }
    }
    if (methods.isEmpty()) {
      throw ProblemType.NOT_FOUND.because(
          "There is nothing at %s. GET /api/v1/openapi.json lists what there is."
              .formatted(shown(rawPath)));
    }
    String allow = String.join(", ", methods);
    throw ProblemType.METHOD_NOT_ALLOWED
        .problem("%s takes %s, not %s.".formatted(shown(rawPath), allow, shown(method)))
        .header("Allow", allow)
        .exception();
  }

  private static AccessRule checked(AccessRule rule, Login login) {
    if (rule.permits(login)) {
      return rule;
    }
    throw ProblemType.ROLE_NEEDED
        .problem(
            "%s %s needs the role %s, which %s does not have. Roles are given in etc/users.properties."
                .formatted(rule.method(), rule.template(), rule.rolesInWords(), login.user()))
        .with("rolesNeeded", rule.roles().stream().sorted().map(Role::word).toList())
        .exception();
  }

  private static String shown(String text) {
    return text.length() > 100 ? text.substring(0, 100) + "…" : text;
  }
}
