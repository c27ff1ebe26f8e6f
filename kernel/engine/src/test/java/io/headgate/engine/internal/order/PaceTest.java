package io.headgate.engine.internal.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import io.headgate.testkit.fake.FakeReferenceData;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final long SECOND = 1_000_000_000L;
  private static final long NOW = 1_700_000_000L * SECOND;
  private static final Originator NEW = Originator.strategy("ACC1", "new");

  private final Pace pace = new Pace();

  @Test
  void aStrategyThatWasNeverLetOutIsCountedAndAPersonIsNot() {
    Originator person = Originator.trader("ACC1", "tom");
    for (int i = 0; i < 1_000; i++) {
      pace.denied(NEW, NOW + i);
      pace.denied(person, NOW + i);
    }
    assertThat(pace.denials(NEW, NOW + SECOND)).isEqualTo(1_000);
    assertThat(pace.denials(person, NOW + SECOND)).isZero();
    assertThat(pace.denials(NEW, NOW + 61 * SECOND)).isZero();
  }

  @Test
  void madeUpNamesAreBoundedAndGiveWayWhenTheirMinuteIsOver() {
    pace.executed(NEW, FakeReferenceData.ACME.id(), Side.BUY, NOW);
    for (int i = 0; i < Pace.MOST_STRATEGIES + 1_000; i++) {
      pace.denied(Originator.strategy("ACC1", "made-up-" + i), NOW);
    }
    // The firm's strategy is one of them.
    assertThat(pace.names()).isEqualTo(Pace.MOST_STRATEGIES);
    Originator late = Originator.strategy("ACC1", "late");
    pace.denied(late, NOW + SECOND);
    assertThat(pace.denials(late, NOW + SECOND)).as("no room").isZero();
    pace.denied(NEW, NOW + SECOND);
    assertThat(pace.denials(NEW, NOW + SECOND)).as("known before").isEqualTo(1);
    pace.executed(NEW, FakeReferenceData.ACME.id(), Side.BUY, NOW + 40 * SECOND);

    pace.denied(late, NOW + 61 * SECOND);
    assertThat(pace.denials(late, NOW + 61 * SECOND)).isEqualTo(1);
    assertThat(pace.names()).isEqualTo(2);
    assertThat(pace.repeats(NEW, FakeReferenceData.ACME.id(), Side.BUY, NOW + 61 * SECOND))
        .as("still counts")
        .isEqualTo(2);
  }
}
