package io.headgate.bench;

import io.headgate.rules.drools.internal.gear.CompileException;
import io.headgate.rules.drools.internal.text.Refused;
import io.headgate.spi.rules.OrderContext;

/** One way to judge an order by the 24 checks. */
@FunctionalInterface
public interface Peer {

  /** Every way that is measured; the first is what the others are multiples of. */
  enum Kind {
    /** Java by hand. */
    HAND_WRITTEN,
    /** What serves in Headgate. */
    LIFTED,
    /** The same with 400 rules, most of them for other accounts. */
    LIFTED_400,
    /** The best Drools session that is known: one fact updated, compiled alpha network. */
    SESSION_TUNED,
    /** A Drools session that stays, with the order inserted and deleted. */
    SESSION_RESIDENT,
    /** A Drools session for every order. */
    SESSION_STATELESS,
    /** A Drools rule unit with a singleton store. */
    RULE_UNIT,
    /** Easy Rules with conditions in Java. */
    EASY_RULES,
    /** Google's Common Expression Language. */
    CEL;

    /** Makes it; takes seconds for some. */
    Peer make() throws Refused, CompileException {
      return switch (this) {
        case HAND_WRITTEN -> DecisionRules::byHand;
        case LIFTED -> DecisionRules.lifted(DecisionRules.text())::evaluate;
        case LIFTED_400 -> DecisionRules.lifted(DecisionRules.manyText())::evaluate;
        case SESSION_TUNED -> DroolsPeers.tuned();
        case SESSION_RESIDENT -> DroolsPeers.resident();
        case SESSION_STATELESS -> DroolsPeers.stateless();
        case RULE_UNIT -> DroolsPeers.ruleUnit();
        case EASY_RULES -> new EasyRulesPeer();
        case CEL -> new CelPeer();
      };
    }
  }

  /** Lets every check speak that objects. */
  void judge(OrderContext order);
}
