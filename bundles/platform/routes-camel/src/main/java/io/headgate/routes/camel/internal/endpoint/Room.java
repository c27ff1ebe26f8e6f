package io.headgate.routes.camel.internal.endpoint;

import io.headgate.routes.camel.internal.service.Services;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;

/** What the endpoints of one Camel context share. */
public final class Room {

  private final Services services;
  private final ScheduledExecutorService worker;
  private final long retryMillis;
  private final List<ServiceConsumer<?>> consumers = new CopyOnWriteArrayList<>();

  /**
   * @param services what routes lead to
   * @param worker attaches inputs to services that come late
   * @param retryMillis wait before an input that was refused is attached again, above 0
   */
  public Room(Services services, ScheduledExecutorService worker, long retryMillis) {
    this.services = services;
    this.worker = worker;
    this.retryMillis = retryMillis;
  }

  Services services() {
    return services;
  }

  ScheduledExecutorService worker() {
    return worker;
  }

  long retryMillis() {
    return retryMillis;
  }

  void add(ServiceConsumer<?> consumer) {
    consumers.add(consumer);
  }

  void remove(ServiceConsumer<?> consumer) {
    consumers.remove(consumer);
  }

  /** Routes whose input waits, and why. */
  public Map<String, String> troubles() {
    Map<String, String> troubles = new LinkedHashMap<>();
    for (ServiceConsumer<?> consumer : consumers) {
      String trouble = consumer.trouble();
      if (!trouble.isEmpty()) {
        troubles.put(consumer.getRouteId(), trouble);
      }
    }
    return troubles;
  }

  /** Events that each route has lost because it was too slow; routes that lost none left out. */
  public Map<String, Long> dropped() {
    Map<String, Long> dropped = new LinkedHashMap<>();
    for (ServiceConsumer<?> consumer : consumers) {
      long count = consumer.dropped();
      if (count > 0) {
        dropped.put(consumer.getRouteId(), count);
      }
    }
    return dropped;
  }

  /** Whether some route delivers approved commands, or waits for the engine to give it them. */
  public boolean hasTaker() {
    return consumers.stream().anyMatch(ApprovedConsumer.class::isInstance);
  }
}
