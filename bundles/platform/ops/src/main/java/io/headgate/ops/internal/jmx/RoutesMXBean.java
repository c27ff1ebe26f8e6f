package io.headgate.ops.internal.jmx;

import java.util.List;
import java.util.Map;

/** Routes. */
public interface RoutesMXBean {

  /** All routes. */
  List<Map<String, String>> getRoutes();

  /** Starts or resumes a route. */
  void start(String id);

  /** Stops a route. */
  void stop(String id);

  /** Suspends a route. */
  void suspend(String id);
}
