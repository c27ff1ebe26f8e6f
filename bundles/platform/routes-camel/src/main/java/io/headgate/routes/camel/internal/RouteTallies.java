package io.headgate.routes.camel.internal;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.jspecify.annotations.Nullable;

/** Counts what passes each route; a reload does not reset a route's numbers. */
final class RouteTallies implements RoutePolicyFactory {

  private final Map<String, Tally> tallies = new ConcurrentHashMap<>();

  @Override
  public RoutePolicy createRoutePolicy(CamelContext context, String routeId, NamedNode route) {
    return tally(routeId);
  }

  Tally tally(String routeId) {
    return tallies.computeIfAbsent(routeId, id -> new Tally());
  }

  /** All tallies by route, as they are now. */
  Map<String, Tally> all() {
    return new TreeMap<>(tallies);
  }

  /** The numbers of one route. */
  static final class Tally extends RoutePolicySupport {
    private final LongAdder begun = new LongAdder();
    private final LongAdder completed = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private volatile @Nullable Throwable lastFailure;

    @Override
    public void onExchangeBegin(Route route, Exchange exchange) {
      begun.increment();
    }

    @Override
    public void onExchangeDone(Route route, Exchange exchange) {
      Exception failure = exchange.getException();
      if (failure == null) {
        completed.increment();
      } else {
        lastFailure = failure;
        failed.increment();
      }
    }

    long completed() {
      return completed.sum();
    }

    long failed() {
      return failed.sum();
    }

    /** Exchanges under way; the parts are read one after the other, so it may be off by a few. */
    int inFlight() {
      long ended = completed.sum() + failed.sum();
      return (int) Math.max(0, Math.min(Integer.MAX_VALUE, begun.sum() - ended));
    }

    /** What the latest failure said; empty before the first. */
    String lastReason() {
      Throwable failure = lastFailure;
      return failure == null ? "" : String.valueOf(failure.getMessage());
    }
  }
}
