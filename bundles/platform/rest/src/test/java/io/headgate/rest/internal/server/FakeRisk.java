package io.headgate.rest.internal.server;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import io.headgate.spi.explain.Explanation;
import io.headgate.spi.explain.Finding;
import io.headgate.spi.explain.RuleCosts;
import io.headgate.spi.explain.RuleInsight;
import io.headgate.spi.override.OrderOverrides;
import io.headgate.spi.override.OverrideGrant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Explains one order, and lets one through. */
final class FakeRisk implements RuleInsight, OrderOverrides {

  static final ClOrdId KNOWN = ClOrdId.parse("N1-1-7");

  final List<String> calls = new CopyOnWriteArrayList<>();

  private static NewOrder order() {
    return NewOrder.market(
        Originator.trader("ALPHA", "tom"),
        InstrumentId.parse("EURUSD.FXCM"),
        Side.BUY,
        5 * Fixed.ONE);
  }

  @Override
  public Explanation explain(ClOrdId order) {
    if (!order.equals(KNOWN)) {
      throw new IllegalArgumentException("no decision");
    }
    Finding finding =
        new Finding(
            "size",
            "order-quantity",
            "policies/order-quantity/order-quantity.drl:3",
            Finding.Outcome.DID_NOT_APPLY,
            "",
            "quantity > maxOrderQty",
            "5",
            "10",
            "qty",
            "-5",
            "limits/firm.csv:2");
    return new Explanation(
        FakeEngine.decision(order(), true), "cd".repeat(32), true, "", List.of(finding));
  }

  @Override
  public RuleCosts costs() {
    return new RuleCosts(
        "cd".repeat(32),
        61.5,
        List.of(new RuleCosts.RuleCost("size", "x.drl:3", "STRAIGHT", 2.5, 4, "")));
  }

  private static OverrideGrant grant(String who, String why) {
    return new OverrideGrant(
        KNOWN,
        order(),
        List.of("QTY_MAX"),
        who,
        why,
        FakeEngine.NOON,
        FakeEngine.NOON + 60_000_000_000L,
        OverrideGrant.State.STANDING,
        0,
        "");
  }

  @Override
  public List<OverrideGrant> grants() {
    return List.of(grant("olga", "ok"));
  }

  @Override
  public OverrideGrant grant(ClOrdId order, String who, String why, int minutes) {
    if (who.equals("admin")) {
      throw new IllegalArgumentException("admin asked for this order");
    }
    calls.add("grant " + order + " " + who + " " + why + " " + minutes);
    return grant(who, why);
  }

  @Override
  public OverrideGrant revoke(ClOrdId order, String who) {
    calls.add("revoke " + order + " " + who);
    return grant("olga", "ok").ended(OverrideGrant.State.REVOKED, FakeEngine.NOON, who);
  }
}
