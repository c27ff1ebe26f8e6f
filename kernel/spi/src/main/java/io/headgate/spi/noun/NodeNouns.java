package io.headgate.spi.noun;

import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.control.Restriction;
import io.headgate.spi.control.TradingControl;
import io.headgate.spi.event.NodeEvent;
import io.headgate.spi.journal.JournalStatus;
import io.headgate.spi.log.LogArea;
import io.headgate.spi.monitor.EngineCounters;
import io.headgate.spi.monitor.LatencySummary;
import io.headgate.spi.monitor.Metric;
import io.headgate.spi.plugin.HealthReport;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The node: who it is, how it is, what it has done, what is restricted, what a person must see. */
public final class NodeNouns {

  /** How often something happened. */
  public static final Noun<Map.Entry<String, Long>> COUNT =
      Noun.<Map.Entry<String, Long>>named("count", "counts", "How often something happened")
          .text("name", "What", Map.Entry::getKey)
          .column()
          .integer("count", "How often since the start", Map.Entry::getValue)
          .column()
          .build();

  /** What the order path has done. */
  public static final Noun<EngineCounters> COUNTERS =
      Noun.<EngineCounters>named(
              "counters", "counters", "What the order path has done since the start")
          .integer("ticks", "Market events applied", EngineCounters::ticks)
          .integer("ticksDropped", "Market events refused", EngineCounters::ticksDropped)
          .integer("intents", "Intents decided on", EngineCounters::intents)
          .integer("accepted", "Of those, accepted", EngineCounters::accepted)
          .integer("denied", "Of those, denied", EngineCounters::denied)
          .nestedAll(
              "deniedByReason",
              "Denied by the reason code of the first block",
              COUNT,
              c -> counts(c.deniedByReason()))
          .integer("fills", "Distinct trades applied", EngineCounters::fills)
          .integer(
              "duplicateFills",
              "Reports of trades that had been applied before",
              EngineCounters::duplicateFills)
          .build();

  /** A latency distribution. */
  public static final Noun<LatencySummary> LATENCY =
      Noun.<LatencySummary>named("latency", "latencies", "A latency distribution")
          .integer("count", "Measurements", LatencySummary::count)
          .integer("p50", "Median", LatencySummary::p50)
          .unit("nanoseconds")
          .integer("p99", "99th percentile", LatencySummary::p99)
          .unit("nanoseconds")
          .integer("p999", "99.9th percentile", LatencySummary::p999)
          .unit("nanoseconds")
          .integer("max", "Largest", LatencySummary::max)
          .unit("nanoseconds")
          .build();

  /** The durable log. */
  public static final Noun<JournalStatus> JOURNAL =
      Noun.<JournalStatus>named("journal", "journals", "The durable log")
          .text("folder", "Where it lies", JournalStatus::folder)
          .column()
          .integer("records", "Records in it", JournalStatus::records)
          .column()
          .integer("durable", "How many of them are durable", JournalStatus::durable)
          .column()
          .integer("bytes", "Bytes in use", JournalStatus::bytes)
          .unit("bytes")
          .column()
          .integer("segments", "Files in use", JournalStatus::segments)
          .column()
          .integer(
              "recoveredTornBytes",
              "Bytes of a torn tail that were cut off at the start",
              JournalStatus::recoveredTornBytes)
          .unit("bytes")
          .text(
              "failure",
              "Why it takes nothing any more; empty while it does",
              JournalStatus::failure)
          .column()
          .build();

  /** The node. */
  public static final Noun<NodeFacts> NODE =
      Noun.<NodeFacts>named(
              "node",
              "nodes",
              "Who the node is and what it has done; what belongs to a part that is away is null")
          .text("id", "First part of its ClOrdIDs", f -> f.node().id())
          .column()
          .text("version", "Version of Headgate", f -> f.node().version())
          .column()
          .text("mode", "LIVE or REPLAY", f -> f.node().mode())
          .column()
          .time("time", "The node's clock", f -> f.clock() == null ? 0 : f.clock().epochNanos())
          .column()
          .text(
              "tradingState",
              "ACTIVE, REDUCING or HALTED",
              f -> f.control() == null ? null : f.control().state())
          .column()
          .integer(
              "configuredNodes",
              "Nodes that share the additive limits",
              f -> f.node().configuredNodes())
          .column()
          .texts(
              "connectedNodes",
              "Nodes that are connected now",
              f -> f.shared() == null ? List.of() : f.shared().members())
          .column()
          .integer(
              "rearmsNeeded",
              "Different people that it takes to lift a kill",
              f -> f.node().rearmsNeeded())
          .nested(
              "counters",
              "What the order path has done",
              COUNTERS,
              f -> f.monitor() == null ? null : f.monitor().counters())
          .nested(
              "decisionLatency",
              "From taking an intent off the queue to its verdict",
              LATENCY,
              f -> f.monitor() == null ? null : f.monitor().decisionLatency())
          .nested(
              "journal",
              "The durable log",
              JOURNAL,
              f -> f.journal() == null ? null : f.journal().status())
          .build();

  /** How one part of the node is. */
  public static final Noun<HealthReport.Part> PART =
      Noun.<HealthReport.Part>named("part", "parts", "How one part of the node is")
          .text("name", "Which part", HealthReport.Part::name)
          .column()
          .text("state", "UP, DEGRADED or DOWN", p -> p.health().state())
          .column()
          .text(
              "reason", "Why, and what to do next; may be empty when up", p -> p.health().reason())
          .column()
          .build();

