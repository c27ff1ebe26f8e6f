package io.headgate.rules.drools.internal.candidate;

import io.headgate.model.decision.Decision;
import io.headgate.model.decision.Severity;
import io.headgate.model.decision.Unit;
import io.headgate.model.decision.Verdict;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.spi.journal.JournalException;
import io.headgate.spi.journal.JournalRecord;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.rules.ContextEditor;
import io.headgate.spi.rules.ContextImage;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.spi.rules.ContextText;
import io.headgate.testkit.fake.InMemoryJournal;
import java.util.List;

/** Decisions as the engine writes them, for tests. */
final class PastOrders {

  static final long START = 1_900_000_000_000_000_000L;
  static final long SECOND = 1_000_000_000L;
  static final long MAX_QTY = 100;

  private final InMemoryJournal journal;
  private long count;

  PastOrders(InMemoryJournal journal) {
    this.journal = journal;
  }

  /** An order of some quantity at a price of 10, one second after the one before. */
  PastOrders order(String account, String instrument, long quantity) throws JournalException {
    Verdict block =
        new Verdict(
            "size",
            Severity.BLOCK,
            "QTY_MAX",
            quantity * Fixed.ONE,
            MAX_QTY * Fixed.ONE,
            Unit.QTY,
            "limits/a.csv:2");
    return order(account, instrument, quantity, quantity > MAX_QTY ? List.of(block) : List.of());
  }

  /** The same, with the verdicts that it got. */
  PastOrders order(String account, String instrument, long quantity, List<Verdict> verdicts)
      throws JournalException {
    long time = START + ++count * SECOND;
    NewOrder order =
        NewOrder.limit(
            Originator.trader(account, "ann"),
            InstrumentId.parse(instrument),
            Side.BUY,
            quantity * Fixed.ONE,
            10 * Fixed.ONE,
            TimeInForce.DAY);
    Decision decision =
        new Decision(
            new ClOrdId("N1", 1, count),
            0,
            time,
            order,
            verdicts.isEmpty(),
            verdicts,
            "ab".repeat(32),
            "paper");
    journal.append(new JournalRecord.Decided(time, decision, null, image(order)));
    return this;
  }

  /** A record that is no decision. */
  PastOrders other() throws JournalException {
    journal.append(new JournalRecord.Sent(START, new ClOrdId("N1", 1, 1)));
    return this;
  }

  private static ContextImage image(NewOrder order) {
    ContextEditor editor = new ContextEditor();
    editor.limits(
        ResolvedLimits.builder(Long.MAX_VALUE)
            .block(LimitKind.MAX_ORDER_QTY, MAX_QTY * Fixed.ONE, "limits/a.csv:2")
            .warn(LimitKind.MAX_ORDER_QTY, Long.MAX_VALUE)
            .build());
    editor.set(ContextText.ACCOUNT, order.originator().account());
    editor.set(ContextText.TRADER, order.originator().trader());
    editor.set(ContextText.STRATEGY, order.originator().strategy());
    editor.set(ContextText.INSTRUMENT, order.instrument().toString());
    editor.set(ContextText.SYMBOL, order.instrument().symbol());
    editor.set(ContextText.VENUE, order.instrument().venue());
    editor.set(ContextText.SIDE, "BUY");
    editor.set(ContextText.REQUEST, "NEW");
    editor.set(ContextNumber.QUANTITY, order.quantity());
    editor.set(ContextNumber.NOTIONAL, order.quantity() / Fixed.ONE * 10 * Fixed.AMOUNT_ONE);
    return editor.context().image();
  }
}
