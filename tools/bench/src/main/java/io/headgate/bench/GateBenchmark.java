package io.headgate.bench;

import io.headgate.engine.internal.path.OrderIntake;
import io.headgate.engine.internal.service.Engine;
import io.headgate.model.decision.Decision;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.MarketBatch;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.spi.monitor.LatencySummary;
import io.headgate.spi.order.OrderEntryException;
import io.headgate.spi.time.Clock;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * The whole gate on one node: context, lifted rules of the shipped pack, limits and rights of the
 * shipped files, journal with fsync in group commit, last look, fill. Peer in the same run: a raw
 * write and fdatasync on the same disk.
 */
public final class GateBenchmark {

  private static final int IN_FLIGHT = 2_000;

  /** 5,000 orders a second, for latencies that are not those of a queue. */
  private static final long PACED_NANOS = 200_000;

  private static final InstrumentId ID = InstrumentId.parse("GOLF.SIM");

  private final Clock clock = new BenchNode.MachineClock();
  private final Semaphore inFlight = new Semaphore(IN_FLIGHT);
  private final Histogram durable = new Histogram(60_000_000_000L, 3);
  private long denied;

  private GateBenchmark() {}

  /**
   * @param args folder of the rules, orders to measure, orders to warm up with
   */
  public static void main(String[] args) throws Exception {
    Path rules = Path.of(args.length > 0 ? args[0] : "rules");
    int orders = args.length > 1 ? Integer.parseInt(args[1]) : 300_000;
    int warmUp = args.length > 2 ? Integer.parseInt(args[2]) : 100_000;
    new GateBenchmark().run(rules, orders, warmUp);
    System.exit(0);
  }

  private void run(Path rules, int orders, int warmUp) throws Exception {
    try (BenchFolder made = new BenchFolder("gate-bench")) {
      Path folder = made.path();
      long[] inOrder = rawSync(folder);
      long[] raw = inOrder.clone();
      Arrays.sort(raw);
      BenchNode node = node(rules, folder);
      Engine engine = node.engine();
      measure(engine, warmUp, 0);
      durable.reset();
      denied = 0;
      long cpuBefore = loopCpu();
      long begin = clock.monotonicNanos();
      measure(engine, orders, 0);
      engine.drain(60_000);
      double seconds = (clock.monotonicNanos() - begin) / 1e9;
      double cpuSeconds = (loopCpu() - cpuBefore) / 1e9;
      long deniedAtFullLoad = denied;
      durable.reset();
      measure(engine, orders / 10, PACED_NANOS);
      engine.drain(60_000);
      LatencySummary decision = engine.ask(state -> state.counters().latency());
      System.out.printf(
          "gate: %,.0f orders/s end to end (with fill), %,.0f orders per CPU second of the loop,"
              + " %d denied%n",
          orders / seconds, orders / cpuSeconds, deniedAtFullLoad);
      System.out.printf(
          "gate: intent to verdict p50 %.1f p99 %.1f p99.9 %.1f us%n",
          decision.p50() / 1e3, decision.p99() / 1e3, decision.p999() / 1e3);
      System.out.printf(
          "gate: at 5,000 orders/s submit to durable p50 %,d p99 %,d us; raw write+fdatasync p50 %,d p99 %,d us;"
              + " ratio of p99 %.2f%n",
          durable.getValueAtPercentile(50) / 1_000,
          durable.getValueAtPercentile(99) / 1_000,
          raw[raw.length / 2] / 1_000,
          raw[raw.length * 99 / 100] / 1_000,
          durable.getValueAtPercentile(99) / (double) raw[raw.length * 99 / 100]);
      Histogram ideal = seenByArrivals(inOrder);
      System.out.printf(
          "gate: the same raw syncs as arrivals at that rate would see them, two in turn:"
              + " p50 %,d p99 %,d us; ratio of p99 %.2f%n",
          ideal.getValueAtPercentile(50) / 1_000,
          ideal.getValueAtPercentile(99) / 1_000,
          durable.getValueAtPercentile(99) / (double) ideal.getValueAtPercentile(99));
      node.close();
      restart(rules, folder);
    }
  }

  private static BenchNode node(Path rules, Path folder) throws Exception {
    return BenchNode.open(rules, folder, List.of(ID), List.of("ALPHA"));
  }

