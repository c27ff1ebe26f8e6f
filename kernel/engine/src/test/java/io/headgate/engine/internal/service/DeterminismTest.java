package io.headgate.engine.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.number.Fixed;
import io.headgate.spi.monitor.EngineCounters;
import io.headgate.testkit.fake.InMemoryJournal;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The same input and seed give the same decisions and the same state, on 1,000 seeds. */
class DeterminismTest {

  private static final int SEEDS = 1_000;

  @Test
  void theSameSeedGivesTheSameDecisionsAndState() {
    Set<String> hashes = new HashSet<>();
    long fills = 0;
    long denials = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      InMemoryJournal first = InMemoryJournal.durableAtOnce();
      InMemoryJournal second = InMemoryJournal.durableAtOnce();
      SeededSession one = new SeededSession(seed, first).run(seed, 12);
      SeededSession two = new SeededSession(seed, second).run(seed, 12);

      assertThat(one.hash()).as("state hash of seed %d", seed).isEqualTo(two.hash());
      assertThat(first.records()).as("journal of seed %d", seed).isEqualTo(second.records());
      hashes.add(one.hash());
      EngineCounters counters = one.fixture.control.counters();
      fills += counters.fills();
      denials += counters.denied();
      assertThat(one.fixture.orders.positions())
          .as("positions of seed %d", seed)
          .allSatisfy(p -> assertThat(Math.abs(p.quantity())).isLessThanOrEqualTo(40 * Fixed.ONE));
    }
    // A session in which nothing happens would be deterministic too.
    assertThat(hashes).hasSize(SEEDS);
    assertThat(fills).isGreaterThan(10L * SEEDS);
    assertThat(denials).isGreaterThan(SEEDS);
  }
}
