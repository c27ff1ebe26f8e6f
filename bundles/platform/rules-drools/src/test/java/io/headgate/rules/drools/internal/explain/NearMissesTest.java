package io.headgate.rules.drools.internal.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.number.Fixed;
import io.headgate.rules.drools.internal.Rules;
import io.headgate.rules.drools.internal.gear.CompiledRules;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.rules.ContextEditor;
import io.headgate.spi.rules.ContextImage;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.spi.rules.RuleStatus.RuleInfo;
import java.util.List;
import org.junit.jupiter.api.Test;

class NearMissesTest {

  private static ContextImage order(long quantity) {
    return new ContextEditor()
        .begin()
        .set(ContextNumber.QUANTITY, quantity * Fixed.ONE)
        .limits(
            ResolvedLimits.builder(0)
                .block(LimitKind.MAX_ORDER_QTY, 100 * Fixed.ONE, "limits/firm.csv:4")
                .build())
        .context()
        .image();
  }

  private static List<Long> counted(List<String> conditions, long... quantities) throws Exception {
    CompiledRules rules = Rules.compiled(Rules.of(conditions)).rules();
    NearMisses nearMisses = new NearMisses();
    for (long quantity : quantities) {
      nearMisses.count(rules, order(quantity));
    }
    return rules.describe().stream().map(RuleInfo::nearMisses).toList();
  }

  @Test
  void aTwentiethBelowTheLimitIsNear() throws Exception {
    assertThat(counted(List.of("quantity > maxOrderQty"), 94, 95, 96, 100)).containsExactly(3L);
  }

  @Test
  void aNumberOfTheRuleIsALimitToo() throws Exception {
    assertThat(counted(List.of("quantity > 40"), 37, 38, 39)).containsExactly(2L);
  }

  @Test
  void anOrderThatTheRuleCaughtIsNoMiss() throws Exception {
    assertThat(counted(List.of("quantity > maxOrderQty"), 101)).containsExactly(0L);
  }

  @Test
  void whereAnotherRuleOfThePolicySpokeNothingWasMissed() throws Exception {
    assertThat(counted(List.of("quantity > maxOrderQty", "quantity > 98"), 97, 99))
        .containsExactly(1L, 1L);
  }

  @Test
  void twoConditionsThatFailAreNotNear() throws Exception {
    assertThat(counted(List.of("quantity > maxOrderQty, buy"), 99)).containsExactly(0L);
  }

  @Test
  void aLimitThatNobodySetIsNeverNear() throws Exception {
    assertThat(counted(List.of("quantity > maxLongPosition", "lotSize > 0"), 99))
        .containsExactly(0L, 0L);
  }
}
