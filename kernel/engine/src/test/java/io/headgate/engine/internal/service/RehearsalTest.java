package io.headgate.engine.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.internal.path.PathSettings;
import io.headgate.engine.internal.path.Rehearsal;
import io.headgate.engine.internal.path.RiskServices;
import io.headgate.model.decision.Unit;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.testkit.fake.FakeLimits;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.fake.FakeRuleGate;
import io.headgate.testkit.fake.UnlimitedRights;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RehearsalTest {

  private static final long NOW = EngineFixture.START;

  private final FakeReferenceData reference = new FakeReferenceData();
  private final UnlimitedRights rights = new UnlimitedRights();
  private final FakeLimits limits = FakeLimits.none();
  private FakeRuleGate rules = FakeRuleGate.empty();

  private Rehearsal rehearsal() {
    return new Rehearsal(
        reference,
        new RiskServices(() -> rules.current(), limits, rights, key -> 0),
        PathSettings.DEFAULT);
  }

  private static int steps(Rehearsal rehearsal) {
    int steps = 1;
    while (rehearsal.step(NOW + steps * 1_000_000L)) {
      steps++;
    }
    return steps;
  }

  @Test
  void itWaitsForRules() {
    Rehearsal rehearsal = rehearsal();
    assertThat(rehearsal.isReady()).isFalse();
    rules = FakeRuleGate.passing();
    assertThat(rehearsal.isReady()).isTrue();
  }

  @Test
  void everyInstrumentIsJudgedAndNoRightIsTaken() {
    Set<String> seen = new HashSet<>();
    rules =
        FakeRuleGate.of(
            context -> {
              seen.add(context.getInstrument() + " " + context.getSide());
              if (context.getQuantity() % 3 == 0) {
                context.block("QTY_ODD", context.getQuantity(), 0, Unit.QTY);
              }
            });

    assertThat(steps(rehearsal())).isGreaterThan(100);
    assertThat(seen).hasSizeGreaterThanOrEqualTo(reference.instruments().size());
    assertThat(rights.reserved()).isZero();
  }

  @Test
  void rulesThatFailEndIt() {
    rules =
        FakeRuleGate.of(
            context -> {
              throw new IllegalStateException("broken rule");
            });
    assertThat(rehearsal().step(NOW)).isFalse();
  }

  @Test
  void noRulesAndNoLimitsEndItAllTheSame() {
    Rehearsal rehearsal = rehearsal();
    limits.set(subject -> null);
    rules = FakeRuleGate.passing();
    assertThat(rehearsal.step(NOW)).isTrue();
    limits.set(ResolvedLimits.none());
    rules = FakeRuleGate.empty();
    assertThat(rehearsal.step(NOW)).isTrue();
    rules = FakeRuleGate.passing();
    assertThat(steps(rehearsal)).isPositive();
  }
}
