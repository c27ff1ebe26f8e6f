package io.headgate.bench;

import io.headgate.bench.DecisionMeasurement.Cost;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * All judges of {@link DecisionBenchmark} as multiples of the Java by hand, then how fast rule sets
 * of 100 and 400 rules serve after a save and what that does to orders meanwhile, then how fast a
 * limit is live. With {@code --quick} fewer forks and short iterations; with {@code --json}
 * standard output has nothing but a last line {@code SUMMARY {…}}.
 */
public final class RulesBenchmark {

  private RulesBenchmark() {}

  /**
   * Measures and prints.
   *
   * @param args {@code --quick}, {@code --json}, and options of JMH
   */
  public static void main(String[] args) throws Exception {
    List<String> jmh = new ArrayList<>(List.of(args));
    boolean quick = jmh.remove("--quick");
    boolean json = jmh.remove("--json");
    PrintStream out = System.out;
    if (json) {
      System.setOut(System.err);
    }
    Map<Peer.Kind, Cost> costs = DecisionMeasurement.of(jmh, quick);
    Cost byHand = cost(costs, Peer.Kind.HAND_WRITTEN);
    costs.forEach(
        (kind, cost) ->
            System.out.printf(
                Locale.ROOT,
                "%-18s %9.1f ns  %6.2f x hand-written  %8.1f B/order%n",
                kind,
                cost.nanos(),
                cost.nanos() / byHand.nanos(),
                cost.bytes()));
    List<SwapMeasurement.Result> swaps = new ArrayList<>();
    for (int rules : new int[] {100, 400}) {
      SwapMeasurement.Result result = SwapMeasurement.of(rules);
      swaps.add(result);
      System.out.printf(
          Locale.ROOT,
          "%d rules serve %.1f s after a save (%.1f s of processors; %.1f s for the first set,"
              + " %.1f s where one rule has changed);"
              + " p99 of orders %.1f µs before, %.1f µs meanwhile%n",
          rules,
          result.seconds(),
          result.cpuSeconds(),
          result.firstSeconds(),
          result.oneChangedSeconds(),
          result.p99BeforeMicros(),
          result.p99DuringMicros());
    }
    LimitMeasurement.Result limit = LimitMeasurement.measured();
    System.out.printf(
        Locale.ROOT,
        "a limit is live %.2f s after a save, %.2f s at most%n",
        limit.medianSeconds(),
        limit.maxSeconds());
    out.println("SUMMARY " + summary(costs, swaps, limit));
  }

  private static String summary(
      Map<Peer.Kind, Cost> costs,
      List<SwapMeasurement.Result> swaps,
      LimitMeasurement.Result limit) {
    double byHand = cost(costs, Peer.Kind.HAND_WRITTEN).nanos();
    Cost lifted = cost(costs, Peer.Kind.LIFTED);
    StringJoiner peers = new StringJoiner(", ", "{", "}");
    costs.forEach((kind, cost) -> peers.add(number(name(kind), cost.nanos() / byHand)));
    StringJoiner json = new StringJoiner(", ", "{", "}");
    json.add(number("handWrittenNanos", byHand));
    json.add(number("liftedOverHandWritten", lifted.nanos() / byHand));
    json.add(String.format(Locale.ROOT, "\"bytesPerOrder\": %.2f", lifted.bytes()));
    json.add(number("lifted400Over24", cost(costs, Peer.Kind.LIFTED_400).nanos() / lifted.nanos()));
    json.add(
        number("sessionOverHandWritten", cost(costs, Peer.Kind.SESSION_TUNED).nanos() / byHand));
    json.add("\"peersOverHandWritten\": " + peers);
    for (SwapMeasurement.Result swap : swaps) {
      String swapped = "swap" + swap.rules();
      json.add(number("first" + swap.rules() + "Seconds", swap.firstSeconds()));
      json.add(number(swapped + "Seconds", swap.seconds()));
      json.add(number(swapped + "CpuSeconds", swap.cpuSeconds()));
      json.add(number(swapped + "OneChangedSeconds", swap.oneChangedSeconds()));
      json.add(number(swapped + "P99OverBefore", swap.p99OverBefore()));
    }
    json.add(number("limitLiveSeconds", limit.medianSeconds()));
    json.add(number("limitLiveMaxSeconds", limit.maxSeconds()));
    return json.toString();
  }

  private static Cost cost(Map<Peer.Kind, Cost> costs, Peer.Kind kind) {
    return costs.getOrDefault(kind, new Cost(Double.NaN, Double.NaN));
  }

  private static String name(Peer.Kind kind) {
    StringBuilder name = new StringBuilder();
    for (String word : kind.name().toLowerCase(Locale.ROOT).split("_", -1)) {
      name.append(
          name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return name.toString();
  }

  private static String number(String key, double value) {
    String text = Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f", value) : "null";
    return "\"" + key + "\": " + text;
  }
}
