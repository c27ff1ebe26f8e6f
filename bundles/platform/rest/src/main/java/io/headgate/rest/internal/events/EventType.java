package io.headgate.rest.internal.events;

import io.headgate.rest.internal.problem.FieldError;
import io.headgate.spi.event.NodeEvent;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names of server-sent events. */
public enum EventType {
  DECIDED(NodeEvent.Decided.class),
  EXECUTED(NodeEvent.Executed.class),
  ALARM(NodeEvent.AlarmChanged.class),
  CONTROL(NodeEvent.ControlChanged.class),
  RULES(NodeEvent.RulesChanged.class);

  private final Class<? extends NodeEvent> event;

  EventType(Class<? extends NodeEvent> event) {
    this.event = event;
  }

  /** The name that clients see. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name of an event. */
  public static EventType of(NodeEvent event) {
    for (EventType type : values()) {
      if (type.event.isInstance(event)) {
        return type;
      }
    }
    throw new IllegalArgumentException("no name for " + event.getClass().getName());
  }

  /**
   * Reads a list such as {@code decided,alarm}; all where it is absent.
   *
   * @throws io.headgate.rest.internal.problem.ProblemException if a name is unknown
   */
  public static Set<EventType> parse(@Nullable String types) {
    if (types == null || types.isBlank()) {
      return EnumSet.allOf(EventType.class);
    }
    Set<EventType> wanted = EnumSet.noneOf(EventType.class);
    for (String word : types.split(",", -1)) {
      wanted.add(ofWord(word.trim()));
    }
    return wanted;
  }

  private static EventType ofWord(String word) {
    return Arrays.stream(values())
        .filter(type -> type.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new FieldError(
                        "types",
                        "'" + word + "'",
                        Arrays.stream(values())
                            .map(EventType::word)
                            .collect(Collectors.joining(", ", "a list of ", "")))
                    .exception());
  }
}
