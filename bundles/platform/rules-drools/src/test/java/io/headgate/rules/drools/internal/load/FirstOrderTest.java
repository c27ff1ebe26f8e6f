package io.headgate.rules.drools.internal.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.model.number.Fixed;
import io.headgate.rules.drools.internal.Rules;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.rules.ContextEditor;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.spi.rules.OrderContext;
import io.headgate.spi.rules.RuleSet;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A set that fails on its first order, and one that fails on a later one. */
class FirstOrderTest extends RuleStoreStage {

  /** A rule that no order of the exercise fails, since its times are small; a real one does. */
  private static final String FAILS_ON_REAL_TIMES =
      Rules.text("clock", "decisionMillis * 10000000 > 5, quantity > 900");

  private static final long TODAY = 1_793_000_000_000L;

  private static OrderContext orderOf(long millis) {
    return new ContextEditor()
        .begin()
        .set(ContextNumber.QUANTITY, 11 * Fixed.ONE)
        .set(ContextNumber.DECISION_MILLIS, millis)
        .limits(
            ResolvedLimits.builder(0)
                .block(LimitKind.MAX_ORDER_QTY, 10 * Fixed.ONE, "limits/x.csv:3")
                .build())
        .context();
  }

  private void fails(long millis) {
    RuleSet rules = Objects.requireNonNull(store.current());
    OrderContext order = orderOf(millis);
    assertThatThrownBy(() -> rules.evaluate(order)).hasMessageContaining("clock.drl:1");
  }

  @Test
  void aSetThatFailsOnItsFirstOrderNeverGetsASecondOne() throws IOException {
    store.apply();
    String sound = store.status().hash();
    folder.write("clock.drl", FAILS_ON_REAL_TIMES);
    pollTwice();
    String broken = store.status().hash();
    assertThat(broken).isNotEqualTo(sound);

    fails(TODAY);

    assertThat(store.status().hash()).isEqualTo(sound);
    String said = "policies/test/clock.drl:1: the rule fails on its first order";
    assertThat(store.status().faults())
        .singleElement()
        .asString()
        .startsWith(said)
        .contains("RULES_FAILED", "Ops.limited");
    assertThat(alarms.active())
        .singleElement()
        .satisfies(alarm -> assertThat(alarm.key()).isEqualTo("rules.load"))
        .satisfies(alarm -> assertThat(alarm.text()).contains("the set before serves on", said));
    assertThat(blocks(11)).isTrue();
    for (int i = 0; i < 25; i++) {
      store.poll();
    }
    assertThat(store.status().hash()).as("the files did not change").isEqualTo(sound);
    assertThat(store.status().faults()).hasSize(1);

    folder.write("clock.drl", FAILS_ON_REAL_TIMES.replace("10000000", "1000"));
    pollTwice();
    assertThat(store.status().hash()).isNotIn(sound, broken);
    assertThat(store.status().faults()).isEmpty();
    assertThat(alarms.active()).isEmpty();
    Objects.requireNonNull(store.current()).evaluate(orderOf(TODAY));
  }

  /** Nobody can bring old rules back with an order that is too large for any. */
  @Test
  void aSetThatHasJudgedIsNotTakenBackByAnOrderThatItFailsOn() throws IOException {
    store.apply();
    folder.write("clock.drl", FAILS_ON_REAL_TIMES);
    pollTwice();
    String hash = store.status().hash();
    Objects.requireNonNull(store.current()).evaluate(orderOf(1));

    fails(TODAY);

    assertThat(store.status().hash()).isEqualTo(hash);
    assertThat(store.status().faults()).isEmpty();
    assertThat(alarms.active())
        .singleElement()
        .satisfies(alarm -> assertThat(alarm.key()).isEqualTo("rules.failed"))
        .satisfies(alarm -> assertThat(alarm.text()).startsWith("policies/test/clock.drl:1"));
  }

  @Test
  void anOrderThatTheSetBeforeFailsOnAsWellTakesNothingBack() throws IOException {
    folder.write("clock.drl", FAILS_ON_REAL_TIMES);
    store.apply();
    fails(TODAY);
    assertThat(store.current()).as("there is no set before").isNotNull();
    folder.write("size.drl", STRICTER);
    folder.write("examples.csv", STRICTER_EXAMPLES);
    pollTwice();
    String hash = store.status().hash();

    fails(TODAY);

    assertThat(store.status().hash()).isEqualTo(hash);
    assertThat(alarms.isActive("rules.failed")).isTrue();
    assertThat(alarms.isActive("rules.load")).isFalse();
  }
}
