package io.headgate.ops.internal.face;

import io.headgate.ops.internal.access.Running;
import io.headgate.spi.candidate.RuleDesk;
import io.headgate.spi.node.NodeInfo;
import io.headgate.spi.noun.BookNouns;
import io.headgate.spi.noun.CandidateNouns;
import io.headgate.spi.noun.InsightNouns;
import io.headgate.spi.noun.Noun;
import io.headgate.spi.noun.NounSource;
import io.headgate.spi.noun.OrderNouns;
import io.headgate.spi.noun.PositionLine;
import io.headgate.spi.noun.Rows;
import io.headgate.spi.order.OrderQuery;
import io.headgate.spi.override.OrderOverrides;
import io.headgate.spi.positions.PositionQuery;
import io.headgate.spi.positions.SharedPositions;
import io.headgate.spi.rules.RuleAdmin;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What there is of every noun; the same for console, MBeans and REST. */
@Component(service = NounSource.class, immediate = true)
public final class Faces implements NounSource {

  private final NodeInfo node;
  private final Map<Noun<?>, Supplier<Rows>> suppliers = new HashMap<>();

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable OrderQuery orders;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable PositionQuery positions;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable SharedPositions shared;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable RuleAdmin rules;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable OrderOverrides overrides;

  /** Books are found here, the rest by those who know it. */
  @Activate
  public Faces(
      @Reference NodeInfo node,
      @Reference NodeSource nodeSource,
      @Reference FlowSource flows,
      @Reference LimitSource limits) {
    this.node = node;
    suppliers.putAll(nodeSource.suppliers());
    suppliers.putAll(flows.suppliers());
    suppliers.put(BookNouns.POSITION, this::positions);
    suppliers.putAll(limits.suppliers());
    suppliers.put(
        CandidateNouns.CANDIDATE, () -> CandidateNouns.CANDIDATE.rows(desk().candidates()));
    suppliers.put(CandidateNouns.REPLAY, () -> CandidateNouns.REPLAY.rows(desk().replays()));
    suppliers.put(
        CandidateNouns.RULE_NODE,
        () -> CandidateNouns.RULE_NODE.rows(Running.required(rules, "rules").nodes()));
    suppliers.put(
        InsightNouns.OVERRIDE,
        () -> InsightNouns.OVERRIDE.rows(Running.required(overrides, "order engine").grants()));
    suppliers.put(
        BookNouns.RULE,
        () -> BookNouns.RULE.rows(Running.required(rules, "rules").status().rules()));
  }

  private RuleDesk desk() {
    return Running.required(rules, "rules").desk();
  }

  private Rows positions() {
    SharedPositions others = shared;
    return BookNouns.POSITION.rows(
        PositionLine.lines(
            Running.required(positions, "order engine").positions(),
            others == null ? null : others.shares(),
            node.id()));
  }

  @Override
  public Rows rows(Noun<?> noun, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit is %d, expected 1 or more".formatted(limit));
    }
    if (noun == OrderNouns.ORDER) {
      return OrderNouns.ORDER.rows(Running.required(orders, "order engine").latestOrders(limit));
    }
    if (noun == OrderNouns.DECISION) {
      return OrderNouns.DECISION.rows(
          Running.required(orders, "order engine").latestDecisions(limit));
    }
    Supplier<Rows> supplier = suppliers.get(noun);
    if (supplier == null) {
      throw new IllegalArgumentException("nobody gives a list of " + noun.plural());
    }
    Rows rows = supplier.get();
    return rows.rows().size() <= limit
        ? rows
        : new Rows(rows.noun(), rows.rows().subList(0, limit));
  }
}
