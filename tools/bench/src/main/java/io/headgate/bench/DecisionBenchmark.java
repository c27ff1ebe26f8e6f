package io.headgate.bench;

import io.headgate.spi.rules.OrderContext;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one decision over 24 checks costs, about one order in twenty violating: by hand, by the
 * lifted rules, by Drools in several arrangements and by other rule engines.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(5)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecisionBenchmark {

  /** Who judges. */
  @Param public Peer.@Nullable Kind judge;

  private final SampleOrders orders = new SampleOrders();
  private @Nullable Peer peer;

  /** Makes the judge, and checks that it says what the Java by hand says. */
  @Setup
  public void setUp() throws Exception {
    Peer.Kind kind = Objects.requireNonNull(judge);
    Peer made = kind.make();
    orders.check(kind, made);
    peer = made;
  }

  /** One decision. */
  @Benchmark
  public boolean decide() {
    OrderContext order = orders.next();
    Objects.requireNonNull(peer).judge(order);
    return order.isBlocked();
  }
}
