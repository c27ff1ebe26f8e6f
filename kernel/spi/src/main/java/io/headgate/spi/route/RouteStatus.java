package io.headgate.spi.route;

/**
 * A route as it stands.
 *
 * @param id its id
 * @param description what it is for
 * @param from endpoint where it begins
 * @param state Started, Stopped or Suspended
 * @param exchanges exchanges completed
 * @param failures exchanges failed
 * @param inFlight exchanges under way now
 * @param file file that defines it
 */
public record RouteStatus(
    String id,
    String description,
    String from,
    String state,
    long exchanges,
    long failures,
    int inFlight,
    String file) {}
