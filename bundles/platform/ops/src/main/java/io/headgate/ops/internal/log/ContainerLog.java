package io.headgate.ops.internal.log;

import io.headgate.spi.log.LogArea;
import io.headgate.spi.log.LogAreas;
import io.headgate.spi.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes levels in the settings of the container's log, which keeps them over restarts. */
@Component(service = LogAreas.class)
public final class ContainerLog implements LogAreas {

  private static final Logger LOG = LoggerFactory.getLogger(ContainerLog.class);

  /** The areas, from the way of an order to the doors. */
  private static final Map<String, List<String>> LOGGERS = new TreeMap<>();

  static {
    LOGGERS.put("alarm", List.of("io.headgate.alarms"));
    LOGGERS.put("broker", List.of("io.headgate.brokers", "io.headgate.engine.internal.outbound"));
    LOGGERS.put("data", List.of("io.headgate.data"));
    LOGGERS.put("door", List.of("io.headgate.access", "org.apache.sshd", "org.ops4j.pax.web"));
    LOGGERS.put("journal", List.of("io.headgate.journal"));
    LOGGERS.put("limit", List.of("io.headgate.limits"));
    LOGGERS.put("node", List.of("io.headgate.node", "io.headgate.ops"));
    LOGGERS.put("optimiser", List.of("io.headgate.optimisers"));
    LOGGERS.put("order", List.of("io.headgate.engine"));
    LOGGERS.put("rest", List.of("io.headgate.rest", "org.apache.cxf"));
    LOGGERS.put("route", List.of("io.headgate.routes", "org.apache.camel"));
    LOGGERS.put("rule", List.of("io.headgate.rules", "org.drools"));
    LOGGERS.put("scorer", List.of("io.headgate.scorers", "io.headgate.features"));
    LOGGERS.put("state", List.of("io.headgate.state", "com.hazelcast"));
    LOGGERS.put("strategy", List.of("io.headgate.strategies"));
    LOGGERS.put("surveillance", List.of("io.headgate.surveillance"));
  }

  private record Change(String who, long at) {}

  private final LogSettings settings;
  private final Clock clock;
  private final Map<String, Change> changes = new ConcurrentHashMap<>();

  /** Over the settings of the container's log. */
  @Activate
  public ContainerLog(@Reference LogSettings settings, @Reference Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public List<LogArea> areas() {
    LogLevels levels = settings.levels();
    return LOGGERS.keySet().stream().map(name -> area(name, levels)).toList();
  }

  private LogArea area(String name, LogLevels levels) {
    List<String> loggers = LOGGERS.getOrDefault(name, List.of());
    Change change = changes.get(name);
    return new LogArea(
        name,
        levels.of(loggers.get(0)),
        levels.root(),
        loggers,
        change == null ? "" : change.who(),
        change == null ? 0 : change.at());
  }

  @Override
  public synchronized LogArea set(String area, String level, String who) {
    List<String> loggers = loggersOf(area);
    String wanted = level.toUpperCase(Locale.ROOT);
    if (!LEVELS.contains(wanted)) {
      throw new IllegalArgumentException(
          "no level '%s'; there are %s".formatted(level, String.join(", ", LEVELS)));
    }
    LogLevels levels = settings.change(loggers, Optional.of(wanted));
    changes.put(area, new Change(who, clock.epochNanos()));
    LOG.info("Log level of {} is {} now, by {}", area, wanted, who);
    return area(area, levels);
  }

  @Override
  public synchronized LogArea reset(String area, String who) {
    LogLevels levels = settings.change(loggersOf(area), Optional.empty());
    changes.remove(area);
    LOG.info("Log level of {} is its default again, by {}", area, who);
    return area(area, levels);
  }

  private static List<String> loggersOf(String area) {
    List<String> loggers = LOGGERS.get(area);
    if (loggers == null) {
      throw new IllegalArgumentException(
          "no log area '%s'; there are %s".formatted(area, String.join(", ", LOGGERS.keySet())));
    }
    return loggers;
  }
}
