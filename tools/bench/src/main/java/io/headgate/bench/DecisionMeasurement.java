package io.headgate.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * What one order costs each judge of {@link DecisionBenchmark}. The JIT lays code out anew in every
 * process, which moves judges of some fifty nanoseconds by a third, and the clock of a shared
 * machine drifts; so a short measurement takes the judges that are compared closely in several
 * rounds, a process each, in turn. The others, ten and more times slower, are measured once.
 */
final class DecisionMeasurement {

  private static final List<Peer.Kind> CLOSE =
      List.of(Peer.Kind.HAND_WRITTEN, Peer.Kind.LIFTED, Peer.Kind.LIFTED_400);
  private static final int QUICK_ROUNDS = 4;
  private static final int QUICK_WARM_UPS = 6;
  private static final int CLOSE_WARM_UPS = 3;
  private static final int QUICK_ITERATIONS = 9;
  private static final TimeValue QUICK_TIME = TimeValue.milliseconds(500);
  private static final String JUDGE = "judge";
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  /** What one order cost, in time of a processor and in allocated memory. */
  record Cost(double nanos, double bytes) {}

  private final Map<Peer.Kind, List<RunResult>> results = new EnumMap<>(Peer.Kind.class);
  private final List<String> arguments;

  private DecisionMeasurement(List<String> arguments) {
    this.arguments = arguments;
  }

  /**
   * Measures; takes five minutes when quick, a quarter of an hour otherwise.
   *
   * @param arguments options of JMH; one that chooses judges leaves the others out
   */
  static Map<Peer.Kind, Cost> of(List<String> arguments, boolean quick)
      throws RunnerException, CommandLineOptionException {
    DecisionMeasurement measurement = new DecisionMeasurement(arguments);
    if (!quick) {
      measurement.add(measurement.options());
      return measurement.costs();
    }
    measurement.add(measurement.quick(QUICK_WARM_UPS));
    String[] close =
        CLOSE.stream()
            .filter(measurement.results::containsKey)
            .map(Enum::name)
            .toArray(String[]::new);
    for (int round = 1; round < QUICK_ROUNDS && close.length > 0; round++) {
      measurement.add(measurement.quick(CLOSE_WARM_UPS).param(JUDGE, close));
    }
    return measurement.costs();
  }

  private ChainedOptionsBuilder options() throws CommandLineOptionException {
    return new OptionsBuilder()
        .parent(new CommandLineOptions(arguments.toArray(new String[0])))
        .include(DecisionBenchmark.class.getSimpleName())
        .shouldFailOnError(true)
        .addProfiler(GCProfiler.class)
        .addProfiler(ProcessorTime.class);
  }

  private ChainedOptionsBuilder quick(int warmUps) throws CommandLineOptionException {
    return options()
        .forks(1)
        .warmupIterations(warmUps)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(QUICK_ITERATIONS)
        .measurementTime(QUICK_TIME);
  }

  private void add(ChainedOptionsBuilder options) throws RunnerException {
    for (RunResult result : new Runner(options.build()).run()) {
      Peer.Kind kind = Peer.Kind.valueOf(result.getParams().getParam(JUDGE));
      results.computeIfAbsent(kind, k -> new ArrayList<>()).add(result);
    }
  }

  private Map<Peer.Kind, Cost> costs() {
    Map<Peer.Kind, Cost> costs = new EnumMap<>(Peer.Kind.class);
    results.forEach(
        (kind, rounds) ->
            costs.put(
                kind, new Cost(median(rounds, ProcessorTime.NAME), median(rounds, ALLOCATED))));
    return costs;
  }

  /** Of all iterations of all rounds. */
  private static double median(List<RunResult> rounds, String name) {
    double[] values =
        rounds.stream()
            .flatMap(round -> round.getBenchmarkResults().stream())
            .flatMap(fork -> fork.getIterationResults().stream())
            .mapToDouble(iteration -> iteration.getSecondaryResults().get(name).getScore())
            .sorted()
            .toArray();
    return values[values.length / 2];
  }
}
