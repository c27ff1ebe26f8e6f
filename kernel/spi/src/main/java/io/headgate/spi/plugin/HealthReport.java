package io.headgate.spi.plugin;

import java.util.List;

/**
 * How the node is at one moment.
 *
 * @param state the worst of all parts
 * @param ready whether orders can be decided on: no part is down
 * @param asOf when it was asked, UTC nanoseconds since 1970
 * @param parts each part, worst first
 */
public record HealthReport(Health.State state, boolean ready, long asOf, List<Part> parts) {

  public HealthReport {
    parts = List.copyOf(parts);
  }

  /**
   * One part.
   *
   * @param name which
   * @param health how it is
   */
  public record Part(String name, Health health) {}
}
