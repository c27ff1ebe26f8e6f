package io.headgate.rules.drools.internal.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.rules.drools.internal.FailsLater;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A set that fails on its first order, and one that fails on a later one. */
class FirstOrderTest extends RuleStoreStage {

  @Test
  void aSetThatFailsOnItsFirstOrderNeverGetsASecondOne() throws IOException {
    store.apply();
    String sound = store.status().hash();
    folder.write("clock.drl", FailsLater.RULE);
    pollTwice();
    String broken = store.status().hash();
    assertThat(broken).isNotEqualTo(sound);

    FailsLater.on(store.current());

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
    pollOften();
    assertThat(store.status().hash()).as("the files did not change").isEqualTo(sound);
    assertThat(store.status().faults()).hasSize(1);

    folder.write("clock.drl", FailsLater.RULE.replace("10000000", "1000"));
    pollTwice();
    assertThat(store.status().hash()).isNotIn(sound, broken);
    assertThat(store.status().faults()).isEmpty();
    assertThat(alarms.active()).isEmpty();
    Objects.requireNonNull(store.current()).evaluate(FailsLater.order(FailsLater.TODAY));
  }

  /** Nobody can bring old rules back with an order that is too large for any. */
  @Test
  void aSetThatHasJudgedIsNotTakenBackByAnOrderThatItFailsOn() throws IOException {
    store.apply();
    folder.write("clock.drl", FailsLater.RULE);
    pollTwice();
    String hash = store.status().hash();
    Objects.requireNonNull(store.current()).evaluate(FailsLater.order(1));

    FailsLater.on(store.current());

    assertThat(store.status().hash()).isEqualTo(hash);
    assertThat(store.status().faults()).isEmpty();
    assertThat(alarms.active())
        .singleElement()
        .satisfies(alarm -> assertThat(alarm.key()).isEqualTo("rules.failed"))
        .satisfies(alarm -> assertThat(alarm.text()).startsWith("policies/test/clock.drl:1"));
  }

  @Test
  void anOrderThatTheSetBeforeFailsOnAsWellTakesNothingBack() throws IOException {
    folder.write("clock.drl", FailsLater.RULE);
    store.apply();
    FailsLater.on(store.current());
    assertThat(store.current()).as("there is no set before").isNotNull();
    folder.write("size.drl", STRICTER);
    folder.write("examples.csv", STRICTER_EXAMPLES);
    pollTwice();
    String hash = store.status().hash();

    FailsLater.on(store.current());

    assertThat(store.status().hash()).isEqualTo(hash);
    assertThat(alarms.isActive("rules.failed")).isTrue();
    assertThat(alarms.isActive("rules.load")).isFalse();
  }
}
