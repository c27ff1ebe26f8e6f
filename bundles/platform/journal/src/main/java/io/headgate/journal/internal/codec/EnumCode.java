package io.headgate.journal.internal.codec;

import io.headgate.model.decision.Severity;
import io.headgate.model.decision.Unit;
import io.headgate.model.execution.ExecType;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.OrdType;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.spi.control.ControlScope;
import io.headgate.spi.control.TradingState;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One byte for each constant of an enum. FIX values where FIX has them; for the others a letter
 * given here, so that reordering an enum never changes what an old journal says.
 */
final class EnumCode<E extends Enum<E>> {

  static final EnumCode<Side> SIDE = new EnumCode<>(Side.values(), Side::fix);
  static final EnumCode<OrdType> ORD_TYPE = new EnumCode<>(OrdType.values(), OrdType::fix);
  static final EnumCode<TimeInForce> TIME_IN_FORCE =
      new EnumCode<>(TimeInForce.values(), TimeInForce::fix);
  static final EnumCode<OrdStatus> ORD_STATUS = new EnumCode<>(OrdStatus.values(), OrdStatus::code);
  static final EnumCode<ExecType> EXEC_TYPE = new EnumCode<>(ExecType.values(), ExecType::code);
  static final EnumCode<Severity> SEVERITY =
      new EnumCode<>(
          Severity.values(),
          severity ->
              switch (severity) {
                case PASS -> 'P';
                case WARN -> 'W';
                case BLOCK -> 'B';
              });
  static final EnumCode<Unit> UNIT =
      new EnumCode<>(
          Unit.values(),
          unit ->
              switch (unit) {
                case QTY -> 'Q';
                case PRICE -> 'P';
                case AMOUNT -> 'A';
                case BPS -> 'B';
                case PERCENT -> '%';
                case COUNT -> 'C';
                case PER_SECOND -> 'S';
                case MILLIS -> 'M';
              });
  static final EnumCode<ControlScope.Kind> SCOPE =
      new EnumCode<>(
          ControlScope.Kind.values(),
          kind ->
              switch (kind) {
                case NODE -> 'N';
                case ACCOUNT -> 'A';
                case STRATEGY -> 'S';
                case INSTRUMENT -> 'I';
              });
  static final EnumCode<TradingState> TRADING_STATE =
      new EnumCode<>(
          TradingState.values(),
          state ->
              switch (state) {
                case ACTIVE -> 'A';
                case REDUCING -> 'R';
                case HALTED -> 'H';
              });

  private static final int BYTES = 256;

  private final byte[] codes;
  private final @Nullable Object[] constants = new @Nullable Object[BYTES];
  private final Class<E> type;

  private EnumCode(E[] values, ToIntFunction<E> code) {
    this.type = values[0].getDeclaringClass();
    this.codes = new byte[values.length];
    for (E value : values) {
      int given = code.applyAsInt(value);
      if (constants[given] != null) {
        throw new IllegalStateException(
            "%s and %s share the code '%c'".formatted(constants[given], value, given));
      }
      codes[value.ordinal()] = (byte) given;
      constants[given] = value;
    }
  }

  void write(E value, RecordOutput out) {
    out.putByte(codes[value.ordinal()]);
  }

  E read(RecordInput in) {
    int code = in.getByte();
    Object constant = constants[code];
    if (constant == null) {
      throw new MalformedRecordException(
          "no %s has the code %d".formatted(type.getSimpleName(), code));
    }
    return type.cast(constant);
  }
}
