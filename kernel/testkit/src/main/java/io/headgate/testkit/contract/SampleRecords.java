package io.headgate.testkit.contract;

import io.headgate.model.decision.Decision;
import io.headgate.model.decision.Severity;
import io.headgate.model.decision.Unit;
import io.headgate.model.decision.Verdict;
import io.headgate.model.execution.ExecType;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.CancelOrder;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.OrdType;
import io.headgate.model.order.OrderCommand;
import io.headgate.model.order.OrderIntent;
import io.headgate.model.order.Originator;
import io.headgate.model.order.ReplaceOrder;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.spi.control.ControlScope;
import io.headgate.spi.control.TradingState;
import io.headgate.spi.journal.JournalRecord;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.rules.ContextEditor;
import io.headgate.spi.rules.ContextImage;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.spi.rules.ContextText;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Journal records of every kind, with edge values, for tests of journals and of what reads them.
 */
public final class SampleRecords {

  private static final InstrumentId ACME = InstrumentId.parse("ACME.SIM");
  private static final ClOrdId ID = new ClOrdId("N1", 7, 42);
  private static final ClOrdId NEXT = new ClOrdId("N1", 7, ClOrdId.MAX_SEQUENCE);
  private static final String HASH = "0123456789abcdef".repeat(4);
  private static final long NOW = 1_772_461_800_123_456_789L;
  private static final Originator BY = new Originator("ACC1", "ann", "trend");

  private static final List<JournalRecord> ALL = build();

  private SampleRecords() {}

  /** One record of each kind and of each branch within a kind. */
  public static List<JournalRecord> oneOfEachKind() {
    return ALL;
  }

  /** A record whose kind follows from the number; the same for the same number. */
  public static JournalRecord ofKind(int number) {
    return ALL.get(Math.floorMod(number, ALL.size()));
  }

  /** The record as a journal must give it back: a decision carries its sequence number. */
  public static JournalRecord numbered(JournalRecord record, long sequence) {
    if (!(record instanceof JournalRecord.Decided decided)) {
      return record;
    }
    Decision d = decided.decision();
    return new JournalRecord.Decided(
        decided.timestamp(),
        decision(d.clOrdId(), sequence, d.intent(), d.accepted(), d.verdicts(), d.broker()),
        decided.command(),
        decided.context());
  }

  private static List<JournalRecord> build() {
    NewOrder limit =
        NewOrder.limit(BY, ACME, Side.BUY, 3 * Fixed.ONE, Fixed.parse("99.99"), TimeInForce.GTC);
    NewOrder keyed =
        new NewOrder(
            Originator.trader("ACC2", "Zoë ☂"),
            "k".repeat(64),
            ACME,
            Side.SELL,
            OrdType.MARKET,
            Long.MAX_VALUE,
            0,
            TimeInForce.GTD,
            NOW + 1,
            "paper");
    ReplaceOrder replace = new ReplaceOrder(BY, "again", ID, 5 * Fixed.ONE, Fixed.parse("100.01"));
    CancelOrder cancel = new CancelOrder(BY, "", ID);
    Verdict block =
        new Verdict(
            "max-order-qty",
            Severity.BLOCK,
            "QTY_EXCEEDED",
            Long.MAX_VALUE,
            1,
            Unit.QTY,
            "a.csv:1");
    Verdict warn = new Verdict("late", Severity.WARN, "X_Y", Long.MIN_VALUE, -1, Unit.MILLIS, "");
    return List.of(
        new JournalRecord.Started(NOW, "N1", ClOrdId.MAX_EPOCH, "0.1.0"),
        decided(limit, List.of(), new OrderCommand.Send(ID, "paper", limit), image(limits())),
        decided(keyed, List.of(block, warn), null, image(ResolvedLimits.none())),
        decided(keyed, List.of(block), null, null),
        decided(
            replace,
            List.of(warn),
            new OrderCommand.Replace(NEXT, ID, "paper", limit),
            image(limits())),
        decided(
            cancel, List.of(), new OrderCommand.Cancel(NEXT, ID, "paper", ACME, Side.SELL), null),
        new JournalRecord.Sent(NOW, ID),
        new JournalRecord.NotSent(NOW, ID, "no connection"),
        new JournalRecord.InDoubt(NOW, NEXT, ""),
        new JournalRecord.Executed(NOW, trade()),
        new JournalRecord.Executed(NOW, status()),
        new JournalRecord.Controlled(
            NOW, ControlScope.NODE, TradingState.HALTED, "ann", "drill\nline two", false),
        new JournalRecord.Controlled(
            NOW, ControlScope.parse("account:ACC1"), TradingState.ACTIVE, "bob", "over", true),
        new JournalRecord.Rolled(Long.MIN_VALUE, "FX", LocalDate.of(2024, 2, 29)));
  }

  private static JournalRecord decided(
      OrderIntent intent,
      List<Verdict> verdicts,
      @Nullable OrderCommand command,
      @Nullable ContextImage context) {
    ClOrdId id = command == null ? ID : command.clOrdId();
    String broker = command == null ? "" : command.broker();
    Decision decision = decision(id, 0, intent, command != null, verdicts, broker);
    return new JournalRecord.Decided(NOW, decision, command, context);
  }

  private static Decision decision(
      ClOrdId id,
      long sequence,
      OrderIntent intent,
      boolean accepted,
      List<Verdict> verdicts,
      String broker) {
    return new Decision(id, sequence, NOW, intent, accepted, verdicts, HASH, broker);
  }

  private static ContextImage image(ResolvedLimits limits) {
    ContextEditor editor = new ContextEditor();
    for (ContextNumber field : ContextNumber.values()) {
      editor.set(field, field.ordinal() % 2 == 0 ? Long.MAX_VALUE - field.ordinal() : -1);
    }
    for (ContextText field : ContextText.values()) {
      editor.set(field, field.property() + " ü");
    }
    return editor.limits(limits).context().image();
  }

  private static ResolvedLimits limits() {
    return ResolvedLimits.builder(NOW + 5)
        .block(LimitKind.MAX_ORDER_QTY, 10 * Fixed.ONE, "limits/firm.csv:3")
        .warn(LimitKind.MAX_ORDER_QTY, 8 * Fixed.ONE)
        .block(LimitKind.DUPLICATE_WINDOW, 500, "limits/firm.csv:9")
        .build();
  }

  private static ExecutionReport trade() {
    return new ExecutionReport(
        "paper",
        ExecType.TRADE,
        ID,
        "V-1",
        ACME,
        Side.BUY,
        OrdStatus.PARTIALLY_FILLED,
        "T1",
        LocalDate.of(2026, 3, 2),
        1,
        Long.MAX_VALUE,
        1,
        -25,
        "USD",
        NOW,
        "");
  }

  private static ExecutionReport status() {
    return new ExecutionReport(
        "paper",
        ExecType.ORDER_STATUS,
        ID,
        "",
        ACME,
        Side.SELL,
        OrdStatus.REJECTED,
        "",
        LocalDate.of(1970, 1, 1),
        0,
        0,
        0,
        0,
        "",
        0,
        "unbekannt: \"ü\"");
  }
}
