package io.headgate.engine.internal.path;

import io.headgate.model.decision.Verdict;
import io.headgate.model.order.NewOrder;
import io.headgate.spi.rules.ContextImage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules and the rights say, before it has a ClOrdID and is journalled.
 *
 * @param accepted whether it may be sent; its rights are taken then
 * @param verdicts every warn and block
 * @param ruleSet hash of the set that decided; empty where none was asked
 * @param broker connector it goes to; empty where none was found
 * @param terms terms to send: a market order is a collared limit order here; null when denied
 * @param image everything that the rules saw; null where they were not asked
 */
record Draft(
    boolean accepted,
    List<Verdict> verdicts,
    String ruleSet,
    String broker,
    @Nullable NewOrder terms,
    @Nullable ContextImage image) {

  static Draft denied(Verdict verdict, String broker) {
    return new Draft(false, List.of(verdict), "", broker, null, null);
  }
}