  /** How the node is. */
  public static final Noun<HealthReport> HEALTH =
      Noun.<HealthReport>named("health", "healths", "How the node is: the worst of all its parts")
          .text("state", "UP, DEGRADED or DOWN", HealthReport::state)
          .column()
          .flag("ready", "Whether orders can be decided on: no part is down", HealthReport::ready)
          .column()
          .time("asOf", "When the parts were asked, at most a second ago", HealthReport::asOf)
          .column()
          .nestedAll("parts", "Each part, worst first", PART, HealthReport::parts)
          .build();

  /** An alarm. */
  public static final Noun<Alarm> ALARM =
      Noun.<Alarm>named("alarm", "alarms", "Something that a person must look at")
          .text("key", "What it is about, such as rules.load", Alarm::key)
          .column()
          .text("level", "WARNING: degraded; CRITICAL: a person must act", Alarm::level)
          .column()
          .text("text", "What was found and the next step", Alarm::text)
          .column()
          .time("raised", "When first raised", Alarm::raised)
          .column()
          .integer("count", "How often it was raised since then", Alarm::count)
          .column()
          .text("acknowledgedBy", "Login of who has seen it; empty before", Alarm::acknowledgedBy)
          .column()
          .flag("active", "False once cleared", Alarm::active)
          .build();

  /** A kill or a restriction. */
  public static final Noun<Restriction> RESTRICTION =
      Noun.<Restriction>named("restriction", "restrictions", "A kill or a restriction in force")
          .text(
              "scope",
              "node, account:NAME, strategy:NAME or instrument:SYMBOL.VENUE",
              Restriction::scope)
          .column()
          .text("state", "HALTED or REDUCING; ACTIVE once it is lifted", Restriction::state)
          .column()
          .text("who", "Who set it", Restriction::who)
          .column()
          .text("why", "Reason given", Restriction::why)
          .column()
          .time("since", "When", Restriction::since)
          .column()
          .texts("rearmApprovals", "Who has asked to lift it so far", Restriction::rearmApprovals)
          .column()
          .integer("rearmsNeeded", "Different people that it takes", Restriction::rearmsNeeded)
          .column()
          .build();

  /** What may be traded. */
  public static final Noun<TradingControl> CONTROL =
      Noun.<TradingControl>named("control", "controls", "What may be traded on the node")
          .text("state", "ACTIVE, REDUCING or HALTED", TradingControl::state)
          .column()
          .nestedAll(
              "restrictions", "Everything in force", RESTRICTION, TradingControl::restrictions)
          .build();

  /** A log area. */
  public static final Noun<LogArea> LOG =
      Noun.<LogArea>named("log", "logs", "A part of the node with a log level of its own")
          .text("area", "Its name", LogArea::area)
          .column()
          .text("level", "ERROR, WARN, INFO, DEBUG or TRACE", LogArea::level)
          .column()
          .text("defaultLevel", "Level that the configuration gives it", LogArea::defaultLevel)
          .column()
          .texts("loggers", "Loggers in it", LogArea::loggers)
          .column()
          .text(
              "changedBy", "Who has changed it; empty while it has its default", LogArea::changedBy)
          .column()
          .time("changed", "When that was", LogArea::changed)
          .column()
          .build();

  /** A measured value. */
  public static final Noun<Metric> METRIC =
      Noun.<Metric>named("metric", "metrics", "One measured value, by its name in Prometheus")
          .text("name", "Ends in its unit; _total counts since the start", Metric::name)
          .column()
          .text("labels", "As in Prometheus; empty where there are none", Metric::labels)
          .column()
          .number("value", "The value", Metric::value)
          .column()
          .build();

  /** A live event. */
  public static final Noun<NodeEvent> EVENT =
      Noun.<NodeEvent>named(
              "event", "events", "Something that happened; its kind says which part is there")
          .time("time", "When", NodeEvent::timestamp)
          .nested(
              "decision",
              "decided",
              OrderNouns.DECISION,
              of(NodeEvent.Decided.class, NodeEvent.Decided::decision))
          .nested(
              "order",
              "executed: the order after it",
              OrderNouns.ORDER,
              of(NodeEvent.Executed.class, NodeEvent.Executed::order))
          .nested(
              "execution",
              "executed: what the venue said",
              OrderNouns.EXECUTION,
              of(NodeEvent.Executed.class, NodeEvent.Executed::report))
          .nested(
              "alarm",
              "alarm: the alarm after it",
              ALARM,
              of(NodeEvent.AlarmChanged.class, NodeEvent.AlarmChanged::alarm))
          .nested(
              "restriction",
              "control: the restriction after it",
              RESTRICTION,
              of(NodeEvent.ControlChanged.class, NodeEvent.ControlChanged::restriction))
          .text(
              "ruleSet",
              "rules: hash of the set that serves now",
              of(NodeEvent.RulesChanged.class, NodeEvent.RulesChanged::ruleSet))
          .text(
              "failure",
              "rules: why a candidate was refused; empty when it was taken",
              of(NodeEvent.RulesChanged.class, NodeEvent.RulesChanged::failure))
          .build();

  private NodeNouns() {}

  /** Counts by name. */
  static List<Map.Entry<String, Long>> counts(Map<String, Long> counts) {
    return counts.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
  }

  private static <E extends NodeEvent, V> Function<NodeEvent, @Nullable V> of(
      Class<E> kind, Function<E, V> read) {
    return event -> kind.isInstance(event) ? read.apply(kind.cast(event)) : null;
  }
}
