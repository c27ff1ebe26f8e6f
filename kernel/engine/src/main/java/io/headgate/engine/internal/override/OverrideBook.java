package io.headgate.engine.internal.override;

import io.headgate.model.decision.Decision;
import io.headgate.model.decision.Severity;
import io.headgate.model.decision.Unit;
import io.headgate.model.decision.Verdict;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.spi.override.OrderOverrides;
import io.headgate.spi.override.OverrideGrant;
import io.headgate.spi.override.OverrideGrant.State;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who let which denied order through, once. Only what rules said can be overridden: verdicts of the
 * path (kills among them) and of the rights never. Confined to the loop.
 */
public final class OverrideBook {

  private static final Logger LOG = LoggerFactory.getLogger(OverrideBook.class);
  private static final int KEPT = 1_000;
  private static final int LONGEST_REASON = 500;
  private static final String RULE = "override";
  private static final Set<String> NOT_RULES = Set.of("path", "rights", RULE);

  private final Deque<OverrideGrant> grants = new ArrayDeque<>();

  /** The latest, newest first, as they are at a moment. */
  public List<OverrideGrant> all(long now) {
    expire(now);
    return new ArrayList<>(grants);
  }

  /**
   * Grants; see {@link OrderOverrides#grant}.
   *
   * @param decision the decision that denied; null if there is none in memory
   */
  public OverrideGrant grant(
      @Nullable Decision decision, String who, String why, int minutes, long now) {
    NewOrder terms = requireOverridable(decision);
    if (decision == null || who.equals(terms.originator().trader())) {
      throw new IllegalArgumentException(
          "%s asked for this order; another person must let it through".formatted(who));
    }
    if (why.isBlank() || why.length() > LONGEST_REASON) {
      throw new IllegalArgumentException(
          "why has %d characters; give a reason of 1 to %d for the audit trail"
              .formatted(why.strip().length(), LONGEST_REASON));
    }
    if (minutes < 1 || minutes > OrderOverrides.MOST_MINUTES) {
      throw new IllegalArgumentException(
          "minutes is %d, expected 1 to %d".formatted(minutes, OrderOverrides.MOST_MINUTES));
    }
    expire(now);
    if (standing(decision.clOrdId()) != null) {
      throw new IllegalStateException(
          "%s may come already; override:list says until when".formatted(decision.clOrdId()));
    }
    long expires = now + TimeUnit.MINUTES.toNanos(minutes);
    OverrideGrant grant =
        new OverrideGrant(
            decision.clOrdId(),
            terms,
            List.copyOf(blocks(decision.verdicts())),
            who,
            why,
            now,
            expires,
            State.STANDING,
            0,
            "");
    if (grants.size() == KEPT) {
      grants.removeLast();
    }
    grants.addFirst(grant);
    LOG.warn(
        "{} lets order {} through once, although {}: {}", who, grant.order(), grant.reasons(), why);
    return grant;
  }

  private static NewOrder requireOverridable(@Nullable Decision decision) {
    if (decision == null) {
      throw new IllegalArgumentException(
          "no decision on this order in memory; decision:list shows the latest");
    }
    if (!(decision.intent() instanceof NewOrder terms) || decision.accepted()) {
      throw new IllegalArgumentException(
          "%s is no new order that was denied; only such an order can be let through"
              .formatted(decision.clOrdId()));
    }
    for (Verdict verdict : decision.verdicts()) {
      if (verdict.severity() == Severity.BLOCK && NOT_RULES.contains(verdict.rule())) {
        throw new IllegalArgumentException(
            "%s was denied with %s, which is no rule and cannot be overridden"
                .formatted(decision.clOrdId(), verdict.reason()));
      }
    }
    return terms;
  }

  private static Set<String> blocks(List<Verdict> verdicts) {
    return verdicts.stream()
        .filter(verdict -> verdict.severity() == Severity.BLOCK)
        .map(Verdict::reason)
        .collect(Collectors.toSet());
  }

  /** Takes a grant back; see {@link OrderOverrides#revoke}. */
  public OverrideGrant revoke(ClOrdId order, String who, long now) {
    expire(now);
    OverrideGrant grant = standing(order);
    if (grant == null) {
      throw new IllegalArgumentException(
          "no override stands for %s; override:list shows what became of them".formatted(order));
    }
    LOG.warn("{} takes back that {} let order {} through", who, grant.who(), order);
    return end(grant, State.REVOKED, now, who);
  }

  /**
   * The grant under which an order may go although rules block it; null if there is none.
   *
   * @param verdicts all that the rules said
   */
  public @Nullable OverrideGrant find(NewOrder order, List<Verdict> verdicts, long now) {
    if (grants.isEmpty()) {
      return null;
    }
    expire(now);
    NewOrder terms = order.withIdempotencyKey("");
    for (OverrideGrant grant : grants) {
      if (grant.state() == State.STANDING
          && grant.terms().withIdempotencyKey("").equals(terms)
          && grant.reasons().containsAll(blocks(verdicts))) {
        return grant;
      }
    }
    return null;
  }

  /** Uses a grant up and answers what the rules' verdicts have become: warnings that name it. */
  public List<Verdict> use(OverrideGrant grant, List<Verdict> verdicts, long now) {
    end(grant, State.USED, now, "");
    LOG.warn("order {} comes again and is let through by {}", grant.order(), grant.who());
    List<Verdict> softened = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      softened.add(
          new Verdict(
              verdict.rule(),
              Severity.WARN,
              verdict.reason(),
              verdict.measured(),
              verdict.limit(),
              verdict.unit(),
              verdict.source()));
    }
    String source = "%s for %s: %s".formatted(grant.who(), grant.order(), grant.why());
    softened.add(new Verdict(RULE, Severity.WARN, "OVERRIDE_USED", 1, 1, Unit.COUNT, source));
    return softened;
  }

  private @Nullable OverrideGrant standing(ClOrdId order) {
    for (OverrideGrant grant : grants) {
      if (grant.state() == State.STANDING && grant.order().equals(order)) {
        return grant;
      }
    }
    return null;
  }

  private void expire(long now) {
    for (OverrideGrant grant : List.copyOf(grants)) {
      if (grant.state() == State.STANDING && now >= grant.expires()) {
        end(grant, State.EXPIRED, grant.expires(), "");
      }
    }
  }

  private OverrideGrant end(OverrideGrant grant, State how, long when, String who) {
    OverrideGrant ended = grant.ended(how, when, who);
    List<OverrideGrant> kept = new ArrayList<>(grants);
    kept.set(kept.indexOf(grant), ended);
    grants.clear();
    grants.addAll(kept);
    return ended;
  }
}
