package io.headgate.journal.internal.codec;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.order.CancelOrder;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrderCommand;
import io.headgate.model.order.OrderIntent;
import io.headgate.model.order.Originator;
import io.headgate.model.order.ReplaceOrder;
import org.jspecify.annotations.Nullable;

/** Intents and commands as bytes. */
final class OrderCodec {

  private static final int NEW = 'D';
  private static final int REPLACE = 'G';
  private static final int CANCEL = 'F';
  private static final int NONE = 0;

  private OrderCodec() {}

  static void writeId(ClOrdId id, RecordOutput out) {
    out.putText(id.node());
    out.putInt(id.epoch());
    out.putLong(id.sequence());
  }

  static ClOrdId readId(RecordInput in) {
    return new ClOrdId(in.getText(), in.getInt(), in.getLong());
  }

  static void writeInstrument(InstrumentId id, RecordOutput out) {
    out.putText(id.symbol());
    out.putText(id.venue());
  }

  static InstrumentId readInstrument(RecordInput in) {
    return new InstrumentId(in.getText(), in.getText());
  }

  static void writeIntent(OrderIntent intent, RecordOutput out) {
    if (intent instanceof NewOrder order) {
      out.putByte(NEW);
      writeOrder(order, out);
    } else if (intent instanceof ReplaceOrder replace) {
      out.putByte(REPLACE);
      writeOriginator(replace.originator(), out);
      out.putText(replace.idempotencyKey());
      writeId(replace.origClOrdId(), out);
      out.putLong(replace.quantity());
      out.putLong(replace.limitPrice());
    } else if (intent instanceof CancelOrder cancel) {
      out.putByte(CANCEL);
      writeOriginator(cancel.originator(), out);
      out.putText(cancel.idempotencyKey());
      writeId(cancel.origClOrdId(), out);
    }
  }

  static OrderIntent readIntent(RecordInput in) {
    int kind = in.getByte();
    return switch (kind) {
      case NEW -> readOrder(in);
      case REPLACE ->
          new ReplaceOrder(
              readOriginator(in), in.getText(), readId(in), in.getLong(), in.getLong());
      case CANCEL -> new CancelOrder(readOriginator(in), in.getText(), readId(in));
      default -> throw new MalformedRecordException("no intent has the code " + kind);
    };
  }

  static void writeCommand(@Nullable OrderCommand command, RecordOutput out) {
    if (command instanceof OrderCommand.Send send) {
      out.putByte(NEW);
      writeId(send.clOrdId(), out);
      out.putText(send.broker());
      writeOrder(send.order(), out);
    } else if (command instanceof OrderCommand.Replace replace) {
      out.putByte(REPLACE);
      writeId(replace.clOrdId(), out);
      writeId(replace.origClOrdId(), out);
      out.putText(replace.broker());
      writeOrder(replace.order(), out);
    } else if (command instanceof OrderCommand.Cancel cancel) {
      out.putByte(CANCEL);
      writeId(cancel.clOrdId(), out);
      writeId(cancel.origClOrdId(), out);
      out.putText(cancel.broker());
      writeInstrument(cancel.instrument(), out);
      EnumCode.SIDE.write(cancel.side(), out);
    } else {
      out.putByte(NONE);
    }
  }

  static @Nullable OrderCommand readCommand(RecordInput in) {
    int kind = in.getByte();
    return switch (kind) {
      case NONE -> null;
      case NEW -> new OrderCommand.Send(readId(in), in.getText(), readOrder(in));
      case REPLACE -> new OrderCommand.Replace(readId(in), readId(in), in.getText(), readOrder(in));
      case CANCEL ->
          new OrderCommand.Cancel(
              readId(in), readId(in), in.getText(), readInstrument(in), EnumCode.SIDE.read(in));
      default -> throw new MalformedRecordException("no command has the code " + kind);
    };
  }

  private static void writeOrder(NewOrder order, RecordOutput out) {
    writeOriginator(order.originator(), out);
    out.putText(order.idempotencyKey());
    writeInstrument(order.instrument(), out);
    EnumCode.SIDE.write(order.side(), out);
    EnumCode.ORD_TYPE.write(order.type(), out);
    out.putLong(order.quantity());
    out.putLong(order.limitPrice());
    EnumCode.TIME_IN_FORCE.write(order.timeInForce(), out);
    out.putLong(order.expireTime());
    out.putText(order.broker());
  }

  private static NewOrder readOrder(RecordInput in) {
    return new NewOrder(
        readOriginator(in),
        in.getText(),
        readInstrument(in),
        EnumCode.SIDE.read(in),
        EnumCode.ORD_TYPE.read(in),
        in.getLong(),
        in.getLong(),
        EnumCode.TIME_IN_FORCE.read(in),
        in.getLong(),
        in.getText());
  }

  private static void writeOriginator(Originator by, RecordOutput out) {
    out.putText(by.account());
    out.putText(by.trader());
    out.putText(by.strategy());
  }

  private static Originator readOriginator(RecordInput in) {
    return new Originator(in.getText(), in.getText(), in.getText());
  }
}
