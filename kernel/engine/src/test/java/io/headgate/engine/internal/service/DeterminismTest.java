package io.headgate.engine.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.number.Fixed;
import io.headgate.spi.monitor.EngineCounters;
import io.headgate.spi.strategy.AnswerReason;
import io.headgate.testkit.fake.InMemoryJournal;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The same input and seed give the same decisions and the same state, on 1,000 seeds. */
class DeterminismTest {

  private static final int SEEDS = 1_000;

  @Test
  void theSameSeedGivesTheSameDecisionsAndState() {
    Set<String> hashes = new HashSet<>();
    Map<AnswerReason, Integer> answered = new EnumMap<>(AnswerReason.class);
    long fills = 0;
    long denials = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      InMemoryJournal first = InMemoryJournal.durableAtOnce();
      InMemoryJournal second = InMemoryJournal.durableAtOnce();
      SeededSession one = new SeededSession(seed, first).scoring(seed).run(seed, 12);
      SeededSession two = new SeededSession(seed, second).scoring(seed).run(seed, 12);

      assertThat(one.hash()).as("state hash of seed %d", seed).isEqualTo(two.hash());
      assertThat(first.records()).as("journal of seed %d", seed).isEqualTo(second.records());
      assertThat(one.scoring.answers())
          .as("scores of seed %d", seed)
          .isEqualTo(two.scoring.answers());
      one.scoring.answers().forEach(answer -> answered.merge(answer.reason(), 1, Integer::sum));
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
    assertThat(answered.get(AnswerReason.NONE)).isGreaterThan(10 * SEEDS);
    assertThat(answered)
        .containsOnlyKeys(
            AnswerReason.NONE,
            AnswerReason.WARMING_UP,
            AnswerReason.DEADLINE_PASSED,
            AnswerReason.FAILED);
  }
}
