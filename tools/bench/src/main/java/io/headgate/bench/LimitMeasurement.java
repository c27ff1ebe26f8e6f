package io.headgate.bench;

import io.headgate.limits.internal.CsvLimits;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.Originator;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.testkit.fake.FakeNodeInfo;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.time.FixedClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * How long after a limit file was saved an order meets the new number, with the settings shipped.
 */
final class LimitMeasurement {

  private static final int SAVES = 15;
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long GIVE_UP_NANOS = TimeUnit.MINUTES.toNanos(1);
  private static final String HEADER =
      "who,what,limit,value,unit,severity,effectiveFrom,effectiveTo,owner,basis\n";

  /**
   * What it took.
   *
   * @param medianSeconds half of the saves were live within so many seconds
   * @param maxSeconds the slowest one
   */
  record Result(double medianSeconds, double maxSeconds) {}

  private LimitMeasurement() {}

  static Result measured() throws IOException {
    try (BenchFolder made = new BenchFolder("limits-bench")) {
      Path folder = made.path();
      Path file = folder.resolve("firm.csv");
      save(file, SAVES + 1);
      FixedClock clock = new FixedClock();
      CsvLimits limits =
          new CsvLimits(
              Configured.with(CsvLimits.Config.class, Map.of("folder", folder.toString())),
              Map.of(),
              FakeNodeInfo.live(),
              clock);
      double[] seconds = new double[SAVES];
      for (int i = 0; i < SAVES; i++) {
        long saved = save(file, SAVES - i);
        while (!isLive(limits, clock, SAVES - i)) {
          if (System.nanoTime() - saved > GIVE_UP_NANOS) {
            throw new IllegalStateException("the limit is not live: " + limits.failures());
          }
          LockSupport.parkNanos(LOOK_NANOS);
        }
        seconds[i] = (System.nanoTime() - saved) / 1e9;
      }
      Arrays.sort(seconds);
      return new Result(seconds[SAVES / 2], seconds[SAVES - 1]);
    }
  }

  /** Returns when it was saved. */
  private static long save(Path file, int quantity) throws IOException {
    Files.writeString(
        file, HEADER + "firm,*,max-order-qty,%d,qty,block,,,bench,bench\n".formatted(quantity));
    return System.nanoTime();
  }

  private static boolean isLive(CsvLimits limits, FixedClock clock, int quantity) {
    LimitSubject subject =
        new LimitSubject(
            new Originator("ACC1", Originator.NONE, Originator.NONE), FakeReferenceData.ACME);
    @Nullable ResolvedLimits now = limits.resolve(subject, clock.epochNanos());
    return now != null && now.block(LimitKind.MAX_ORDER_QTY) == quantity * Fixed.ONE;
  }
}
