package io.headgate.node.internal.session.report;

import io.headgate.model.number.Fixed;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.position.Position;
import io.headgate.spi.data.FeedProgress;
import io.headgate.spi.monitor.EngineCounters;
import io.headgate.spi.monitor.LatencySummary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A session's result for a machine (one line of JSON) and for a person. */
public record Summary(SessionResult result) {

  private static final double NANOS_PER_MICRO = 1_000.0;

  /** The line that every session ends with. */
  public String line() {
    return "SUMMARY " + JsonText.of(json());
  }

  private Map<String, @Nullable Object> json() {
    EngineCounters counters = result.counters();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("ticks", counters.ticks());
    json.put("ticksPerSecond", Math.round(result.ticksPerSecond()));
    json.put("seconds", decimal(result.seconds()));
    json.put("intents", counters.intents());
    json.put("accepted", counters.accepted());
    json.put("denied", counters.denied());
    json.put("deniedByReason", new TreeMap<>(counters.deniedByReason()));
    json.put("fills", counters.fills());
    json.put("openOrders", result.openOrders().size());
    json.put("unknownOrders", unknownOrders());
    json.put("positions", result.positions().stream().map(Summary::position).toList());
    json.put("pnl", result.money().total());
    json.put("pnlCurrency", result.money().currency());
    json.put("pnlByCurrency", result.money().byCurrency());
    json.put("decisionMicros", decisionMicros());
    json.put("ruleSet", result.ruleSet());
    json.put("journalRecords", result.journalRecords());
    json.put("startSeconds", result.process().startSeconds());
    json.put("rssMegabytes", result.process().rssMegabytes());
    json.put("stateHash", result.stateHash());
    FeedProgress rows = result.rows();
    if (rows != null) {
      json.put("rows", rows(rows));
    }
    json.put("consistent", result.consistent());
    if (!result.consistent()) {
      json.put("inconsistencies", result.inconsistencies());
    }
    return json;
  }

  private long unknownOrders() {
    return result.openOrders().stream().filter(o -> o.status() == OrdStatus.UNKNOWN).count();
  }

  private static Map<String, Object> rows(FeedProgress rows) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("read", rows.read());
    json.put("delivered", rows.delivered());
    json.put("skipped", rows.skipped());
    json.put("skippedByReason", new TreeMap<>(rows.skippedByReason()));
    return json;
  }

  private static Map<String, Object> position(Position position) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("account", position.key().account());
    json.put("instrument", position.key().instrument().toString());
    json.put("quantity", Fixed.toBigDecimal(position.quantity()));
    json.put("avgPrice", Fixed.toBigDecimal(position.avgPrice()));
    json.put("realized", Fixed.amountToBigDecimal(position.realized()));
    json.put("unrealized", Fixed.amountToBigDecimal(position.unrealized()));
    json.put("fees", Fixed.amountToBigDecimal(position.fees()));
    json.put("net", Fixed.amountToBigDecimal(position.net()));
    return json;
  }

  private Map<String, Object> decisionMicros() {
    LatencySummary latency = result.latency();
    Map<String, Object> micros = new LinkedHashMap<>();
    micros.put("p50", decimal(latency.p50() / NANOS_PER_MICRO));
    micros.put("p99", decimal(latency.p99() / NANOS_PER_MICRO));
    micros.put("p999", decimal(latency.p999() / NANOS_PER_MICRO));
    return micros;
  }

  private static BigDecimal decimal(double number) {
    return BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP);
  }

  /** The same for a person, without what only a machine needs. */
  public List<String> lines() {
    EngineCounters c = result.counters();
    LatencySummary latency = result.latency();
    List<String> lines = new ArrayList<>();
    lines.add(
        format("  market      %,d ticks, %,.0f per second", c.ticks(), result.ticksPerSecond())
            + (c.ticksDropped() > 0 ? format(", %,d refused", c.ticksDropped()) : ""));
    FeedProgress rows = result.rows();
    if (rows != null) {
      lines.add(
          format("  rows        %,d read, %,d delivered", rows.read(), rows.delivered())
              + skipped(rows));
    }
    lines.add(
        format(
            "  decisions   %,d: %,d accepted, %,d denied", c.intents(), c.accepted(), c.denied()));
    reasons(c).forEach((reason, n) -> lines.add(format("              %,6d  %s", n, reason)));
    lines.add(
        format(
            "  decided in  %.1f µs (median), %.1f µs (99 %%), %.1f µs (99.9 %%)",
            latency.p50() / NANOS_PER_MICRO,
            latency.p99() / NANOS_PER_MICRO,
            latency.p999() / NANOS_PER_MICRO));
    lines.add(
        format(
            "  venue       %,d fills, %,d orders open, %,d unknown",
            c.fills(), result.openOrders().size(), unknownOrders()));
    result.positions().stream()
        .filter(p -> p.quantity() != 0)
        .map(Summary::line)
        .forEach(lines::add);
    lines.add("  P&L         " + result.money());
    lines.add(
        result.consistent()
            ? "  consistent  yes: engine, journal and venue agree"
            : "  consistent  NO:");
    result.inconsistencies().forEach(found -> lines.add("              " + found));
    return lines;
  }

  /** Reasons of denial, the most frequent first. */
  public static Map<String, Long> reasons(EngineCounters counters) {
    return counters.deniedByReason().entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
  }

  private static String skipped(FeedProgress rows) {
    return rows.skipped() == 0
        ? ", none skipped"
        : format(", %,d skipped %s", rows.skipped(), new TreeMap<>(rows.skippedByReason()));
  }

  private static String line(Position p) {
    return format(
        "  position    %-8s %-14s %14s at %s",
        p.key().account(),
        p.key().instrument(),
        Fixed.format(p.quantity()),
        Fixed.format(p.avgPrice()));
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
