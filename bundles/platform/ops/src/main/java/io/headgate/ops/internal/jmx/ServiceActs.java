package io.headgate.ops.internal.jmx;

import io.headgate.ops.internal.access.CurrentUser;
import io.headgate.ops.internal.access.Running;
import io.headgate.ops.internal.jmx.Face.Operation;
import io.headgate.spi.alarm.Alarms;
import io.headgate.spi.control.ControlScope;
import io.headgate.spi.control.TradingControl;
import io.headgate.spi.limits.Limits;
import io.headgate.spi.log.LogAreas;
import io.headgate.spi.noun.BookNouns;
import io.headgate.spi.noun.CandidateNouns;
import io.headgate.spi.noun.FlowNouns;
import io.headgate.spi.noun.InsightNouns;
import io.headgate.spi.noun.NodeNouns;
import io.headgate.spi.noun.Noun;
import io.headgate.spi.noun.NounJson;
import io.headgate.spi.route.RouteControl;
import io.headgate.spi.rules.RuleAdmin;
import io.headgate.spi.strategy.StrategyControl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What can be done over JMX, by whoever has logged in, through the services of the platform. */
@Component(service = ServiceActs.class)
public final class ServiceActs implements NounFaces.Acts {

  private final Alarms alarms;
  private final LogAreas logs;
  private final InsightActs insight;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable TradingControl control;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable RouteControl routes;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable StrategyControl strategies;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable RuleAdmin rules;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable Limits limits;

  /** Alarms and log levels are always there. */
  @Activate
  public ServiceActs(
      @Reference Alarms alarms, @Reference LogAreas logs, @Reference InsightActs insight) {
    this.alarms = alarms;
    this.logs = logs;
    this.insight = insight;
  }

  @Override
  public List<Operation> node() {
    Map<String, String> scopeAndWhy =
        named(
            "scope", "node, account:NAME, strategy:NAME or instrument:SYMBOL.VENUE",
            "why", "Reason, kept in the journal");
    return List.of(
        NounFaces.Acts.texts(
            "kill",
            "Halts a scope and cancels its open orders; answers how many",
            scopeAndWhy,
            a ->
                Waiting.get(control().kill(ControlScope.parse(a[0]), CurrentUser.name(), a[1]))
                    .toString()),
        NounFaces.Acts.texts(
            "rearm",
            "Asks to lift a kill; answers the state of the scope after it",
            scopeAndWhy,
            a ->
                Waiting.get(control().rearm(ControlScope.parse(a[0]), CurrentUser.name(), a[1]))
                    .state()
                    .name()));
  }

  @Override
  public List<Operation> of(Noun<?> noun) {
    if (noun == NodeNouns.RESTRICTION) {
      return node();
    }
    if (noun == FlowNouns.ROUTE) {
      return List.of(
          act("start", "Starts or resumes a route", "id", id -> routes().start(id)),
          act("stop", "Stops a route after what is in flight", "id", id -> routes().stop(id)),
          act("suspend", "Suspends a route: its input waits", "id", id -> routes().suspend(id)));
    }
    if (noun == FlowNouns.STRATEGY) {
      return List.of(
          act("start", "Starts a strategy", "name", name -> strategies().start(name)),
          act("stop", "Stops a strategy", "name", name -> strategies().stop(name)));
    }
    if (noun == NodeNouns.ALARM) {
      return List.of(
          act(
              "acknowledge",
              "Notes that you have seen an alarm",
              "key",
              key -> alarms.acknowledge(key, CurrentUser.name())),
          act(
              "clear",
              "Clears an alarm whose cause is gone",
              "key",
              key -> alarms.clear(key, CurrentUser.name())));
    }
    if (noun == NodeNouns.LOG) {
      return logs();
    }
    if (noun == CandidateNouns.CANDIDATE || noun == CandidateNouns.REPLAY) {
      return CandidateActs.of(noun, () -> Running.required(rules, "rules").desk());
    }
    return noun == InsightNouns.OVERRIDE ? insight.overrides() : files(noun);
  }

  private List<Operation> logs() {
    return List.of(
        NounFaces.Acts.texts(
            "setLevel",
            "Gives an area another level; answers the area",
            named("area", "One of the areas", "level", "ERROR, WARN, INFO, DEBUG or TRACE"),
            a -> NounJson.object(NodeNouns.LOG.row(logs.set(a[0], a[1], CurrentUser.name())))),
        NounFaces.Acts.texts(
            "resetLevel",
            "Gives an area its default level again; answers the area",
            Map.of("area", "One of the areas"),
            a -> NounJson.object(NodeNouns.LOG.row(logs.reset(a[0], CurrentUser.name())))));
  }

  private List<Operation> files(Noun<?> noun) {
    if (noun == BookNouns.RULE) {
      List<Operation> operations = new ArrayList<>(insight.rules());
      operations.add(
          NounFaces.Acts.texts(
              "reload",
              "Reads and compiles the rule files now; answers what serves, as JSON",
              Map.of(),
              a ->
                  NounJson.object(
                      BookNouns.RULE_SET.row(Running.required(rules, "rules").reload()))));
      return operations;
    }
    if (noun == BookNouns.LIMIT) {
      return List.of(
          NounFaces.Acts.texts(
              "reload",
              "Reads the limit files now; answers what is wrong with them, a line each",
              Map.of(),
              a -> String.join("\n", Running.required(limits, "limits").reload())));
    }
    return List.of();
  }

  private static Operation act(String name, String doc, String parameter, Consumer<String> act) {
    Function<String[], String> acting =
        arguments -> {
          act.accept(arguments[0]);
          return "done";
        };
    return NounFaces.Acts.texts(name, doc, Map.of(parameter, "Which one"), acting);
  }

  private static Map<String, String> named(String one, String doc, String other, String otherDoc) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put(one, doc);
    parameters.put(other, otherDoc);
    return parameters;
  }

  private TradingControl control() {
    return Running.required(control, "trading control");
  }

  private RouteControl routes() {
    return Running.required(routes, "routes");
  }

  private StrategyControl strategies() {
    return Running.required(strategies, "strategy control");
  }
}
