package io.headgate.rest.internal.resource;

import io.headgate.rest.internal.json.Fields;
import io.headgate.rest.internal.part.Platform;
import io.headgate.rest.internal.part.RestSettings;
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
        new PositionsResource(platform),
        new RulesResource(platform.rules),
        new LimitsResource(platform.limits),
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
    return Map.of(
        OrderRequest.class, OrderRequest::read,
        ReplaceRequest.class, ReplaceRequest::read,
        ControlRequest.class, ControlRequest::read,
        LevelRequest.class, LevelRequest::read);
  }
}
