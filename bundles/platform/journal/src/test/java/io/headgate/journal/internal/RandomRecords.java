package io.headgate.journal.internal;

import io.headgate.model.decision.Decision;
import io.headgate.model.decision.Severity;
import io.headgate.model.decision.Unit;
import io.headgate.model.decision.Verdict;
import io.headgate.model.execution.ExecType;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.instrument.InstrumentId;
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
import io.headgate.spi.rules.ContextImage;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.spi.rules.ContextText;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Records of every kind out of a seed. */
public final class RandomRecords {

  private static final String[] WORDS = {
    "",
    "-",
    "DEMO",
    "momentum",
    "a b",
    "Überzug",
    "日本",
    "😀 ok",
    "limits/firm.csv:12",
    "x".repeat(300)
  };

  private final Random random;

  /** Starts a sequence that is the same for the same seed. */
  public RandomRecords(long seed) {
    random = new Random(seed);
  }

  /** The next record, of any kind. */
  public JournalRecord next() {
    return next(random.nextInt(8));
  }

  /** The next record of a kind, 0 to 7. */
  public JournalRecord next(int kind) {
    long at = random.nextLong();
    return switch (kind) {
      case 0 -> new JournalRecord.Started(at, "N1", 1 + random.nextInt(1_000), word());
      case 1 -> decided();
      case 2 -> new JournalRecord.Sent(at, id());
      case 3 -> new JournalRecord.NotSent(at, id(), word());
      case 4 -> new JournalRecord.InDoubt(at, id(), word());
      case 5 -> new JournalRecord.Executed(at, report());
      case 6 ->
          new JournalRecord.Controlled(
              at,
              new ControlScope(any(ControlScope.Kind.values()), word()),
              any(TradingState.values()),
              word(),
              word(),
              random.nextBoolean());
      default -> new JournalRecord.Rolled(at, word(), date());
    };
  }

  /** An accepted new order with its context: what most of a journal consists of. */
  public JournalRecord.Decided accepted() {
    NewOrder order = newOrder();
    ClOrdId id = id();
    return new JournalRecord.Decided(
        random.nextLong(),
        new Decision(id, 0, random.nextLong(), order, true, List.of(), "hash", "paper"),
        new OrderCommand.Send(id, "paper", order),
        context());
  }

  /** A denied new order. */
  public JournalRecord.Decided denied() {
    Decision decision =
        new Decision(id(), 0, 7, newOrder(), false, List.of(verdict()), "hash", "paper");
    return new JournalRecord.Decided(7, decision, null, context());
  }

  /** A cancel. */
  public JournalRecord.Decided cancel() {
    CancelOrder cancel = new CancelOrder(originator(), "", id());
    ClOrdId id = id();
    return new JournalRecord.Decided(
        7,
        new Decision(id, 0, 7, cancel, true, List.of(), "", "paper"),
        new OrderCommand.Cancel(id, cancel.origClOrdId(), "paper", instrument(), Side.BUY),
        null);
  }

  private JournalRecord.Decided decided() {
    OrderIntent intent =
        switch (random.nextInt(3)) {
          case 0 -> newOrder();
          case 1 -> new ReplaceOrder(originator(), key(), id(), positive(), random.nextLong());
          default -> new CancelOrder(originator(), key(), id());
        };
    List<Verdict> verdicts =
        IntStream.range(0, random.nextInt(5)).mapToObj(i -> verdict()).toList();
    Decision decision =
        new Decision(
            id(), 0, random.nextLong(), intent, random.nextBoolean(), verdicts, word(), word());
    OrderCommand command =
        switch (random.nextInt(4)) {
          case 0 -> new OrderCommand.Send(id(), word(), newOrder());
          case 1 -> new OrderCommand.Replace(id(), id(), word(), newOrder());
          case 2 -> new OrderCommand.Cancel(id(), id(), word(), instrument(), any(Side.values()));
          default -> null;
        };
    return new JournalRecord.Decided(
        random.nextLong(), decision, command, random.nextBoolean() ? context() : null);
  }

  /** A context with every field set. */
  public ContextImage context() {
    long[] numbers = random.longs(ContextNumber.values().length).toArray();
    String[] texts = new String[ContextText.values().length];
    Arrays.setAll(texts, i -> word());
    ResolvedLimits.Builder limits = ResolvedLimits.builder(random.nextLong());
    for (LimitKind kind : LimitKind.values()) {
      if (random.nextBoolean()) {
        limits.block(kind, random.nextLong(), word()).warn(kind, random.nextLong());
      }
      if (random.nextInt(4) == 0) {
        limits.warn(kind, random.nextLong(), word());
      }
    }
    return new ContextImage(numbers, texts, limits.build());
  }

  private Verdict verdict() {
    return new Verdict(
        word(),
        any(Severity.values()),
        word(),
        random.nextLong(),
        random.nextLong(),
        any(Unit.values()),
        word());
  }

  private ExecutionReport report() {
    return new ExecutionReport(
        word(),
        any(ExecType.values()),
        id(),
        word(),
        instrument(),
        any(Side.values()),
        any(OrdStatus.values()),
        word(),
        date(),
        random.nextLong(),
        random.nextLong(),
        random.nextLong(),
        random.nextLong(),
        word(),
        random.nextLong(),
        word());
  }

  private NewOrder newOrder() {
    boolean market = random.nextBoolean();
    return new NewOrder(
        originator(),
        key(),
        instrument(),
        any(Side.values()),
        market ? OrdType.MARKET : OrdType.LIMIT,
        positive(),
        market ? 0 : random.nextLong(),
        any(TimeInForce.values()),
        positive(),
        word());
  }

  private Originator originator() {
    return new Originator("DEMO", random.nextBoolean() ? "-" : "Jürgen", "momentum");
  }

  private InstrumentId instrument() {
    return new InstrumentId(random.nextBoolean() ? "ALFA" : "EUR/USD", "SIM");
  }

  private ClOrdId id() {
    return new ClOrdId("N" + random.nextInt(9), 1 + random.nextInt(99), 1 + random.nextInt(9_999));
  }

  private String key() {
    return "k".repeat(random.nextInt(65));
  }

  private long positive() {
    return 1 + (random.nextLong() >>> 2);
  }

  private LocalDate date() {
    return LocalDate.of(2020, 1, 1).plusDays(random.nextInt(5_000));
  }

  private String word() {
    return any(WORDS);
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
