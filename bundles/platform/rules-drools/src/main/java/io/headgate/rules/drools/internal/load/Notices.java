package io.headgate.rules.drools.internal.load;

import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.alarm.Alarms;
import io.headgate.spi.event.EventPublisher;
import io.headgate.spi.event.NodeEvent;
import io.headgate.spi.rules.RuleStatus.Fault;
import io.headgate.spi.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells log, alarms and event stream what became of a candidate set. */
@Component(service = Notices.class)
public final class Notices {

  /** Key of the alarm that is raised while the files differ from what serves. */
  static final String ALARM = "rules.load";

  /** Key of the alarm that is raised while saved files wait for approval. */
  static final String STAGED = "rules.staged";

  /** Key of the alarm that is raised when a serving set failed on an order. */
  static final String FAILED = "rules.failed";

  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

  private final Clock clock;
  private final Alarms alarms;
  private final EventPublisher events;
  private final StandingAlarm refused;

  /** Tells these. */
  @Activate
  public Notices(
      @Reference Clock clock, @Reference Alarms alarms, @Reference EventPublisher events) {
    this.clock = clock;
    this.alarms = alarms;
    this.refused = new StandingAlarm(alarms, ALARM);
    this.events = events;
  }

  /** The clock of what is told. */
  public Clock clock() {
    return clock;
  }

  /** Where alarms are raised. */
  public Alarms alarms() {
    return alarms;
  }

  /** UTC nanoseconds since 1970. */
  long now() {
    return clock.epochNanos();
  }

  /** Nanoseconds from some origin. */
  long monotonicNanos() {
    return clock.monotonicNanos();
  }

  void serves(Serving serving, long millis) {
    long straight =
        serving.rules().describe().stream().filter(rule -> rule.note().isEmpty()).count();
    LOG.info(
        "rule set {} serves: {} rules, {} of them in the straight line; ready after {} ms",
        serving.rules().hash(),
        serving.rules().rules().size(),
        straight,
        millis);
    refused.clear();
    alarms.clear(STAGED);
    alarms.clear(FAILED);
    events.publish(new NodeEvent.RulesChanged(now(), serving.rules().hash(), ""));
  }

  /** The files are again what serves. */
  void restored(String hash) {
    LOG.info("rule files are again those of rule set {}, which serves", hash);
    refused.clear();
    events.publish(new NodeEvent.RulesChanged(now(), hash, ""));
  }

  /** Nothing waits for approval any more: the files are again what serves. */
  void nothingStaged() {
    if (alarms.isActive(STAGED)) {
      alarms.clear(STAGED);
    }
  }

  /** Saved files wait for approval. */
  void staged(boolean none, String hash) {
    String then = none ? "no rules serve, every order is denied" : "the set before serves on";
    LOG.info("saved rule files are staged as {}, {}", hash, then);
    refused.clear();
    alarms.raise(
        STAGED,
        none ? Alarm.Level.CRITICAL : Alarm.Level.WARNING,
        "saved rule files are staged as %s, %s: rule:approve and rule:activate let them serve"
            .formatted(hash, then));
  }

  /** A rule of the serving set could not decide on an order. */
  void failed(Fault fault) {
    alarms.raise(FAILED, Alarm.Level.WARNING, fault.toString());
  }

  /** Every now and then: who clears the alarm of refused files while they stand has it again. */
  void again() {
    refused.again();
  }

  void refused(String servingHash, List<Fault> faults) {
    boolean none = servingHash.isEmpty();
    String then = none ? "no rules serve, every order is denied" : "the set before serves on";
    faults.forEach(fault -> LOG.error("rule files refused: {}", fault));
    String first = faults.isEmpty() ? "" : faults.get(0).toString();
    String more = faults.size() > 1 ? " (and " + (faults.size() - 1) + " more: rule:status)" : "";
    refused.raise(
        none ? Alarm.Level.CRITICAL : Alarm.Level.WARNING,
        "rule files refused, " + then + ": " + first + more);
    events.publish(new NodeEvent.RulesChanged(now(), servingHash, first + more));
  }
}
