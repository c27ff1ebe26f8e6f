package io.headgate.routes.camel.internal.order;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.CancelOrder;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdType;
import io.headgate.model.order.OrderIntent;
import io.headgate.model.order.Originator;
import io.headgate.model.order.ReplaceOrder;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;

/**
 * Reads one line as a new order, a replace or a cancel. Strict: an unknown, doubled, missing or
 * superfluous field refuses the line, because a guess about an order may cost money.
 */
public final class OrderLineParser {

  private OrderLineParser() {}

  /**
   * Reads a line.
   *
   * @throws OrderLineException if it says no order; the message names file, line, field, what was
   *     found and what was expected
   */
  public static OrderIntent parse(OrderLine line) {
    try {
      BoundedLines.requireWhole(line.text());
      Map<String, String> values =
          line.columns().isEmpty()
              ? FlatJson.parse(line.text())
              : CsvLine.values(line.columns(), line.text());
      LineFields fields = new LineFields(values);
      OrderIntent intent = intent(fields);
      fields.requireNothingLeft();
      return intent;
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new OrderLineException(line, String.valueOf(e.getMessage()));
    }
  }

  private static OrderIntent intent(LineFields fields) {
    String action = fields.optional("action", "NEW");
    return switch (action) {
      case "NEW" -> newOrder(fields);
      case "REPLACE" ->
          new ReplaceOrder(
              originator(fields),
              key(fields),
              ClOrdId.parse(fields.required("origClOrdId")),
              number("quantity", fields.required("quantity")),
              number("limitPrice", fields.optional("limitPrice", "0")));
      case "CANCEL" ->
          new CancelOrder(
              originator(fields), key(fields), ClOrdId.parse(fields.required("origClOrdId")));
      default ->
          throw new IllegalArgumentException(
              "action is '%s', expected NEW, REPLACE or CANCEL".formatted(action));
    };
  }

  private static NewOrder newOrder(LineFields fields) {
    Originator originator = originator(fields);
    String key = key(fields);
    InstrumentId instrument = InstrumentId.parse(fields.required("instrument"));
    Side side = word(Side.class, "side", fields.required("side"));
    OrdType type = word(OrdType.class, "type", fields.required("type"));
    boolean limit = type == OrdType.LIMIT;
    TimeInForce timeInForce =
        word(
            TimeInForce.class,
            "timeInForce",
            fields.optional("timeInForce", limit ? "DAY" : "IOC"));
    return new NewOrder(
        originator,
        key,
        instrument,
        side,
        type,
        number("quantity", fields.required("quantity")),
        limit ? number("limitPrice", fields.required("limitPrice")) : 0,
        timeInForce,
        timeInForce == TimeInForce.GTD ? instant(fields.required("expireTime")) : 0,
        fields.optional("broker", ""));
  }

  private static Originator originator(LineFields fields) {
    return new Originator(
        fields.required("account"),
        fields.optional("trader", Originator.NONE),
        fields.optional("strategy", Originator.NONE));
  }

  /** Without a key, a file that is read again after a crash would send its orders twice. */
  private static String key(LineFields fields) {
    String key = fields.required("idempotencyKey");
    if (key.length() > 64) {
      throw new IllegalArgumentException(
          "idempotencyKey has %d characters, at most 64 are allowed".formatted(key.length()));
    }
    return key;
  }

  private static long number(String field, String text) {
    try {
      return Fixed.parse(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s %s, expected a number such as 100 or 1.0825".formatted(field, e.getMessage()), e);
    }
  }

  private static long instant(String text) {
    try {
      Instant instant = Instant.parse(text);
      return Math.addExact(
          Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    } catch (DateTimeParseException | ArithmeticException e) {
      throw new IllegalArgumentException(
          "expireTime is '%s', expected UTC such as 2026-03-31T20:00:00Z".formatted(text), e);
    }
  }

  private static <E extends Enum<E>> E word(Class<E> type, String field, String text) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(
        "%s is '%s', expected one of %s"
            .formatted(field, text, Arrays.toString(type.getEnumConstants())));
  }
}
