package io.headgate.rules.drools.internal.explain;

import io.headgate.model.order.ClOrdId;
import io.headgate.rules.drools.internal.check.CostMeter;
import io.headgate.rules.drools.internal.gear.CompiledRules;
import io.headgate.rules.drools.internal.text.PlacedRule;
import io.headgate.spi.explain.Explanation;
import io.headgate.spi.explain.RuleCosts;
import io.headgate.spi.explain.RuleInsight;
import io.headgate.spi.journal.Journal;
import io.headgate.spi.journal.JournalRecord;
import io.headgate.spi.order.OrderQuery;
import io.headgate.spi.rules.RuleGate;
import io.headgate.spi.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Explains decisions from the journal, and follows it on a thread of its own, at the lowest
 * priority, to count near misses; the order path does nothing for it.
 */
@Component(service = RuleInsight.class, immediate = true)
public final class DroolsInsight implements RuleInsight {

  private static final Logger LOG = LoggerFactory.getLogger(DroolsInsight.class);
  private static final long LOOK_MILLIS = 1_000;

  /** A quarter of the time may go into a look. */
  private static final long MOST_NANOS = LOOK_MILLIS * 1_000_000 / 4;

  private final RuleGate gate;
  private final Clock clock;
  private final DecisionRecords records;
  private final RuleHistory history = new RuleHistory();
  private final JournalTail tail;
  private final ScheduledExecutorService follower;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable OrderQuery orders;

  /** Begins to follow. */
  @Activate
  public DroolsInsight(
      @Reference RuleGate gate, @Reference Journal journal, @Reference Clock clock) {
    this.gate = gate;
    this.clock = clock;
    this.records = new DecisionRecords(journal);
    this.tail = new JournalTail(journal, this::serving, MOST_NANOS, clock::monotonicNanos);
    this.follower = Executors.newSingleThreadScheduledExecutor(DroolsInsight::followerThread);
    var unused =
        follower.scheduleWithFixedDelay(
            this::follow, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  // Correctness does not rest on the priority; it only leaves the processor to orders where it can.
  @SuppressWarnings("ThreadPriorityCheck")
  private static Thread followerThread(Runnable task) {
    Thread thread = new Thread(task, "headgate-near-misses");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    return thread;
  }

  @Deactivate
  void deactivate() {
    follower.shutdownNow();
  }

  private @Nullable CompiledRules serving() {
    return gate.current() instanceof CompiledRules rules ? rules : null;
  }

  /** One look at what is new; a failure must not end the looks after it. */
  void follow() {
    try {
      history.add(serving());
      tail.look();
    } catch (RuntimeException e) {
      LOG.error("near misses are not counted", e);
    }
  }

  @Override
  public Explanation explain(ClOrdId order) {
    JournalRecord.Decided found = records.find(order, orders);
    if (found == null) {
      throw new IllegalArgumentException(
          "the journal has no decision on '%s'; decision:list shows the latest".formatted(order));
    }
    if (found.context() == null) {
      return new Explanation(
          found.decision(),
          "",
          true,
          "the rules were not asked: it is a cancel, or was refused before them; see its verdicts",
          List.of());
    }
    CompiledRules serving = serving();
    history.add(serving);
    String decidedBy = found.decision().ruleSet();
    List<PlacedRule> exact = history.find(decidedBy);
    if (exact == null && serving == null) {
      throw new IllegalStateException(
          "no rule set serves; rule:status names what is wrong, node:health says whether one is being"
              + " compiled");
    }
    List<PlacedRule> rules = exact == null && serving != null ? serving.rules() : exact;
    String note =
        exact == null
            ? "decided by rule set %s, which is not in memory any more; what follows is what the serving set says of the same order"
                .formatted(decidedBy)
            : "";
    return new Explanation(
        found.decision(),
        exact == null && serving != null ? serving.hash() : decidedBy,
        exact != null,
        note,
        Explainer.findings(rules == null ? List.of() : rules, found.context()));
  }

  @Override
  public RuleCosts costs() {
    CompiledRules rules = serving();
    if (rules == null) {
      throw new IllegalStateException(
          "no rule set serves; rule:status names what is wrong, node:health says whether one is being"
              + " compiled");
    }
    return new CostMeter(rules, clock::monotonicNanos).measure();
  }
}
