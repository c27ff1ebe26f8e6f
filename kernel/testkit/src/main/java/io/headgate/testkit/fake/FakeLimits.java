package io.headgate.testkit.fake;

import io.headgate.spi.limits.LimitRow;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.limits.Limits;
import io.headgate.spi.limits.ResolvedLimits;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Limits by a function of the subject; can be changed, and can be unreadable. */
public final class FakeLimits implements Limits {

  private final AtomicLong version = new AtomicLong(1);
  private volatile Function<LimitSubject, @Nullable ResolvedLimits> source;

  /** Limits that a function gives; null from it says that none could be read. */
  public FakeLimits(Function<LimitSubject, @Nullable ResolvedLimits> source) {
    this.source = source;
  }

  /** No limit at all. */
  public static FakeLimits none() {
    return of(ResolvedLimits.none());
  }

  /** The same limits for everybody. */
  public static FakeLimits of(ResolvedLimits limits) {
    return new FakeLimits(subject -> limits);
  }

  /** Limits that could never be read: every order must be denied. */
  public static FakeLimits unreadable() {
    return new FakeLimits(subject -> null);
  }

  /** Other limits from now on. */
  public void set(Function<LimitSubject, @Nullable ResolvedLimits> newSource) {
    source = newSource;
    version.incrementAndGet();
  }

  /** Other limits for everybody from now on. */
  public void set(ResolvedLimits limits) {
    set(subject -> limits);
  }

  @Override
  public long version() {
    return version.get();
  }

  @Override
  public @Nullable ResolvedLimits resolve(LimitSubject subject, long epochNanos) {
    return source.apply(subject);
  }

  @Override
  public List<LimitRow> rows() {
    return List.of();
  }

  @Override
  public List<String> failures() {
    return List.of();
  }

  @Override
  public String hash() {
    return "%064x".formatted(version.get());
  }

  @Override
  public List<String> reload() {
    return List.of();
  }
}
