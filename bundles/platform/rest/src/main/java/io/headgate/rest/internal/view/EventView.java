package io.headgate.rest.internal.view;

import io.headgate.rest.internal.json.Times;
import io.headgate.rest.internal.view.ControlView.RestrictionView;
import io.headgate.spi.event.NodeEvent;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One live event; exactly one of its parts is there, by the event's name. */
@Schema(
    name = "Event",
    description = "The data of a server-sent event: its time, and what the event's name says")
public record EventView(
    @Schema(format = "date-time", description = "When, UTC") @Nullable String time,
    @Schema(description = "decided") @Nullable DecisionView decision,
    @Schema(description = "executed: the order after it") @Nullable OrderView order,
    @Schema(description = "executed: what the venue said") @Nullable ExecutionView execution,
    @Schema(description = "alarm: the alarm after it") @Nullable AlarmView alarm,
    @Schema(description = "control: the restriction after it")
        @Nullable RestrictionView restriction,
    @Schema(description = "rules: hash of the set that serves now") @Nullable String ruleSet,
    @Schema(description = "rules: why a candidate was refused; empty when it was taken")
        @Nullable String failure) {

  /** An event as clients see it. */
  public static EventView of(NodeEvent event) {
    String time = Times.iso(event.timestamp());
    if (event instanceof NodeEvent.Decided decided) {
      DecisionView decision = DecisionView.of(decided.decision());
      return new EventView(time, decision, null, null, null, null, null, null);
    }
    if (event instanceof NodeEvent.Executed executed) {
      OrderView order = OrderView.of(executed.order());
      ExecutionView execution = ExecutionView.of(executed.report());
      return new EventView(time, null, order, execution, null, null, null, null);
    }
    if (event instanceof NodeEvent.AlarmChanged changed) {
      AlarmView alarm = AlarmView.of(changed.alarm());
      return new EventView(time, null, null, null, alarm, null, null, null);
    }
    if (event instanceof NodeEvent.ControlChanged changed) {
      RestrictionView restriction = RestrictionView.of(changed.restriction());
      return new EventView(time, null, null, null, null, restriction, null, null);
    }
    NodeEvent.RulesChanged rules = (NodeEvent.RulesChanged) event;
    return new EventView(time, null, null, null, null, null, rules.ruleSet(), rules.failure());
  }
}
