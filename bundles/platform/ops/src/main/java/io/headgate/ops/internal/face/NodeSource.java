package io.headgate.ops.internal.face;

import io.headgate.ops.internal.access.Running;
import io.headgate.spi.alarm.Alarms;
import io.headgate.spi.audit.AuditTrail;
import io.headgate.spi.control.TradingControl;
import io.headgate.spi.journal.Journal;
import io.headgate.spi.log.LogAreas;
import io.headgate.spi.monitor.EngineMonitor;
import io.headgate.spi.monitor.Metrics;
import io.headgate.spi.node.NodeInfo;
import io.headgate.spi.noun.AuditNouns;
import io.headgate.spi.noun.BookNouns;
import io.headgate.spi.noun.NodeFacts;
import io.headgate.spi.noun.NodeNouns;
import io.headgate.spi.noun.Noun;
import io.headgate.spi.noun.Rows;
import io.headgate.spi.plugin.HealthBoard;
import io.headgate.spi.positions.SharedPositions;
import io.headgate.spi.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What the node is, how it is, and what a person must see. */
@Component(service = NodeSource.class)
public final class NodeSource {

  private static final int AUDIT_RECORDS = 500;

  private final NodeInfo node;
  private final Clock clock;
  private final Alarms alarms;
  private final HealthBoard health;
  private final LogAreas logs;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable TradingControl control;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable EngineMonitor monitor;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable SharedPositions shared;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable Journal journal;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable Metrics metrics;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable AuditTrail trail;

  /** Parts that are always there; the others come and go. */
  @Activate
  public NodeSource(
      @Reference NodeInfo node,
      @Reference Clock clock,
      @Reference Alarms alarms,
      @Reference HealthBoard health,
      @Reference LogAreas logs) {
    this.node = node;
    this.clock = clock;
    this.alarms = alarms;
    this.health = health;
    this.logs = logs;
  }

  /** How each noun of the node is found. */
  Map<Noun<?>, Supplier<Rows>> suppliers() {
    return Map.of(
        NodeNouns.NODE,
            () ->
                NodeNouns.NODE.rows(
                    List.of(new NodeFacts(node, clock, control, shared, monitor, journal))),
        NodeNouns.PART, () -> NodeNouns.PART.rows(health.report().parts()),
        NodeNouns.ALARM, () -> NodeNouns.ALARM.rows(alarms.active()),
        NodeNouns.LOG, () -> NodeNouns.LOG.rows(logs.areas()),
        NodeNouns.METRIC,
            () -> NodeNouns.METRIC.rows(Running.required(metrics, "metrics").metrics()),
        NodeNouns.RESTRICTION,
            () ->
                NodeNouns.RESTRICTION.rows(
                    Running.required(control, "trading control").restrictions()),
        AuditNouns.AUDIT,
            () ->
                AuditNouns.AUDIT.rows(Running.required(trail, "audit trail").latest(AUDIT_RECORDS)),
        BookNouns.RIGHT,
            () -> BookNouns.RIGHT.rows(Running.required(monitor, "engine monitor").rights()));
  }
}
