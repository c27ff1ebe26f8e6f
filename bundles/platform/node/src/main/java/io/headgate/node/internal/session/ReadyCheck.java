package io.headgate.node.internal.session;

import io.headgate.model.instrument.Instrument;
import io.headgate.model.order.Originator;
import io.headgate.node.internal.watch.ComponentFaults;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.limits.Limits;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.HealthCheck;
import io.headgate.spi.reference.ReferenceData;
import io.headgate.spi.route.RouteControl;
import io.headgate.spi.route.RouteStatus;
import io.headgate.spi.rules.RuleAdmin;
import io.headgate.spi.rules.RuleStatus;
import io.headgate.spi.strategy.StrategyControl;
import io.headgate.spi.strategy.StrategyStatus;
import io.headgate.spi.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** What a session still waits for, in words for a person. */
final class ReadyCheck {

  /** Every strategy of the node. */
  static final String ALL = "*";

  /** No strategy. */
  static final String NONE = "";

  private final NodeServices services;
  private final List<String> routes;
  private final Set<String> adapters;
  private final String strategy;

  /**
   * @param services the node
   * @param routes routes that must be there
   * @param adapters data adapters that must be there
   * @param strategy strategy that must be active; {@link #ALL}: at least one, and all that there
   *     are; {@link #NONE}: none
   */
  ReadyCheck(NodeServices services, List<String> routes, Set<String> adapters, String strategy) {
    this.services = services;
    this.routes = List.copyOf(routes);
    this.adapters = Set.copyOf(adapters);
    this.strategy = strategy;
  }

  /** One line for each thing that is missing; empty once the session can begin. */
  List<String> missing() {
    List<String> missing = new ArrayList<>();
    services.missing().forEach(name -> missing.add("service " + name));
    rules(missing);
    limits(missing);
    reference(missing);
    strategies(missing);
    routes(missing);
    if (services.brokers.isEmpty()) {
      missing.add("a broker connector");
    }
    for (String adapter : adapters) {
      if (services.adapters.stream().noneMatch(a -> a.getValue().name().equals(adapter))) {
        missing.add("data adapter '%s'".formatted(adapter));
      }
    }
    return missing;
  }

  /** What the parts of the node say of themselves, for a session that cannot begin. */
  List<String> complaints() {
    List<String> complaints = new ArrayList<>(failed(""));
    for (HealthCheck part : services.healthChecks) {
      Health health = part.check();
      if (health.state() != Health.State.UP) {
        complaints.add("%s is %s: %s".formatted(part.name(), health.state(), health.reason()));
      }
    }
    return complaints;
  }

  /**
   * Why components could not be made from a configuration.
   *
   * @param pid the configuration; empty: any
   */
  List<String> failed(String pid) {
    ServiceComponentRuntime components = services.components;
    List<String> failed = new ArrayList<>();
    if (components != null) {
      failed.addAll(ComponentFaults.of(components, pid));
    }
    StrategyControl control = services.strategies;
    if (!pid.isEmpty() && control != null) {
      control.list().stream()
          .filter(found -> found.name().equals(strategy))
          .filter(found -> found.state() == StrategyStatus.State.FAILED)
          .forEach(found -> failed.add(found.reason()));
    }
    return failed;
  }

  private void rules(List<String> missing) {
    if (services.rules == null || services.rules().current() != null) {
      return;
    }
    RuleAdmin admin = services.ruleAdmin;
    List<RuleStatus.Fault> faults = admin == null ? List.of() : admin.status().faults();
    missing.add(
        faults.isEmpty()
            ? "a rule set (the rules are being compiled)"
            : "a rule set: "
                + faults.stream()
                    .map(RuleStatus.Fault::toString)
                    .collect(Collectors.joining("; ")));
  }

  private void limits(List<String> missing) {
    Limits limits = services.limits;
    ReferenceData reference = services.reference;
    Clock clock = services.clock;
    if (limits == null || reference == null || clock == null) {
      return;
    }
    // Any subject will do: without a readable set there is no answer for any of them.
    for (Instrument instrument : reference.instruments()) {
      LimitSubject subject = new LimitSubject(Originator.trader("-", "-"), instrument);
      if (limits.resolve(subject, clock.epochNanos()) == null) {
        missing.add(
            limits.failures().isEmpty()
                ? "limits"
                : "limits: " + String.join("; ", limits.failures()));
      }
      return;
    }
  }

  private void reference(List<String> missing) {
    if (services.reference != null && services.reference().instruments().isEmpty()) {
      missing.add("instruments (etc/reference/instruments.csv)");
    }
    if (services.reference != null && services.reference().accounts().isEmpty()) {
      missing.add("accounts (etc/reference/accounts.csv)");
    }
  }

  private void strategies(List<String> missing) {
    if (services.strategies == null || strategy.equals(NONE)) {
      return;
    }
    List<StrategyStatus> wanted =
        services.strategies().list().stream()
            .filter(found -> strategy.equals(ALL) || found.name().equals(strategy))
            .toList();
    if (wanted.isEmpty()) {
      missing.add(strategy.equals(ALL) ? "a strategy" : "strategy " + strategy);
    }
    wanted.stream()
        .filter(found -> found.state() != StrategyStatus.State.ACTIVE)
        .forEach(
            found ->
                missing.add(
                    "strategy %s is %s: %s"
                        .formatted(found.name(), found.state(), found.reason())));
  }

  private void routes(List<String> missing) {
    RouteControl control = services.routes;
    if (routes.isEmpty()) {
      return;
    }
    if (control == null) {
      missing.add("service RouteControl");
      return;
    }
    Set<String> found = control.list().stream().map(RouteStatus::id).collect(Collectors.toSet());
    routes.stream()
        .filter(route -> !found.contains(route))
        .forEach(route -> missing.add("route %s (see etc/routes)".formatted(route)));
  }
}
