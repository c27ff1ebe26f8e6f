package io.headgate.rules.drools.internal.candidate;

import io.headgate.spi.limits.LimitRow;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.limits.LimitTrial;
import io.headgate.spi.limits.Limits;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.testkit.fake.FakeLimits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;

/**
 * The same limits for everybody, and files that could serve unless nonsense stands in them, for
 * tests.
 */
record FileLimits(ResolvedLimits serving, List<LimitRow> rows) implements Limits, LimitTrial {

  @Override
  public long version() {
    return 1;
  }

  @Override
  public ResolvedLimits resolve(LimitSubject subject, long epochNanos) {
    return serving;
  }

  @Override
  public List<String> failures() {
    return List.of();
  }

  @Override
  public String hash() {
    return FakeLimits.none().hash();
  }

  @Override
  public List<String> reload() {
    return List.of();
  }

  @Override
  public LimitTrial trial(SortedMap<String, byte[]> files) {
    files.forEach(
        (name, file) -> {
          if (text(file).contains("nonsense")) {
            throw new IllegalArgumentException("limits/%s:2: found nonsense".formatted(name));
          }
        });
    return this;
  }

  static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }
}
