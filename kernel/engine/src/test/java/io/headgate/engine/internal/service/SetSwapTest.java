package io.headgate.engine.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.internal.path.PathSettings;
import io.headgate.engine.internal.path.Rehearsal;
import io.headgate.engine.internal.path.RiskServices;
import io.headgate.model.number.Fixed;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.LimitSubject;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.rules.OrderContext;
import io.headgate.spi.rules.RuleSet;
import io.headgate.testkit.fake.FakeLimits;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.fake.UnlimitedRights;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rules and limits that change places while an order is decided: one set has it entirely. */
class SetSwapTest {

  private static final int LOOKS = 50;

  private final Set<String> held = new LinkedHashSet<>();
  private final Rules before = new Rules("before");
  private final Rules after = new Rules("after");
  private Rules serving = before;
  private ResolvedLimits limits = atMost(100);
  private Runnable whileLimitsAreAsked = SetSwapTest::nothing;

  /** Rules that note against which limit they held an order. */
  private final class Rules implements RuleSet {
    private final String name;
    private Runnable look = SetSwapTest::nothing;
    private boolean givingWay;

    private Rules(String name) {
      this.name = name;
    }

    @Override
    public String hash() {
      return name;
    }

    @Override
    public boolean isGivingWay() {
      look.run();
      return givingWay;
    }

    @Override
    public void evaluate(OrderContext context) {
      held.add(name + " " + context.getMaxOrderQty() / Fixed.ONE);
    }
  }

  private static ResolvedLimits atMost(long quantity) {
    return ResolvedLimits.builder(Long.MAX_VALUE)
        .block(LimitKind.MAX_ORDER_QTY, quantity * Fixed.ONE, "limits/x.csv:2")
        .build();
  }

  private ResolvedLimits resolve(LimitSubject subject) {
    ResolvedLimits found = limits;
    Runnable meanwhile = whileLimitsAreAsked;
    whileLimitsAreAsked = SetSwapTest::nothing;
    meanwhile.run();
    return found;
  }

  private void decide() {
    new Rehearsal(
            new FakeReferenceData(),
            new RiskServices(
                () -> serving, new FakeLimits(this::resolve), new UnlimitedRights(), key -> 0),
            PathSettings.DEFAULT)
        .step(EngineFixture.START);
  }

  @Test
  void anOrderWhoseLimitsWereAskedForJustBeforeTheSwapIsHeldByTheNewSetEntirely() {
    whileLimitsAreAsked =
        () -> {
          limits = atMost(10);
          serving = after;
        };
    decide();
    assertThat(held).containsExactly("after 10");
  }

  @Test
  void anOrderThatComesWhileTheLimitsAreReplacedWaitsForTheRules() {
    limits = atMost(10);
    before.givingWay = true;
    int[] looks = {0};
    before.look =
        () -> {
          if (++looks[0] == LOOKS) {
            serving = after;
          }
        };
    decide();
    assertThat(held).containsExactly("after 10");
  }

  @Test
  void aSetThatGivesWayForeverJudgesNothing() {
    before.givingWay = true;
    decide();
    assertThat(held).isEmpty();
  }

  private static void nothing() {}
}
