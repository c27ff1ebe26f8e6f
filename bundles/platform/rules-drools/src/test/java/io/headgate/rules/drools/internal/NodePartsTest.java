package io.headgate.rules.drools.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.spi.limits.LimitRow;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.limits.LimitTrial;
import io.headgate.spi.limits.Limits;
import io.headgate.spi.limits.ResolvedLimits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Limits that come and go beside the rules. */
class NodePartsTest {

  private static final SortedMap<String, byte[]> SET =
      Collections.unmodifiableSortedMap(new TreeMap<>(Map.of("a.csv", new byte[0])));

  private final NodeParts parts = new NodeParts();

  /** Notes what it was told to serve. */
  private static final class Told implements Limits, LimitTrial {
    private final List<String> told = new ArrayList<>();

    @Override
    public void activate(SortedMap<String, byte[]> files, boolean held) {
      told.add(String.join(",", files.keySet()));
    }

    @Override
    public LimitTrial trial(SortedMap<String, byte[]> files) {
      return this;
    }

    @Override
    public long version() {
      return 1;
    }

    @Override
    public ResolvedLimits resolve(LimitSubject subject, long epochNanos) {
      return ResolvedLimits.none();
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
      return "";
    }

    @Override
    public List<String> reload() {
      return List.of();
    }
  }

  /** Until a set is compiled nobody knows whose limits are to serve. */
  @Test
  void limitsAreToldNothingBeforeItIsKnownWhichServe() {
    Told limits = new Told();
    parts.bindLimits(limits);
    assertThat(limits.told).isEmpty();

    parts.prepareLimits(Collections.emptySortedMap(), false).run();
    assertThat(limits.told).containsExactly("");
  }

  @Test
  void limitsThatComeBackAreToldWhatServes() {
    Told first = new Told();
    parts.bindLimits(first);
    parts.prepareLimits(SET, false).run();
    assertThat(first.told).containsExactly("a.csv");

    Told next = new Told();
    parts.unbindLimits(first);
    parts.bindLimits(next);
    assertThat(next.told).containsExactly("a.csv");
  }
}
