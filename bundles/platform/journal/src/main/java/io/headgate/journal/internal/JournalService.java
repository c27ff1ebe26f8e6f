package io.headgate.journal.internal;

import io.headgate.journal.internal.file.FolderStorage;
import io.headgate.spi.alarm.Alarms;
import io.headgate.spi.journal.Journal;
import io.headgate.spi.journal.JournalException;
import io.headgate.spi.journal.JournalException.Reason;
import io.headgate.spi.journal.JournalRecord;
import io.headgate.spi.journal.JournalStatus;
import io.headgate.spi.monitor.StageLatency;
import io.headgate.spi.node.NodeInfo;
import io.headgate.spi.plugin.ConfigFile;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.HealthCheck;
import io.headgate.spi.plugin.SettingsInForce;
import io.headgate.spi.time.Clock;
import java.io.IOException;
import java.util.Map;
import java.util.function.LongConsumer;
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
 * The journal of this node as a service, with its health and its alarms. A journal that cannot be
 * opened is a service that refuses everything and says why; a configuration out of range is none.
 */
@Component(
    service = {Journal.class, HealthCheck.class},
    immediate = true,
    configurationPid = JournalService.PID)
@Designate(ocd = JournalService.Config.class)
public final class JournalService implements Journal, HealthCheck {

  static final String PID = "io.headgate.journal";

  private static final Logger LOG = LoggerFactory.getLogger(JournalService.class);

  private final AlarmBell bell = new AlarmBell();
  private final NodeInfo.Mode mode;
  private final Settings running;
  private final SettingsInForce<Settings> configured;
  private final Journal journal;
  private final Runnable closing;

  /** Configuration of the journal. */
  @ObjectClassDefinition(id = PID, name = "Headgate journal")
  public @interface Config {
    @AttributeDefinition(description = "Folder of the segment files, on a local disk")
    String folder() default "${karaf.data}/journal";

    @AttributeDefinition(description = "Size of one file, 1 to 1024", min = "1", max = "1024")
    int segmentMegabytes() default 64;

    @AttributeDefinition(
        description = "Prepared space kept for cancels, fills and control records, 1 to 1024",
        min = "1",
        max = "1024")
    int reserveMegabytes() default 16;

    @AttributeDefinition(
        description = "Buffer between the order loop and the disk, a power of two from 1 to 256",
        min = "1",
        max = "256")
    int bufferMegabytes() default 8;

    @AttributeDefinition(
        description = "Whether a record is durable only when the disk has it; false is for tests")
    boolean fsync() default true;

    @AttributeDefinition(
        description = "Least time between two commits, 0 to 1000000; 0: as fast as the disk",
        min = "0",
        max = "1000000")
    int commitIntervalMicros() default 0;

    @AttributeDefinition(
        description = "So much waiting data is committed before the interval is over, 1 to 262144",
        min = "1",
        max = "262144")
    int commitBatchKilobytes() default 256;

    @AttributeDefinition(
        description = "How long an order waits for room in the buffer, 0 to 60000",
        min = "0",
        max = "60000")
    int appendWaitMillis() default 1000;
  }

  /**
   * @throws IllegalArgumentException if a value is out of range; the message says where it stands
   */
  @Activate
  public JournalService(
      Config config,
      Map<String, Object> properties,
      @Reference NodeInfo node,
      @Reference Clock clock) {
    Settings settings = Configured.settings(config, node.mode(), new ConfigFile(PID, properties));
    this.mode = node.mode();
    this.running = settings;
    this.configured = SettingsInForce.of(settings);
    Journal opened;
    Runnable close = () -> {};
    try {
      SegmentedJournal segmented =
          SegmentedJournal.open(
              settings, new FolderStorage(settings.folder()), clock::monotonicNanos, bell);
      opened = segmented;
      close = segmented::close;
      welcome(segmented.status());
    } catch (JournalException e) {
      opened = refuse(settings, e.reason(), String.valueOf(e.getMessage()));
    } catch (IOException e) {
      opened =
          refuse(settings, Reason.FAILED, "the journal could not be opened: " + e.getMessage());
    }
    this.journal = opened;
    this.closing = close;
  }

  private static void welcome(JournalStatus status) {
    LOG.info("{} records in {} files of {}", status.records(), status.segments(), status.folder());
    if (status.recoveredTornBytes() > 0) {
      LOG.warn(
          "{} bytes at the end of {} were written but never durable; they were cut off",
          status.recoveredTornBytes(),
          status.folder());
    }
  }

  private Journal refuse(Settings settings, Reason reason, String message) {
    bell.failed(message);
    return new RefusingJournal(settings.folder().toString(), reason, message);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindAlarms(Alarms alarms) {
    bell.bind(alarms);
  }

  void unbindAlarms(Alarms alarms) {
    bell.unbind(alarms);
  }

  /** An open journal goes on as it is: a changed configuration counts from the next start. */
  @Modified
  void modified(Config config, Map<String, Object> properties) {
    ConfigFile file = new ConfigFile(PID, properties);
    configured.change(() -> Configured.settings(config, mode, file));
  }

  @Override
  public Health configuration() {
    return configured.healthOf(running, "etc/" + PID + ".cfg");
  }

  @Deactivate
  public void close() {
    closing.run();
  }

  @Override
  public String name() {
    return "journal";
  }

  @Override
  public Health check() {
    Health health = bell.health();
    return health.state() == Health.State.UP ? configuration() : health;
  }

  @Override
  public long append(JournalRecord record) throws JournalException {
    return journal.append(record);
  }

  @Override
  public void onDurable(LongConsumer listener) {
    journal.onDurable(listener);
  }

  @Override
  public long durableSequence() {
    return journal.durableSequence();
  }

  @Override
  public void awaitDurable(long sequence) throws JournalException {
    journal.awaitDurable(sequence);
  }

  @Override
  public void read(long fromSequence, Reader reader) throws JournalException {
    journal.read(fromSequence, reader);
  }

  @Override
  public StageLatency syncs() {
    return journal.syncs();
  }

  @Override
  public JournalStatus status() {
    return journal.status();
  }
}
