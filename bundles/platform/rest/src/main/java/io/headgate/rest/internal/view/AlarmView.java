package io.headgate.rest.internal.view;

import io.headgate.rest.internal.json.Times;
import io.headgate.spi.alarm.Alarm;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An alarm. */
@Schema(name = "Alarm", description = "Something that a person must look at")
public record AlarmView(
    @Schema(description = "What it is about", example = "rules.load") String key,
    @Schema(description = "CRITICAL: a person must act") Alarm.Level level,
    @Schema(description = "What was found and the next step") String text,
    @Schema(format = "date-time") @Nullable String raised,
    @Schema(description = "How often it was raised since then") int count,
    @Schema(description = "Login of who has seen it; empty before") String acknowledgedBy,
    @Schema(description = "False once cleared") boolean active) {

  /** An alarm as clients see it. */
  public static AlarmView of(Alarm alarm) {
    return new AlarmView(
        alarm.key(),
        alarm.level(),
        alarm.text(),
        Times.iso(alarm.raised()),
        alarm.count(),
        alarm.acknowledgedBy(),
        alarm.active());
  }

  /** Several alarms. */
  @Schema(name = "Alarms")
  public record Many(List<AlarmView> alarms) {}
}
