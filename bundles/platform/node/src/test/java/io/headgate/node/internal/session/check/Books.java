package io.headgate.node.internal.session.check;

import io.headgate.model.decision.Decision;
import io.headgate.model.decision.Severity;
import io.headgate.model.decision.Unit;
import io.headgate.model.decision.Verdict;
import io.headgate.model.execution.ExecType;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.Order;
import io.headgate.model.order.OrderCommand;
import io.headgate.model.order.Originator;
import io.headgate.model.order.ReplaceOrder;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.model.position.Position;
import io.headgate.model.position.PositionKey;
import io.headgate.spi.broker.VenueSnapshot;
import io.headgate.spi.journal.JournalRecord;
import io.headgate.spi.monitor.EngineCounters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The books of a session, written by hand: two buys of 100 in ACME.SIM, one filled, one with 60 of
 * 100 filled, and one denied order. All agree until a test spoils one of them.
 */
public final class Books {

  static final InstrumentId ACME = InstrumentId.parse("ACME.SIM");
  static final PositionKey KEY = new PositionKey("ACC1", ACME);

  public final List<JournalRecord> journal = new ArrayList<>();
  public long accepted = 2;
  public long denied = 1;
  public long fills = 3;
  public long position = units(160);
  public long venuePosition = units(160);
  public Map<ClOrdId, Long> venueOrders = Map.of(id(2), units(40));
  public List<Order> openOrders = List.of(order(2, 100, 60));

  public Books() {
    journal.add(new JournalRecord.Started(0, "N1", 1, "0.1.0"));
    journal.add(send(1, 100));
    journal.add(trade(1, "T1", 70));
    journal.add(send(2, 100));
    journal.add(trade(1, "T2", 30));
    journal.add(trade(2, "T3", 60));
    journal.add(denied(3));
    // The venue repeats itself: that counts once.
    journal.add(trade(2, "T3", 60));
  }

  public static ClOrdId id(long sequence) {
    return new ClOrdId("N1", 1, sequence);
  }

  public static long units(long number) {
    return number * Fixed.ONE;
  }

  public static NewOrder request(long quantity) {
    return NewOrder.limit(
        Originator.strategy("ACC1", "test"),
        ACME,
        Side.BUY,
        units(quantity),
        units(10),
        TimeInForce.GTC);
  }

  private static Decision decision(long id, NewOrder request, boolean accepted) {
    List<Verdict> verdicts =
        accepted
            ? List.of()
            : List.of(new Verdict("max", Severity.BLOCK, "QTY_MAX", 2, 1, Unit.QTY, ""));
    return new Decision(id(id), 0, 0, request, accepted, verdicts, "hash", "paper");
  }

  public static JournalRecord send(long id, long quantity) {
    NewOrder request = request(quantity);
    return new JournalRecord.Decided(
        0, decision(id, request, true), new OrderCommand.Send(id(id), "paper", request), null);
  }

  public static JournalRecord replace(long id, long earlier, long quantity) {
    ReplaceOrder intent =
        new ReplaceOrder(
            Originator.strategy("ACC1", "test"), "", id(earlier), units(quantity), units(10));
    Decision decision = new Decision(id(id), 0, 0, intent, true, List.of(), "hash", "paper");
    return new JournalRecord.Decided(
        0,
        decision,
        new OrderCommand.Replace(id(id), id(earlier), "paper", request(quantity)),
        null);
  }

  public static JournalRecord denied(long id) {
    return new JournalRecord.Decided(0, decision(id, request(5), false), null, null);
  }

  public static JournalRecord trade(long id, String key, long quantity) {
    return report(ExecType.TRADE, id, key, quantity);
  }

  public static JournalRecord report(ExecType type, long id, String key, long quantity) {
    return new JournalRecord.Executed(
        0,
        new ExecutionReport(
            "paper",
            type,
            id(id),
            "V" + id,
            ACME,
            Side.BUY,
            OrdStatus.PARTIALLY_FILLED,
            key,
            LocalDate.of(2026, 3, 2),
            units(quantity),
            units(10),
            units(quantity),
            0,
            "",
            0,
            ""));
  }

  public static Order order(long id, long quantity, long filled) {
    return new Order(
        id(id),
        id(id),
        request(quantity),
        "paper",
        OrdStatus.PARTIALLY_FILLED,
        units(filled),
        units(10),
        "V" + id,
        0,
        0,
        "");
  }

  public static Position position(long quantity) {
    return new Position(KEY, quantity, units(10), 0, 0, 0, units(10), 1);
  }

  public EngineCounters counters() {
    return new EngineCounters(
        1_000, 0, accepted + denied, accepted, denied, Map.of("QTY_MAX", denied), fills, 1);
  }

  public JournalFold fold() {
    JournalFold fold = new JournalFold();
    for (int i = 0; i < journal.size(); i++) {
      fold.record(i + 1, journal.get(i));
    }
    return fold;
  }

  public VenueSnapshot snapshot() {
    return new VenueSnapshot(
        venuePosition == 0 ? Map.of() : Map.of(KEY, venuePosition), venueOrders);
  }

  public List<String> inconsistencies() {
    return new ConsistencyCheck(
            counters(),
            List.of(position(position)),
            openOrders,
            fold(),
            Map.of("paper", snapshot()))
        .inconsistencies();
  }
}
