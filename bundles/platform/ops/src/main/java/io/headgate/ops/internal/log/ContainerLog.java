package io.headgate.ops.internal.log;

import io.headgate.spi.log.LogArea;
import io.headgate.spi.log.LogAreas;
import io.headgate.spi.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.karaf.log.core.LogService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes levels through the container, which keeps them with the configuration of its log. */
@Component(service = LogAreas.class)
public final class ContainerLog implements LogAreas {

  private static final Logger LOG = LoggerFactory.getLogger(ContainerLog.class);

  private static final String ROOT = "ROOT";

  /** Gives a logger the level of its parent again. */
  private static final String INHERIT = "DEFAULT";

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

  private final LogService container;
  private final Clock clock;
  private final Map<String, Change> changes = new ConcurrentHashMap<>();

  /** Over the container's log. */
  @Activate
  public ContainerLog(@Reference LogService container, @Reference Clock clock) {
    this.container = container;
    this.clock = clock;
  }

  @Override
  public List<LogArea> areas() {
    return LOGGERS.keySet().stream().map(this::area).toList();
  }

  private LogArea area(String name) {
    List<String> loggers = LOGGERS.getOrDefault(name, List.of());
    String root = levelOf(ROOT, "INFO");
    Change change = changes.get(name);
    return new LogArea(
        name,
        levelOf(loggers.get(0), root),
        root,
        loggers,
        change == null ? "" : change.who(),
        change == null ? 0 : change.at());
  }

  private String levelOf(String logger, String otherwise) {
    String level = container.getLevel(logger).get(logger);
    return level == null || level.equals(INHERIT) ? otherwise : level;
  }

  @Override
  public synchronized LogArea set(String area, String level, String who) {
    List<String> loggers = loggersOf(area);
    String wanted = level.toUpperCase(Locale.ROOT);
    if (!LEVELS.contains(wanted)) {
      throw new IllegalArgumentException(
          "no level '%s'; there are %s".formatted(level, String.join(", ", LEVELS)));
    }
    loggers.forEach(logger -> container.setLevel(logger, wanted));
    changes.put(area, new Change(who, clock.epochNanos()));
    LOG.info("Log level of {} is {} now, by {}", area, wanted, who);
    return area(area);
  }

  @Override
  public synchronized LogArea reset(String area, String who) {
    loggersOf(area).forEach(logger -> container.setLevel(logger, INHERIT));
    changes.remove(area);
    LOG.info("Log level of {} is its default again, by {}", area, who);
    return area(area);
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
