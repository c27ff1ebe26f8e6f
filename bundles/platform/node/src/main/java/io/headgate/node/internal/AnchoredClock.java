package io.headgate.node.internal;

import io.headgate.spi.time.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The machine's clock, made monotone: UTC is read once and carried on with the nanosecond counter.
 * At most once a second it is compared with the machine's UTC again; a difference is worked off at
 * 500 parts per million, so that time never runs backwards and no interval is visibly wrong. Only a
 * machine clock that is more than a second ahead (a laptop that slept) is followed at once.
 */
@Component(
    service = {Clock.class, AnchoredClock.class},
    immediate = true)
public final class AnchoredClock implements Clock {

  private static final Logger LOG = LoggerFactory.getLogger(AnchoredClock.class);
  private static final long SECOND = 1_000_000_000L;
  private static final long MAX_PPM = 500;
  private static final long MILLION = 1_000_000;

  private final LongSupplier machineEpochNanos;
  private final LongSupplier machineNanos;
  private volatile Segment segment;
  private volatile long offsetNanos;

  @Activate
  public AnchoredClock() {
    this(AnchoredClock::machineUtc, System::nanoTime);
  }

  AnchoredClock(LongSupplier machineEpochNanos, LongSupplier machineNanos) {
    this.machineEpochNanos = machineEpochNanos;
    this.machineNanos = machineNanos;
    long nano = machineNanos.getAsLong();
    this.segment = new Segment(nano, machineEpochNanos.getAsLong(), 0);
  }

  @Override
  public long epochNanos() {
    // The counter must be read before the segment: a reader that was held up between the two then
    // sees a segment that began after its reading, and gets that segment's start.
    long nano = machineNanos.getAsLong();
    Segment current = segment;
    return current.covers(nano) ? current.at(nano) : anchorAgain(nano);
  }

  @Override
  public long monotonicNanos() {
    return machineNanos.getAsLong();
  }

  /** How far the machine's UTC was ahead of this clock when last compared; below 0 is behind. */
  long offsetNanos() {
    return offsetNanos;
  }

  private synchronized long anchorAgain(long nano) {
    Segment old = segment;
    if (old.covers(nano)) {
      return old.at(nano);
    }
    long here = old.at(nano);
    long error = machineEpochNanos.getAsLong() - here;
    offsetNanos = error;
    if (error > SECOND) {
      LOG.warn("The machine's clock is {} ms ahead: following it at once", error / MILLION);
      segment = new Segment(nano, here + error, 0);
      return here + error;
    }
    // Rate that works the error off within the next second, within bounds.
    long ppm = Math.max(-MAX_PPM, Math.min(MAX_PPM, error / (SECOND / MILLION)));
    segment = new Segment(nano, here, ppm);
    return here;
  }

  private static long machineUtc() {
    Instant now = Instant.now();
    return now.getEpochSecond() * SECOND + now.getNano();
  }

  /** A straight piece of time: one second of the counter, and what follows until it is replaced. */
  private record Segment(long startNano, long startEpoch, long ppm) {

    boolean covers(long nano) {
      return nano - startNano < SECOND;
    }

    long at(long nano) {
      long elapsed = Math.max(0, nano - startNano);
      return startEpoch + elapsed + Math.min(elapsed, SECOND) * ppm / MILLION;
    }
  }
}
