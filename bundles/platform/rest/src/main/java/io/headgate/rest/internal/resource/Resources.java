package io.headgate.rest.internal.resource;

import io.headgate.rest.internal.candidate.ApproveRequest;
import io.headgate.rest.internal.candidate.CandidatesResource;
import io.headgate.rest.internal.candidate.ReplayStart;
import io.headgate.rest.internal.candidate.ReplaysResource;
import io.headgate.rest.internal.candidate.StageRequest;
import io.headgate.rest.internal.candidate.TightnessStart;
import io.headgate.rest.internal.candidate.WhyRequest;
import io.headgate.rest.internal.json.Fields;
import io.headgate.rest.internal.part.Platform;
import io.headgate.rest.internal.part.RestSettings;
import io.headgate.rest.internal.risk.CostResource;
import io.headgate.rest.internal.risk.ExplanationResource;
import io.headgate.rest.internal.risk.OverrideRequest;
import io.headgate.rest.internal.risk.OverridesResource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** All resources of the API. */
public final class Resources {

  private Resources() {}

  /** The resources, over a platform. */
  public static List<Object> all(Platform platform, RestSettings settings) {
    Outcome orders = new Outcome(settings);
    // Cancels and the stop button have turns of their own: a jam of orders must not hold them up.
    Outcome urgent = new Outcome(settings);
    return List.of(
        new OrdersResource(platform.orders, platform.orderQuery, orders, urgent),
        new DecisionsResource(platform.orderQuery),
        new ExplanationResource(platform.insight),
        new CostResource(platform.insight),
        new OverridesResource(platform.overrides),
        new PositionsResource(platform),
        new RulesResource(platform.rules),
        new CandidatesResource(platform.rules),
        new ReplaysResource(platform.rules),
        new LimitsResource(platform.limits, platform.source),
        new RoutesResource(platform.routes),
        new StrategiesResource(platform.strategies),
        new AlarmsResource(platform.alarms),
        new ControlResource(platform.control, urgent),
        new HealthResource(platform.health),
        new NodeResource(platform),
        new LogsResource(platform.logs),
        new ListsResource(platform.source));
  }

  /** How each kind of request body is read. */
  public static Map<Class<?>, Function<Fields, ?>> readers() {
    return Map.ofEntries(
        Map.entry(OrderRequest.class, OrderRequest::read),
        Map.entry(ReplaceRequest.class, ReplaceRequest::read),
        Map.entry(ControlRequest.class, ControlRequest::read),
        Map.entry(LevelRequest.class, LevelRequest::read),
        Map.entry(OverrideRequest.class, OverrideRequest::read),
        Map.entry(StageRequest.class, StageRequest::read),
        Map.entry(ApproveRequest.class, ApproveRequest::read),
        Map.entry(WhyRequest.class, WhyRequest::read),
        Map.entry(ReplayStart.class, ReplayStart::read),
        Map.entry(TightnessStart.class, TightnessStart::read));
  }
}
