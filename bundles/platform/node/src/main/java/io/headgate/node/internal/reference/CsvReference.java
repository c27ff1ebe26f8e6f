package io.headgate.node.internal.reference;

import io.headgate.model.instrument.Instrument;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.position.Account;
import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.alarm.Alarms;
import io.headgate.spi.plugin.ConfigFile;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.HealthCheck;
import io.headgate.spi.plugin.SettingsInForce;
import io.headgate.spi.reference.FxRate;
import io.headgate.spi.reference.ReferenceData;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reference data out of {@code etc/reference/*.csv}, read again when a file changes. A file with a
 * fault changes nothing: what it held before stays in force, at the start that is nothing, so that
 * orders in what is not known are denied.
 */
@Component(
    service = {ReferenceData.class, HealthCheck.class},
    immediate = true,
    configurationPid = CsvReference.PID)
@Designate(ocd = CsvReference.Config.class)
public final class CsvReference implements ReferenceData, HealthCheck {

  static final String PID = "io.headgate.reference";
  static final String ALARM = "reference.load";

  private static final Logger LOG = LoggerFactory.getLogger(CsvReference.class);
  private static final int MIN_SCAN_MILLIS = 100;
  private static final int MAX_SCAN_MILLIS = 60_000;
  private static final int SHOWN = 5;

  /** The configuration, checked. */
  record Settings(String folder, int scanMillis) {}

  private final Settings running;
  private final SettingsInForce<Settings> configured;
  private final Alarms alarms;
  private final FolderWatch watch;
  private final ScheduledExecutorService scanner;
  private final ScheduledFuture<?> scans;
  private volatile ReferenceSet current = ReferenceSet.EMPTY;

  /** Configuration of the reference data. */
  @ObjectClassDefinition(id = PID, name = "Headgate reference data")
  @interface Config {
    @AttributeDefinition(description = "Folder of the CSV files, relative to etc")
    String folder() default "reference";

    @AttributeDefinition(
        description = "How often the folder is looked at for changes, 100 to 60000 ms",
        min = "100",
        max = "60000")
    int scanMillis() default 1_000;
  }

  @Activate
  public CsvReference(
      Config config,
      Map<String, Object> properties,
      @Reference Alarms alarms,
      BundleContext context) {
    this(settings(config, properties), alarms, Path.of(etcOf(context)));
  }

  CsvReference(Settings settings, Alarms alarms, Path etc) {
    this.alarms = alarms;
    this.running = settings;
    this.configured = SettingsInForce.of(settings);
    this.watch = new FolderWatch(etc, settings.folder(), ReferenceSet.FILES);
    load();
    this.scanner =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "headgate-reference");
              thread.setDaemon(true);
              return thread;
            });
    this.scans =
        scanner.scheduleWithFixedDelay(
            this::scan, settings.scanMillis(), settings.scanMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * The configuration, checked.
   *
   * @throws IllegalArgumentException if a value is out of range; the message says where it stands
   */
  static Settings settings(Config config, Map<String, Object> properties) {
    ConfigFile file = new ConfigFile(PID, properties);
    return new Settings(
        file.text("folder", config::folder, Pattern.compile(".+"), "a folder"),
        file.count("scanMillis", config::scanMillis, MIN_SCAN_MILLIS, MAX_SCAN_MILLIS));
  }

  /** What was read stays: a changed configuration counts from the next start. */
  @Modified
  void modified(Config config, Map<String, Object> properties) {
    configured.change(() -> settings(config, properties));
  }

  @Override
  public Health configuration() {
    return configured.healthOf(running, "etc/" + PID + ".cfg");
  }

  private static String etcOf(BundleContext context) {
    String etc = context.getProperty("karaf.etc");
    return etc == null ? "etc" : etc;
  }

  @Deactivate
  void stop() {
    scans.cancel(false);
    scanner.shutdown();
  }

  /** Takes the files over if they have changed and then stood still for one scan. */
  void scan() {
    try {
      if (watch.settledChange()) {
        load();
      }
    } catch (RuntimeException e) {
      // A scheduled task that throws would never run again.
      LOG.error("Scan of {} failed; it goes on", watch.shownFolder(), e);
    }
  }

  private void load() {
    ReferenceSet next = current.next(watch.shownFolder(), watch.read());
    current = next;
    LOG.info(
        "Reference data: {} instruments, {} accounts, {} FX rates",
        next.instrumentList().size(),
        next.accountList().size(),
        next.fxRates().size());
    if (next.faults().isEmpty()) {
      alarms.clear(ALARM);
      return;
    }
    next.faults().forEach(fault -> LOG.error("{}", fault));
    alarms.raise(
        ALARM,
        next.neverRead().isEmpty() ? Alarm.Level.WARNING : Alarm.Level.CRITICAL,
        describe(next));
  }

  private static String describe(ReferenceSet set) {
    String shown =
        set.faults().stream().limit(SHOWN).map(Fault::toString).collect(Collectors.joining("; "));
    int more = set.faults().size() - SHOWN;
    String effect =
        set.neverRead().isEmpty()
            ? "; what was in force before stays in force"
            : "; nothing of " + String.join(", ", set.neverRead()) + " is in force";
    return shown + (more > 0 ? "; and %d more in the log".formatted(more) : "") + effect;
  }

  @Override
  public String name() {
    return "reference";
  }

  @Override
  public Health check() {
    ReferenceSet set = current;
    if (set.faults().isEmpty()) {
      return configuration();
    }
    return set.neverRead().isEmpty() ? Health.degraded(describe(set)) : Health.down(describe(set));
  }

  @Override
  public @Nullable Instrument instrument(InstrumentId id) {
    return current.instruments().get(id);
  }

  @Override
  public List<Instrument> instruments() {
    return current.instrumentList();
  }

  @Override
  public @Nullable Account account(String id) {
    return current.accounts().get(id);
  }

  @Override
  public List<Account> accounts() {
    return current.accountList();
  }

  @Override
  public List<FxRate> fxRates() {
    return current.fxRates();
  }
}
