package io.headgate.spi.route;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The routes of this node. */
@ProviderType
public interface RouteControl {

  /** All routes, by id. */
  List<RouteStatus> list();

  /**
   * Starts or resumes a route.
   *
   * @throws IllegalArgumentException if there is no such route; the message lists the ids
   * @throws IllegalStateException if it fails; the message says why
   */
  void start(String id);

  /**
   * Stops a route after what is in flight has passed.
   *
   * @throws IllegalArgumentException if there is no such route; the message lists the ids
   * @throws IllegalStateException if it fails; the message says why
   */
  void stop(String id);

  /**
   * Suspends a route: its input waits in its bounded buffer.
   *
   * @throws IllegalArgumentException if there is no such route; the message lists the ids
   * @throws IllegalStateException if it fails; the message says why
   */
  void suspend(String id);
}
