package io.headgate.spi.log;

import java.util.List;

/**
 * A part of the node that has a log level of its own.
 *
 * @param area its name, such as {@code order}
 * @param level level now, one of {@link LogAreas#LEVELS}
 * @param defaultLevel level that the configuration gives it
 * @param loggers names of the loggers in it
 * @param changedBy login of who has changed it; empty while it has its default
 * @param changed when that was, UTC nanoseconds since 1970; 0 while it has its default
 */
public record LogArea(
    String area,
    String level,
    String defaultLevel,
    List<String> loggers,
    String changedBy,
    long changed) {

  public LogArea {
    loggers = List.copyOf(loggers);
  }
}
