package io.headgate.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/**
 * What one call takes of a processor. Time on the clock grows when other programs take the cores
 * away, and peers that run one after the other are not robbed alike; this does not.
 */
public final class ProcessorTime implements InternalProfiler {

  /** Name of the result: nanoseconds of a processor for each call. */
  static final String NAME = "cpu.norm";

  private long before;

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    before = nanos();
  }

  @Override
  public Collection<ScalarResult> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    double calls = Math.max(1, result.getMetadata().getAllOps());
    double nanosOfCall = (nanos() - before) / calls;
    return List.of(new ScalarResult(NAME, nanosOfCall, "ns/op", AggregationPolicy.AVG));
  }

  @Override
  public String getDescription() {
    return "processor time of a call";
  }

  /** Of the whole process so far. */
  static long nanos() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine
        ? machine.getProcessCpuTime()
        : 0;
  }
}
