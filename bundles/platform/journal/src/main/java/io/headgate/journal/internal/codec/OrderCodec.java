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

  /** A Send of the intent as it stands: its terms are not written twice. */
  private static final int NEW_AS_ASKED = 'A';

  private static final int NONE = 0;

  private OrderCodec() {}

  static void writeId(ClOrdId id, RecordOutput out) {
    out.putText(id.node());
    out.putCompact(id.epoch());
    out.putCompact(id.sequence());
  }

  static ClOrdId readId(RecordInput in) {
    return new ClOrdId(in.getText(), Math.toIntExact(in.getCompact()), in.getCompact());
  }

  static void writeInstrument(InstrumentId id, RecordOutput out) {
    out.putText(id.symbol());
    out.putText(id.venue());
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
      out.putCompact(replace.quantity());
      out.putCompact(replace.limitPrice());
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
              readOriginator(in), in.getText(), readId(in), in.getCompact(), in.getCompact());
      case CANCEL -> new CancelOrder(readOriginator(in), in.getText(), readId(in));
      default -> throw new MalformedRecordException("no intent has the code " + kind);
    };
  }

  static void writeCommand(@Nullable OrderCommand command, OrderIntent intent, RecordOutput out) {
    if (command instanceof OrderCommand.Send send && send.order().equals(intent)) {
      out.putByte(NEW_AS_ASKED);
      writeId(send.clOrdId(), out);
      out.putText(send.broker());
    } else if (command instanceof OrderCommand.Send send) {
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

  static @Nullable OrderCommand readCommand(RecordInput in, OrderIntent intent) {
    int kind = in.getByte();
    return switch (kind) {
      case NONE -> null;
      case NEW_AS_ASKED -> new OrderCommand.Send(readId(in), in.getText(), asked(intent));
      case NEW -> new OrderCommand.Send(readId(in), in.getText(), readOrder(in));
      case REPLACE -> new OrderCommand.Replace(readId(in), readId(in), in.getText(), readOrder(in));
      case CANCEL ->
          new OrderCommand.Cancel(
              readId(in), readId(in), in.getText(), in.getInstrument(), EnumCode.SIDE.read(in));
      default -> throw new MalformedRecordException("no command has the code " + kind);
    };
  }

  private static NewOrder asked(OrderIntent intent) {
    if (intent instanceof NewOrder order) {
      return order;
    }
    throw new MalformedRecordException("the command repeats an intent that is no new order");
  }

  private static void writeOrder(NewOrder order, RecordOutput out) {
    writeOriginator(order.originator(), out);
    out.putText(order.idempotencyKey());
    writeInstrument(order.instrument(), out);
    EnumCode.SIDE.write(order.side(), out);
    EnumCode.ORD_TYPE.write(order.type(), out);
    out.putCompact(order.quantity());
    out.putCompact(order.limitPrice());
    EnumCode.TIME_IN_FORCE.write(order.timeInForce(), out);
    out.putCompact(order.expireTime());
    out.putText(order.broker());
  }

  private static NewOrder readOrder(RecordInput in) {
    return new NewOrder(
        readOriginator(in),
        in.getText(),
        in.getInstrument(),
        EnumCode.SIDE.read(in),
        EnumCode.ORD_TYPE.read(in),
        in.getCompact(),
        in.getCompact(),
        EnumCode.TIME_IN_FORCE.read(in),
        in.getCompact(),
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