  /** Reads the journal that is there now, as a node does at its start. */
  private void restart(Path rules, Path folder) throws Exception {
    long begin = clock.monotonicNanos();
    BenchNode node = node(rules, folder);
    double seconds = (clock.monotonicNanos() - begin) / 1e9;
    measure(node.engine(), 1, 0);
    node.close();
    System.out.printf(
        "gate: restart on %,d records, to the first order %.1f s (rules compiled in it)%n",
        node.records(), seconds);
  }

  /**
   * What the best group commit over these syncs would give to orders that arrive evenly: each waits
   * for the sync that is under way, and then for its own. A stall is seen by all who arrive in it.
   */
  private static Histogram seenByArrivals(long[] syncs) {
    Histogram seen = new Histogram(60_000_000_000L, 3);
    long begin = 0;
    long arrival = 0;
    for (int i = 0; i + 1 < syncs.length; i++) {
      long end = begin + syncs[i];
      for (; arrival < end; arrival += PACED_NANOS) {
        seen.recordValue(end + syncs[i + 1] - arrival);
      }
      begin = end;
    }
    return seen;
  }

  private void measure(Engine engine, int orders, long nanosBetween) throws InterruptedException {
    long due = clock.monotonicNanos();
    Originator[] desks = new Originator[7];
    Arrays.setAll(desks, i -> Originator.strategy("ALPHA", "bench-" + i));
    for (int i = 0; i < orders; i++) {
      if (i % 10_000 == 0) {
        quote(engine);
      }
      inFlight.acquire();
      // One lot each, so that even all that is in flight stays within the position limits; passive
      // prices and strategies run through two primes, so that none is a duplicate.
      boolean buy = i % 2 == 0;
      long ticks = buy ? 10_000L - i % 9_901 : 10_000L + i % 9_901;
      NewOrder order =
          NewOrder.limit(
              desks[i % desks.length],
              ID,
              buy ? Side.BUY : Side.SELL,
              Fixed.ONE,
              10_000_000L * ticks,
              TimeInForce.DAY);
      long begin = clock.monotonicNanos();
      while (begin < due) {
        // Not a busy wait: it would take one of the cores that are measured.
        LockSupport.parkNanos(due - begin);
        begin = clock.monotonicNanos();
      }
      due += nanosBetween;
      boolean taken = engine.submit(order, new Timed(begin));
      if (!taken) {
        throw new IllegalStateException("the queue of intents is full");
      }
    }
    inFlight.acquire(IN_FLIGHT);
    inFlight.release(IN_FLIGHT);
  }

  private void quote(Engine engine) {
    long now = clock.epochNanos();
    engine.market(
        MarketBatch.builder("bench")
            .quote(ID, now, now, 9_999 * 10_000_000L, Fixed.ONE, 10_001 * 10_000_000L, Fixed.ONE)
            .build());
  }

  private final class Timed implements OrderIntake.Reply {
    private final long begin;

    private Timed(long begin) {
      this.begin = begin;
    }

    @Override
    public void durable(Decision decision) {
      durable.recordValue(Math.max(0, clock.monotonicNanos() - begin));
      if (!decision.accepted()) {
        denied++;
      }
      inFlight.release();
    }

    @Override
    public void failed(OrderEntryException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static long loopCpu() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (ThreadInfo thread : threads.dumpAllThreads(false, false)) {
      if (thread.getThreadName().equals("headgate-loop")) {
        return threads.getThreadCpuTime(thread.getThreadId());
      }
    }
    return 0;
  }

  /** Nanoseconds of 1,000 writes of 4 KiB with fdatasync, as they came. */
  private static long[] rawSync(Path folder) throws IOException {
    long[] nanos = new long[1_000];
    ByteBuffer page = ByteBuffer.allocateDirect(4_096);
    try (FileChannel file =
        FileChannel.open(
            folder.resolve("raw"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      file.write(ByteBuffer.allocate(4_096 * nanos.length));
      file.force(true);
      for (int i = 0; i < nanos.length; i++) {
        page.clear();
        long begin = System.nanoTime();
        file.write(page, 4_096L * i);
        file.force(false);
        nanos[i] = System.nanoTime() - begin;
      }
    }
    return nanos;
  }
}
