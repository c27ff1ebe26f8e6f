package io.headgate.journal.internal.codec;

import io.headgate.model.execution.ExecutionReport;
import io.headgate.spi.control.ControlScope;
import io.headgate.spi.journal.JournalRecord;
import io.headgate.spi.journal.JournalRecord.Controlled;
import io.headgate.spi.journal.JournalRecord.Decided;
import io.headgate.spi.journal.JournalRecord.Executed;
import io.headgate.spi.journal.JournalRecord.InDoubt;
import io.headgate.spi.journal.JournalRecord.NotSent;
import io.headgate.spi.journal.JournalRecord.Rolled;
import io.headgate.spi.journal.JournalRecord.Sent;
import io.headgate.spi.journal.JournalRecord.Started;
import java.time.DateTimeException;

/**
 * Every kind of record as bytes. A type code is never given to another kind; a change of form
 * raises {@link #VERSION}, and {@link #read} refuses what has another, naming both.
 */
public final class RecordCodec {

  /** Version of the form that is written. */
  public static final int VERSION = 2;

  private static final int STARTED = 1;
  private static final int DECIDED = 2;
  private static final int SENT = 3;
  private static final int NOT_SENT = 4;
  private static final int IN_DOUBT = 5;
  private static final int EXECUTED = 6;
  private static final int CONTROLLED = 7;
  private static final int ROLLED = 8;

  private RecordCodec() {}

  /**
   * Writes a record.
   *
   * @return its type code, 1 to 127
   */
  public static int write(JournalRecord record, RecordOutput out) {
    if (record instanceof Decided decided) {
      DecisionCodec.write(decided, out);
      return DECIDED;
    }
    out.putLong(record.timestamp());
    if (record instanceof Sent sent) {
      OrderCodec.writeId(sent.clOrdId(), out);
      return SENT;
    } else if (record instanceof Executed executed) {
      writeReport(executed.report(), out);
      return EXECUTED;
    } else if (record instanceof NotSent notSent) {
      OrderCodec.writeId(notSent.clOrdId(), out);
      out.putFreeText(notSent.reason());
      return NOT_SENT;
    } else if (record instanceof InDoubt inDoubt) {
      OrderCodec.writeId(inDoubt.clOrdId(), out);
      out.putFreeText(inDoubt.reason());
      return IN_DOUBT;
    } else if (record instanceof Controlled controlled) {
      writeControl(controlled, out);
      return CONTROLLED;
    } else if (record instanceof Rolled rolled) {
      out.putText(rolled.calendar());
      out.putDate(rolled.tradingDate());
      return ROLLED;
    } else {
      Started started = (Started) record;
      out.putText(started.node());
      out.putCompact(started.epoch());
      out.putText(started.version());
      return STARTED;
    }
  }

  /**
   * Reads a record.
   *
   * @param type its type code
   * @param version version of its form
   * @param in its bytes
   * @param sequence its sequence number, which a decision carries
   * @throws MalformedRecordException if this version does not know type or form
   */
  public static JournalRecord read(int type, int version, RecordInput in, long sequence) {
    if (version != VERSION) {
      throw new MalformedRecordException(
          "it has form %d, this version of Headgate reads form %d".formatted(version, VERSION));
    }
    try {
      JournalRecord record = read(type, in, sequence);
      if (in.remaining() != 0) {
        throw new MalformedRecordException(in.remaining() + " bytes are left over");
      }
      return record;
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      throw new MalformedRecordException("a field is out of range: " + e.getMessage(), e);
    }
  }

  /** What a record of a type is; any record where this version does not know the type. */
  public static Class<? extends JournalRecord> kind(int type) {
    return switch (type) {
      case STARTED -> Started.class;
      case DECIDED -> Decided.class;
      case SENT -> Sent.class;
      case NOT_SENT -> NotSent.class;
      case IN_DOUBT -> InDoubt.class;
      case EXECUTED -> Executed.class;
      case CONTROLLED -> Controlled.class;
      case ROLLED -> Rolled.class;
      default -> JournalRecord.class;
    };
  }

  private static JournalRecord read(int type, RecordInput in, long sequence) {
    return switch (type) {
      case STARTED ->
          new Started(in.getLong(), in.getText(), Math.toIntExact(in.getCompact()), in.getText());
      case DECIDED -> DecisionCodec.read(in, sequence);
      case SENT -> new Sent(in.getLong(), OrderCodec.readId(in));
      case NOT_SENT -> new NotSent(in.getLong(), OrderCodec.readId(in), in.getText());
      case IN_DOUBT -> new InDoubt(in.getLong(), OrderCodec.readId(in), in.getText());
      case EXECUTED -> new Executed(in.getLong(), readReport(in));
      case CONTROLLED -> readControl(in);
      case ROLLED -> new Rolled(in.getLong(), in.getText(), in.getDate());
      default -> throw new MalformedRecordException("no record has the type " + type);
    };
  }

  private static void writeControl(Controlled controlled, RecordOutput out) {
    EnumCode.SCOPE.write(controlled.scope().kind(), out);
    out.putText(controlled.scope().name());
    EnumCode.TRADING_STATE.write(controlled.state(), out);
    out.putText(controlled.who());
    out.putFreeText(controlled.why());
    out.putBoolean(controlled.lifts());
  }

  private static Controlled readControl(RecordInput in) {
    return new Controlled(
        in.getLong(),
        new ControlScope(EnumCode.SCOPE.read(in), in.getText()),
        EnumCode.TRADING_STATE.read(in),
        in.getText(),
        in.getText(),
        in.getBoolean());
  }

  private static void writeReport(ExecutionReport report, RecordOutput out) {
    out.putText(report.broker());
    EnumCode.EXEC_TYPE.write(report.execType(), out);
    OrderCodec.writeId(report.clOrdId(), out);
    out.putText(report.venueOrderId());
    OrderCodec.writeInstrument(report.instrument(), out);
    EnumCode.SIDE.write(report.side(), out);
    EnumCode.ORD_STATUS.write(report.ordStatus(), out);
    out.putText(report.tradeKey());
    out.putDate(report.tradingDate());
    out.putCompact(report.lastQty());
    out.putCompact(report.lastPx());
    out.putCompact(report.cumQty());
    out.putCompact(report.fee());
    out.putText(report.feeCurrency());
    out.putLong(report.tsEvent());
    out.putFreeText(report.text());
  }

  private static ExecutionReport readReport(RecordInput in) {
    return new ExecutionReport(
        in.getText(),
        EnumCode.EXEC_TYPE.read(in),
        OrderCodec.readId(in),
        in.getText(),
        in.getInstrument(),
        EnumCode.SIDE.read(in),
        EnumCode.ORD_STATUS.read(in),
        in.getText(),
        in.getDate(),
        in.getCompact(),
        in.getCompact(),
        in.getCompact(),
        in.getCompact(),
        in.getText(),
        in.getLong(),
        in.getText());
  }
}
