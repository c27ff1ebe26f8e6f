package io.headgate.spi.noun;

import io.headgate.model.number.Fixed;
import io.headgate.spi.explain.Explanation;
import io.headgate.spi.explain.Finding;
import io.headgate.spi.explain.RuleCosts;
import io.headgate.spi.override.OverrideGrant;

/** Why rules said what they said, what they cost, and what was let through all the same. */
public final class InsightNouns {

  /** One rule and one order. */
  public static final Noun<Finding> FINDING =
      Noun.<Finding>named("finding", "findings", "What one rule found in one order")
          .text("rule", "Name of the rule", Finding::rule)
          .column()
          .text("policy", "Folder that it stands in", Finding::policy)
          .text("source", "File and line of the rule", Finding::source)
          .text("outcome", "APPLIED, DID_NOT_APPLY or FAILED", Finding::outcome)
          .column()
          .text("says", "Severity and reason code; empty where it did not apply", Finding::says)
          .column()
          .text(
              "condition",
              "The first condition that did not hold, in the words of the rule file",
              Finding::condition)
          .column()
          .text("measured", "What was measured", Finding::measured)
          .unit("see unit")
          .column()
          .text("limit", "What it was held against; none where no limit is set", Finding::limit)
          .unit("see unit")
          .column()
          .text("unit", "Unit of both; empty where they are texts", Finding::unit)
          .column()
          .text("distance", "Measured above the limit; below it with a minus", Finding::distance)
          .unit("see unit")
          .column()
          .text("limitSource", "File and line of the limit", Finding::limitSource)
          .column()
          .build();

  /** A whole explanation. */
  public static final Noun<Explanation> EXPLANATION =
      Noun.<Explanation>named("explanation", "explanations", "Why an order was decided as it was")
          .nested("decision", "What was decided", OrderNouns.DECISION, Explanation::decision)
          .text("ruleSet", "Hash of the set that the findings come from", Explanation::ruleSet)
          .column()
          .flag("exact", "Whether that is the set that decided", Explanation::exact)
          .column()
          .text("note", "What else to know", Explanation::note)
          .column()
          .nestedAll(
              "findings",
              "Every rule of the set; none where the request was refused before it",
              FINDING,
              Explanation::findings)
          .build();

  /** What one rule costs. */
  public static final Noun<RuleCosts.RuleCost> RULE_COST =
      Noun.<RuleCosts.RuleCost>named("ruleCost", "ruleCosts", "What one rule costs")
          .text("rule", "Name of the rule", RuleCosts.RuleCost::rule)
          .column()
          .text("source", "File and line", RuleCosts.RuleCost::source)
          .text("gear", "STRAIGHT or SESSION", RuleCosts.RuleCost::gear)
          .column()
          .number("nanos", "One evaluation of the rule alone", RuleCosts.RuleCost::nanos)
          .unit("nanoseconds")
          .column()
          .integer("nearMisses", "See rule", RuleCosts.RuleCost::nearMisses)
          .column()
          .text("note", "Why it is not in the fast gear", RuleCosts.RuleCost::note)
          .column()
          .build();

  /** What a whole set costs. */
  public static final Noun<RuleCosts> COSTS =
      Noun.<RuleCosts>named("ruleSetCost", "ruleSetCosts", "What a rule set costs")
          .text("hash", "Hash of the set", RuleCosts::hash)
          .column()
          .number("nanosPerOrder", "One order in the whole set", RuleCosts::nanosPerOrder)
          .unit("nanoseconds")
          .column()
          .nestedAll("rules", "The most expensive first", RULE_COST, RuleCosts::rules)
          .build();

  /** A denied order that somebody lets through. */
  public static final Noun<OverrideGrant> OVERRIDE =
      Noun.<OverrideGrant>named(
              "override", "overrides", "A denied order that a person lets through once")
          .text("order", "ClOrdID of the denied order", OverrideGrant::order)
          .column()
          .text("account", "Its account", grant -> grant.terms().originator().account())
          .column()
          .text("trader", "Who asked for it", grant -> grant.terms().originator().trader())
          .column()
          .text("strategy", "Which strategy asked", grant -> grant.terms().originator().strategy())
          .text("instrument", "SYMBOL.VENUE", grant -> grant.terms().instrument())
          .column()
          .text("side", "BUY or SELL", grant -> grant.terms().side())
          .column()
          .decimal("quantity", "OrderQty", grant -> Fixed.format(grant.terms().quantity()))
          .unit("units of the instrument")
          .column()
          .decimal(
              "limitPrice",
              "0 for a market order",
              grant -> Fixed.format(grant.terms().limitPrice()))
          .unit("currency of the instrument")
          .texts("reasons", "Reason codes that denied it", OverrideGrant::reasons)
          .column()
          .text("who", "Who grants it", OverrideGrant::who)
          .column()
          .text("why", "Reason given", OverrideGrant::why)
          .column()
          .time("granted", "When", OverrideGrant::granted)
          .time("expires", "From when on it counts no more", OverrideGrant::expires)
          .column()
          .text("state", "STANDING, USED, EXPIRED or REVOKED", OverrideGrant::state)
          .column()
          .time("ended", "When it was used, revoked or expired", OverrideGrant::ended)
          .text("by", "Who revoked it", OverrideGrant::by)
          .build();

  private InsightNouns() {}
}
