package io.headgate.testkit.fake;

import io.headgate.spi.rules.RuleGate;
import io.headgate.testkit.contract.RuleGateContract;

class FakeRuleGateTest extends RuleGateContract {

  @Override
  protected RuleGate create() {
    return FakeRuleGate.maxQuantity();
  }
}
