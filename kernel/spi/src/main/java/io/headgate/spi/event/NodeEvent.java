package io.headgate.spi.event;

import io.headgate.model.decision.Decision;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.order.Order;
import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.control.Restriction;

/** Something that happened on the node. */
public sealed interface NodeEvent {

  /** When, UTC nanoseconds since 1970. */
  long timestamp();

  /**
   * An intent was decided on and the decision is durable.
   *
   * @param timestamp when
   * @param decision what was decided
   */
  record Decided(long timestamp, Decision decision) implements NodeEvent {}

  /**
   * A report of a venue was applied.
   *
   * @param timestamp when
   * @param order the order after it
   * @param report what the venue said
   */
  record Executed(long timestamp, Order order, ExecutionReport report) implements NodeEvent {}

  /**
   * An alarm was raised, acknowledged or cleared.
   *
   * @param timestamp when
   * @param alarm the alarm after it
   */
  record AlarmChanged(long timestamp, Alarm alarm) implements NodeEvent {}

  /**
   * A kill or a re-arm.
   *
   * @param timestamp when
   * @param restriction the restriction after it; state ACTIVE when lifted
   */
  record ControlChanged(long timestamp, Restriction restriction) implements NodeEvent {}

  /**
   * Another rule set serves, or a candidate was refused.
   *
   * @param timestamp when
   * @param ruleSet hash of the set that serves now
   * @param failure why a candidate was refused; empty when it was taken
   */
  record RulesChanged(long timestamp, String ruleSet, String failure) implements NodeEvent {}
}
