package io.headgate.spi.noun;

import io.headgate.spi.candidate.Candidate;
import io.headgate.spi.candidate.Replay;
import io.headgate.spi.candidate.ReplayChange;
import io.headgate.spi.candidate.ReplayGroup;
import io.headgate.spi.candidate.RuleDifference;
import io.headgate.spi.candidate.Tightness;
import io.headgate.spi.rules.RuleNode;

/** Rule sets before and after they serve, and what they make of past orders. */
public final class CandidateNouns {

  /** Orders whose verdict changes, of one rule, account or instrument. */
  public static final Noun<ReplayGroup> GROUP =
      Noun.<ReplayGroup>named(
              "replayGroup", "replayGroups", "Orders whose verdict changes, of one kind")
          .text("by", "rule, account or instrument", ReplayGroup::by)
          .column()
          .text("name", "Which", ReplayGroup::name)
          .column()
          .integer("orders", "Orders that change", g -> g.counts().orders())
          .column()
          .integer("newlyBlocked", "Of those, blocked now", g -> g.counts().newlyBlocked())
          .column()
          .integer("newlyAllowed", "Of those, not blocked any more", g -> g.counts().newlyAllowed())
          .column()
          .integer("newWarnings", "Of those, with other warnings", g -> g.counts().newWarnings())
          .column()
          .integer(
              "otherReasons", "Of those, blocked for other reasons", g -> g.counts().otherReasons())
          .column()
          .decimal("notional", "Of all of them", ReplayGroup::notional)
          .column()
          .text("currency", "Of the accounts", ReplayGroup::currency)
          .column()
          .build();

  /** An order whose verdict changes. */
  public static final Noun<ReplayChange> CHANGE =
      Noun.<ReplayChange>named("replayChange", "replayChanges", "An order whose verdict changes")
          .integer("sequence", "Of its decision in the journal", ReplayChange::sequence)
          .column()
          .text("clOrdId", "Its ClOrdID", ReplayChange::clOrdId)
          .column()
          .time("time", "When it was decided", ReplayChange::time)
          .text("account", "Whose", ReplayChange::account)
          .column()
          .text("instrument", "In what, SYMBOL.VENUE", ReplayChange::instrument)
          .column()
          .text("side", "BUY or SELL", ReplayChange::side)
          .column()
          .decimal("quantity", "How much", ReplayChange::quantity)
          .unit("units of the instrument")
          .column()
          .decimal("notional", "At its worst price", ReplayChange::notional)
          .unit("currency of the account")
          .column()
          .text(
              "change",
              "NEWLY_BLOCKED, NEWLY_ALLOWED, NEW_WARNING or OTHER_REASON",
              ReplayChange::change)
          .column()
          .text("before", "Verdicts before; empty where it passed", ReplayChange::before)
          .text("after", "Verdicts now; empty where it passes", ReplayChange::after)
          .column()
          .build();

  /** How near orders came to a limit. */
  public static final Noun<Tightness> TIGHTNESS =
      Noun.<Tightness>named("tightness", "tightnesses", "How near orders came to one limit")
          .text("limit", "Its word, or the rule that it stands in", Tightness::limit)
          .column()
          .text("scope", "Whom and what it is for", Tightness::scope)
          .column()
          .decimal("value", "The limit", Tightness::value)
          .column()
          .text("unit", "Of the limit", Tightness::unit)
          .column()
          .integer("orders", "Orders that were held against it", Tightness::orders)
          .column()
          .integer("caught", "Orders that it blocks", Tightness::caught)
          .column()
          .integer("warned", "Orders that it warns of", Tightness::warned)
          .column()
          .integer("nearMisses", "Orders that came near and pass", Tightness::nearMisses)
          .column()
          .number("highest", "Highest share that an order used", Tightness::highest)
          .unit("percent")
          .column()
          .text(
              "finding",
              "BITES, NEAR, NEVER (nothing came near), UNMEASURED (how near orders came cannot be"
                  + " told) or UNUSED (nothing was held against it)",
              Tightness::finding)
          .column()
          .text("source", "File and line", Tightness::source)
          .column()
          .build();

  /** A run of past orders. */
  public static final Noun<Replay> REPLAY =
      Noun.<Replay>named("replay", "replays", "Past orders judged once more by a rule set")
          .integer("id", "Number since the start", Replay::id)
          .column()
          .text("state", "COMPILING, RUNNING, DONE, CANCELLED or FAILED", Replay::state)
          .column()
          .text("who", "Login of who asked for it", Replay::who)
          .column()
          .text("with", "Set that is tried", r -> r.request().with())
          .column()
          .text("withHash", "Its hash; empty until it is compiled", Replay::withHash)
          .text("against", "Set that it is compared with, or recorded", r -> r.request().against())
          .column()
          .text("limits", "recorded, or the hash of the limit files", Replay::limits)
          .time("from", "Orders decided from then on", r -> r.request().from())
          .time("to", "Orders decided before then", r -> r.request().to())
          .time("started", "When it began", Replay::started)
          .integer("percent", "How far it is, 0 to 100", r -> r.progress().percent())
          .unit("percent")
          .column()
          .integer("records", "Records of the journal read", r -> r.progress().records())
          .integer("orders", "Orders judged", r -> r.counts().orders())
          .column()
          .integer("ordersPerSecond", "Read and judged", Replay::ordersPerSecond)
          .column()
          .integer("changed", "Orders whose verdict changes", r -> r.counts().changed())
          .column()
          .integer("newlyBlocked", "Of those, blocked now", r -> r.counts().newlyBlocked())
          .column()
          .integer("newlyAllowed", "Of those, not blocked any more", r -> r.counts().newlyAllowed())
          .column()
          .integer("newWarnings", "Of those, with other warnings", r -> r.counts().newWarnings())
          .integer("otherReasons", "Of those, blocked for others", r -> r.counts().otherReasons())
          .integer("failed", "Orders on which the set failed", r -> r.counts().failed())
          .nestedAll("groups", "By rule, account and instrument", GROUP, Replay::groups)
          .nestedAll("changes", "The first thousand that change", CHANGE, Replay::changes)
          .nestedAll("tightness", "Each limit, where asked for", TIGHTNESS, Replay::tightness)
          .text("failure", "Why it failed; empty if it did not", Replay::failure)
          .column()
          .build();

