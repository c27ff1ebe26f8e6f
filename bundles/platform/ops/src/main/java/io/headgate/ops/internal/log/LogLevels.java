package io.headgate.ops.internal.log;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the container's log at one moment, read for their levels.
 *
 * @param settings as in {@code etc/org.ops4j.pax.logging.cfg}
 */
record LogLevels(Map<String, Object> settings) {

  private static final String ROOT = "log4j2.rootLogger.level";
  private static final String OTHERWISE = "INFO";
  private static final String LOGGER = "log4j2.logger.";
  private static final String NAME = ".name";
  private static final String LEVEL = ".level";

  /** An appender that the root logger writes to, by its name. */
  private static final Pattern TARGET =
      Pattern.compile("log4j2\\.rootLogger\\.appenderRef\\.[^.]+\\.ref");

  private static final Pattern LOGGER_NAME = Pattern.compile("log4j2\\.logger\\.([^.]+)\\.name");
  private static final Pattern APPENDER = Pattern.compile("log4j2\\.appender\\.[^.]+\\.name");

  /** A file of another form that holds the settings instead, or the form of older versions. */
  private static final Pattern ELSEWHERE =
      Pattern.compile("org\\.ops4j\\.pax\\.logging\\..+\\.config\\.file|log4j\\.rootLogger");

  LogLevels {
    settings = Map.copyOf(settings);
  }

  /** Whether levels can be read and changed here: settings as the distribution brings them. */
  boolean areHere() {
    return settings.containsKey(ROOT);
  }

  /**
   * Whether these are settings of a log at all: a file that was read while it was being written
   * gives none, or none of the places to write to that the root logger names.
   */
  boolean areWhole() {
    if (!areHere()) {
      return settings.keySet().stream().anyMatch(key -> ELSEWHERE.matcher(key).matches());
    }
    return values(APPENDER).containsAll(values(TARGET));
  }

  private Collection<Object> values(Pattern keys) {
    Map<String, Object> found = new HashMap<>(settings);
    found.keySet().removeIf(key -> !keys.matcher(key).matches());
    return found.values();
  }

  /** Level of whatever has none of its own. */
  String root() {
    return text(ROOT, OTHERWISE);
  }

  /** Level of a logger: its own, else that of the nearest above it. */
  String of(String logger) {
    for (String at = logger;
        !at.isEmpty();
        at = at.substring(0, Math.max(0, at.lastIndexOf('.')))) {
      String id = id(at);
      if (id != null && settings.containsKey(LOGGER + id + LEVEL)) {
        return text(LOGGER + id + LEVEL, OTHERWISE);
      }
    }
    return root();
  }

  private String text(String key, String otherwise) {
    return String.valueOf(settings.getOrDefault(key, otherwise)).toUpperCase(Locale.ROOT);
  }

  /** These settings with a level for these loggers, or with none of their own. */
  LogLevels with(Collection<String> loggers, Optional<String> level) {
    Map<String, Object> changed = new HashMap<>(settings);
    for (String logger : loggers) {
      String known = id(logger);
      String id = known == null ? logger.replace('.', '_').toLowerCase(Locale.ROOT) : known;
      if (level.isPresent()) {
        changed.put(LOGGER + id + NAME, logger);
        changed.put(LOGGER + id + LEVEL, level.get());
      } else {
        changed.remove(LOGGER + id + LEVEL);
      }
    }
    return new LogLevels(changed);
  }

  /** The word that the settings have for a logger. */
  private @Nullable String id(String logger) {
    for (Map.Entry<String, Object> setting : settings.entrySet()) {
      Matcher key = LOGGER_NAME.matcher(setting.getKey());
      if (key.matches() && setting.getValue().equals(logger)) {
        return key.group(1);
      }
    }
    return null;
  }
}
