package io.headgate.limits.internal;

import io.headgate.spi.alarm.Alarms;
import io.headgate.spi.limits.LimitRow;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.limits.LimitTrial;
import io.headgate.spi.limits.Limits;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.node.NodeInfo;
import io.headgate.spi.plugin.ConfigFile;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.HealthCheck;
import io.headgate.spi.plugin.SettingsInForce;
import io.headgate.spi.time.Clock;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The limits out of the CSV files of a folder. A set with any fault does not serve: the one before
 * stays, an alarm is raised, and {@link #failures} tells. In a replay the files are read once, so
 * that the same run gives the same result.
 */
@Component(
    service = {Limits.class, CsvLimits.class, HealthCheck.class},
    immediate = true,
    configurationPid = CsvLimits.PID)
@Designate(ocd = CsvLimits.Config.class)
public final class CsvLimits implements Limits, HealthCheck {

  static final String PID = "io.headgate.limits";

  private static final Logger LOG = LoggerFactory.getLogger(CsvLimits.class);

  private final LimitSource source;
  private final LimitSettings running;
  private final SettingsInForce<LimitSettings> configured;
  private final int nodes;
  private final Clock clock;
  private final HeardNodes heard;
  private final @Nullable FolderWatch watch;
  private volatile InForce inForce = InForce.NOTHING;
  private final LoadAlarm alarm = new LoadAlarm();

  /** Whether a set's limits served when this node ended, and nobody has said yet which do now. */
  private volatile boolean awaitsSet;

  /** Configuration of the limits. */
  @ObjectClassDefinition(id = PID, name = "Headgate limits")
  public @interface Config {
    @AttributeDefinition(description = "Folder of the limit files")
    String folder() default "${karaf.base}/rules/limits";

    @AttributeDefinition(
        description = "Share of a blocking limit from which is warned, 1 to 100",
        min = "1",
        max = "100")
    int warnAtPercent() default 80;

    @AttributeDefinition(
        description = "Time between two looks at the folder, 50 to 10000",
        min = "50",
        max = "10000")
    int pollMillis() default 300;

    @AttributeDefinition(
        description = "Folder of what other nodes last said about their limits, on a local disk")
    String heardFolder() default "${karaf.data}/limits/heard";
  }

  /**
   * @throws IllegalArgumentException if a value is out of range; the message says where it stands
   */
  @Activate
  public CsvLimits(
      Config config,
      Map<String, Object> properties,
      @Reference NodeInfo node,
      @Reference Clock clock) {
    this.running = LimitSettings.of(config, new ConfigFile(PID, properties));
    this.configured = SettingsInForce.of(running);
    LimitFolder folder = new LimitFolder(running.folder());
    this.source = new LimitSource(folder);
    this.nodes = node.configuredNodes();
    this.clock = clock;
    boolean live = node.mode() == NodeInfo.Mode.LIVE;
    this.heard =
        new HeardNodes(
            node.id(), live ? new HeardFolder(running.heardFolder()) : null, this::table);
    String fingerprint = folder.fingerprint();
    awaitsSet = heard.isMarked();
    reload();
    // Before anybody asks, and whether or not there is a cluster by then.
    follow(heard.tables(Set.of()));
    if (live) {
      watch = new FolderWatch(folder, fingerprint, this::reload, alarm::again);
      watch.start(running.pollMillis());
    } else {
      watch = null;
    }
  }

  /** What serves goes on as it is: a changed configuration counts from the next start. */
  @Modified
  void modified(Config config, Map<String, Object> properties) {
    configured.change(() -> LimitSettings.of(config, new ConfigFile(PID, properties)));
  }

  @Override
  public Health configuration() {
    return configured.healthOf(running, "etc/" + PID + ".cfg");
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindAlarms(Alarms newAlarms) {
    alarm.tellTo(newAlarms);
    tell(inForce.state().failures());
  }

  void unbindAlarms(Alarms oldAlarms) {
    alarm.noLongerTellTo(oldAlarms);
  }

  @Deactivate
  void close() {
    if (watch != null) {
      watch.close();
    }
  }

  @Override
  public synchronized List<String> reload() {
    LimitSet set = source.read();
    return use(set, set.faults().isEmpty() ? table(set.rows()) : null);
  }

  private synchronized List<String> use(LimitSet set, @Nullable LimitTable table) {
    LimitState before = inForce.state();
    if (table == null || !set.faults().isEmpty()) {
      inForce = inForce.with(before.keeping(set, this::table));
      if (!set.faults().equals(before.failures())) {
        LOG.warn("The limits of {} stay as they are: {}", source, LoadAlarm.shown(set.faults()));
      }
    } else {
      boolean ends = source.isActivated();
      source.serves(set);
      serve(before, set, table);
      if (ends && !source.isActivated()) {
        heard.unmark();
      }
    }
    tell(set.faults());
    return set.faults();
  }

  @Override
  public void activate(SortedMap<String, byte[]> files, boolean held) {
    prepare(files, held).run();
  }

  @Override
  public Runnable prepare(SortedMap<String, byte[]> files, boolean held) {
    if (files.isEmpty()) {
      return prepareFolder();
    }
    LimitSet set = sound(LimitSet.read(files, List.of(), List.of()));
    LimitTable table = table(set.rows());
    heard.mark();
    return () -> take(files, held, set, table);
  }

  private synchronized Runnable prepareFolder() {
    LimitSet set = source.isActivated() ? source.readFolder() : null;
    LimitTable table = set == null || !set.faults().isEmpty() ? null : table(set.rows());
    return () -> takeFolder(set, table);
  }

  private synchronized void takeFolder(@Nullable LimitSet read, @Nullable LimitTable table) {
    awaitsSet = false;
    source.take(Collections.emptySortedMap(), false);
    if (source.isActivated()) {
      LimitSet set = read == null ? source.read() : read;
      use(set, read == null && set.faults().isEmpty() ? table(set.rows()) : table);
    }
  }

  private synchronized void take(
      SortedMap<String, byte[]> files, boolean held, LimitSet set, LimitTable table) {
    awaitsSet = false;
    source.take(files, held);
    heard.mark();
    serve(inForce.state(), set, table);
    tell(List.of());
  }

  @Override
  public synchronized boolean isActivated() {
    return source.isActivated();
  }

  @Override
  public synchronized LimitTrial trialOfFolder() {
    return new TableTrial(table(sound(source.readFolder()).rows()));
  }

  /**
   * Whether these are not yet the limits that this node ended with: those of a set served then, and
   * it is not known yet whether they do again. Nobody needs to hear of those of the folder.
   */
  boolean awaitsSet() {
    return awaitsSet;
  }

  private void serve(LimitState before, LimitSet set, LimitTable table) {
    LimitState fresh = before.serving(set, table);
    inForce = inForce.with(fresh);
    if (fresh.version() > before.version()) {
      LOG.info(
          "{} limits of {} files of {} in force, {}",
          set.rows().size(),
          set.files().size(),
          source,
          fresh.hash().substring(0, 12));
    }
  }

  /** What the other nodes have for limits, as last heard: the lower of each governs. */
  synchronized void follow(List<PeerTable> peers) {
    if (!peers.equals(inForce.peers())) {
      inForce = inForce.with(peers);
    }
  }

  /** What the other nodes last said. */
  HeardNodes heard() {
    return heard;
  }

  /** This node's own limits, the last set without a fault; null if there never was one. */
  @Nullable LimitTable own() {
    return inForce.state().base();
  }

  Clock clock() {
    return clock;
  }

  /** Rows, ready to be asked. */
  LimitTable table(List<LimitRow> rows) {
    return new LimitTable(rows, running.warnAtPercent(), nodes);
  }

  private void tell(List<String> faults) {
    alarm.tell(faults, inForce.state().isClosed());
  }

  @Override
  public long version() {
    return inForce.version();
  }

  @Override
  public @Nullable ResolvedLimits resolve(LimitSubject subject, long epochNanos) {
    return inForce.lowest().resolve(subject, epochNanos);
  }

  @Override
  public List<LimitRow> rows() {
    LimitTable table = inForce.state().table();
    if (table == null) {
      return List.of();
    }
    long now = clock.epochNanos();
    return table.rows().stream().filter(row -> row.effectiveTo() > now).toList();
  }

  @Override
  public List<LimitRow> governing() {
    return inForce.lowest().rows();
  }

  @Override
  public List<String> failures() {
    return inForce.state().failures();
  }

  @Override
  public String hash() {
    return inForce.state().hash();
  }

  @Override
  public LimitTrial trial(Path other) {
    return new TableTrial(table(sound(new LimitFolder(other).read(List.of())).rows()));
  }

  @Override
  public LimitTrial trial(SortedMap<String, byte[]> files) {
    return new TableTrial(table(sound(LimitSet.read(files, List.of(), List.of())).rows()));
  }

  private static LimitSet sound(LimitSet set) {
    if (!set.faults().isEmpty()) {
      throw new IllegalArgumentException(LoadAlarm.shown(set.faults()));
    }
    return set;
  }

  @Override
  public String name() {
    return "limits";
  }

  @Override
  public Health check() {
    Health trouble = inForce.state().trouble();
    return trouble == null ? configuration() : trouble;
  }
}