  /** Something that was done with a set. */
  public static final Noun<Candidate.Step> STEP =
      Noun.<Candidate.Step>named("step", "steps", "Something that was done with a rule set")
          .time("time", "When", Candidate.Step::time)
          .column()
          .text("what", "What", Candidate.Step::what)
          .column()
          .text("who", "Login; empty where the node did it", Candidate.Step::who)
          .column()
          .text("why", "Reason given", Candidate.Step::why)
          .column()
          .build();

  /** What a set says beside the serving one. */
  public static final Noun<Candidate.Shadow> SHADOW =
      Noun.<Candidate.Shadow>named("shadow", "shadows", "What a set says beside the serving one")
          .time("since", "From when on", Candidate.Shadow::since)
          .flag("running", "Whether it goes on", Candidate.Shadow::running)
          .integer("orders", "Orders judged", s -> s.counts().orders())
          .integer("changed", "Orders whose verdict differs", s -> s.counts().changed())
          .integer("newlyBlocked", "Of those, it blocks", s -> s.counts().newlyBlocked())
          .integer("newlyAllowed", "Of those, it lets pass", s -> s.counts().newlyAllowed())
          .integer("newWarnings", "Of those, other warnings", s -> s.counts().newWarnings())
          .integer("otherReasons", "Of those, other reasons", s -> s.counts().otherReasons())
          .integer("failed", "Orders on which it failed", s -> s.counts().failed())
          .nestedAll("groups", "By rule, account and instrument", GROUP, Candidate.Shadow::groups)
          .text("failure", "Why it could not go on; empty if it could", Candidate.Shadow::failure)
          .build();

  /** A rule set that was staged, serves or has served. */
  public static final Noun<Candidate> CANDIDATE =
      Noun.<Candidate>named("candidate", "candidates", "A rule set, before and after it serves")
          .text("hash", "Over its files", Candidate::hash)
          .column()
          .text("state", "STAGED, APPROVED, SERVING or RETIRED", Candidate::state)
          .column()
          .text("source", "Folder that it comes from", Candidate::source)
          .column()
          .text(
              "author",
              "Login of who staged it; empty where it was saved in the rules folder",
              Candidate::author)
          .column()
          .time("since", "When it came to the node", Candidate::since)
          .column()
          .integer("rules", "Rules in it", Candidate::rules)
          .column()
          .texts("approvedBy", "Logins that have signed it", Candidate::approvedBy)
          .column()
          .integer("approvalsNeeded", "Signatures that it takes", Candidate::approvalsNeeded)
          .column()
          .text(
              "message",
              "What is signed to approve it, without the line's end",
              c -> Candidate.message(c.hash()).strip())
          .nested("shadow", "What it says beside the serving set", SHADOW, Candidate::shadow)
          .nestedAll("history", "What was done with it", STEP, Candidate::history)
          .build();

  /** A difference between two sets. */
  public static final Noun<RuleDifference> DIFFERENCE =
      Noun.<RuleDifference>named(
              "ruleDifference", "ruleDifferences", "A difference between two rule sets")
          .text("kind", "rule or limit", RuleDifference::kind)
          .column()
          .text("name", "Rule, or whom and what the limit is for", RuleDifference::name)
          .column()
          .text("change", "ADDED, REMOVED or CHANGED", RuleDifference::change)
          .column()
          .text("before", "File, line and text before", RuleDifference::before)
          .column()
          .text("after", "File, line and text after", RuleDifference::after)
          .column()
          .build();

  /** What one node judges by. */
  public static final Noun<RuleNode> RULE_NODE =
      Noun.<RuleNode>named("ruleNode", "ruleNodes", "What one node of the firm judges by")
          .text("node", "Its name", RuleNode::node)
          .column()
          .text("hash", "Of the rule set that serves there; empty: none known", RuleNode::hash)
          .column()
          .flag("canary", "Whether it is to serve there alone for now", RuleNode::canary)
          .column()
          .time("since", "When it began to serve there", RuleNode::since)
          .column()
          .text("limits", "Hash of that node's own limits; empty: none known", RuleNode::limits)
          .column()
          .flag("sameRules", "Whether the node that answers has that set", RuleNode::sameRules)
          .column()
          .flag("sameLimits", "Whether the node that answers has them", RuleNode::sameLimits)
          .column()
          .build();

  private CandidateNouns() {}
}
