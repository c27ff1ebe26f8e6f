package io.headgate.ops.internal.metrics;

import io.headgate.model.number.Fixed;
import io.headgate.spi.journal.Journal;
import io.headgate.spi.journal.JournalStatus;
import io.headgate.spi.limits.RightsUse;
import io.headgate.spi.monitor.EngineCounters;
import io.headgate.spi.monitor.EngineMonitor;
import io.headgate.spi.monitor.VerdictCount;
import io.headgate.spi.rules.RuleAdmin;
import io.headgate.spi.rules.RuleStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What the order path, the rights and the journal have to say. */
final class PathReadings {

  private PathReadings() {}

  static void counters(Samples to, EngineMonitor monitor) {
    EngineCounters counters = monitor.counters();
    to.counter("headgate.ticks", "Market events applied", counters.ticks());
    to.counter("headgate.ticks.dropped", "Market events refused", counters.ticksDropped());
    to.counter(
        "headgate.orders.decided",
        "Requests decided on",
        counters.accepted(),
        "outcome",
        "accepted");
    to.counter(
        "headgate.orders.decided", "Requests decided on", counters.denied(), "outcome", "denied");
    counters
        .deniedByReason()
        .forEach(
            (reason, count) ->
                to.counter(
                    "headgate.orders.denied",
                    "Requests denied, by the reason code of the first block",
                    count,
                    "reason",
                    reason));
    to.counter("headgate.fills", "Distinct trades applied", counters.fills());
    to.counter(
        "headgate.fills.duplicate",
        "Reports of trades that had been applied before",
        counters.duplicateFills());
    for (VerdictCount verdict : monitor.verdicts()) {
      to.counter(
          "headgate.verdicts",
          "How often each rule warned or blocked",
          verdict.count(),
          "rule",
          verdict.rule(),
          "reason",
          verdict.reason(),
          "severity",
          verdict.severity().name().toLowerCase(Locale.ROOT));
    }
  }

  static void rules(Samples to, RuleAdmin rules) {
    for (RuleStatus.RuleInfo rule : rules.status().rules()) {
      to.counter(
          "headgate.rules.near.misses",
          "Orders that a rule nearly applied to since its set began to serve",
          rule.nearMisses(),
          "rule",
          rule.name());
    }
  }

  static void rights(Samples to, EngineMonitor monitor) {
    for (RightsUse use : monitor.rights()) {
      String[] tags = {
        "who", use.who(), "instrument", use.instrument(), "limit", use.kind().word()
      };
      to.gauge(
          "headgate.rights.used.units",
          "Position and open orders against this node's part of a limit",
          Fixed.toDouble(use.used()),
          tags);
      to.gauge(
          "headgate.rights.part.units",
          "This node's part of a limit",
          Fixed.toDouble(use.part()),
          tags);
      to.gauge(
          "headgate.rights.left.units",
          "What can still be granted",
          Fixed.toDouble(use.left()),
          tags);
    }
  }

  static void journal(Samples to, Journal journal) {
    JournalStatus status = journal.status();
    to.counter("headgate.journal.records", "Records in the journal", status.records());
    to.gauge(
        "headgate.journal.undurable.records",
        "Records that wait for the disk",
        Math.max(0, status.records() - status.durable()));
    to.gauge("headgate.journal.size.bytes", "Bytes in use", status.bytes());
    to.gauge("headgate.journal.segments", "Files in use", status.segments());
    to.gauge(
        "headgate.journal.failed",
        "1 if the journal takes nothing any more",
        status.failure().isEmpty() ? 0 : 1);
    try {
      to.gauge(
          "headgate.journal.free.bytes",
          "Free space on the journal's disk",
          Files.getFileStore(Path.of(status.folder())).getUsableSpace());
    } catch (IOException | RuntimeException e) {
      // Left out: a folder that is gone shows in the health of the journal.
      to.gauge("headgate.journal.free.bytes", "Free space on the journal's disk", Double.NaN);
    }
  }
}
