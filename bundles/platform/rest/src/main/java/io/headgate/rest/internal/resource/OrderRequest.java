package io.headgate.rest.internal.resource;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdType;
import io.headgate.model.order.Originator;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.rest.internal.json.Fields;
import io.headgate.rest.internal.problem.ProblemType;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

/**
 * A new order as a client sends it; numbers are scaled by nine decimals.
 *
 * @param account account that pays and holds the position
 * @param instrument what to trade
 * @param side buy or sell
 * @param type market or limit
 * @param quantity above 0
 * @param limitPrice 0 for a market order
 * @param timeInForce how long it stays
 * @param expireTime UTC nanoseconds since 1970; 0 unless GTD
 * @param broker connector; empty: the venue decides
 * @param strategy strategy that it belongs to; {@code -} for none
 */
@Schema(
    name = "NewOrder",
    description =
        "A new order. Decimals are JSON strings or numbers and are read exactly, without rounding; other fields than these are refused.",
    additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
public record OrderRequest(
    @Schema(
            description = "Account that pays and holds the position",
            maxLength = 32,
            requiredMode = RequiredMode.REQUIRED,
            example = "ALPHA")
        String account,
    @Schema(
            implementation = String.class,
            description = "SYMBOL.VENUE",
            requiredMode = RequiredMode.REQUIRED,
            example = "EURUSD.FXCM")
        InstrumentId instrument,
    @Schema(requiredMode = RequiredMode.REQUIRED) Side side,
    @Schema(requiredMode = RequiredMode.REQUIRED) OrdType type,
    @Schema(
            implementation = String.class,
            format = "decimal",
            description = "OrderQty, above 0, at most nine decimals",
            requiredMode = RequiredMode.REQUIRED,
            example = "1000")
        long quantity,
    @Schema(
            implementation = String.class,
            format = "decimal",
            description = "Price of a LIMIT order, at most nine decimals; absent for MARKET",
            example = "1.0842")
        long limitPrice,
    @Schema(description = "DAY where absent", defaultValue = "DAY") TimeInForce timeInForce,
    @Schema(
            implementation = String.class,
            format = "date-time",
            description = "ExpireTime of a GTD order; absent otherwise",
            example = "2030-01-31T17:00:00Z")
        long expireTime,
    @Schema(description = "Connector to send it to; absent: the instrument's venue decides")
        String broker,
    @Schema(description = "Strategy whose order it is; absent for a person's own", maxLength = 32)
        String strategy) {

  private static final int MAX_NAME = 32;

  /**
   * Reads a request.
   *
   * @throws io.headgate.rest.internal.problem.ProblemException if a field is missing, unknown or
   *     out of range
   */
  public static OrderRequest read(Fields fields) {
    String account = fields.text("account", MAX_NAME);
    InstrumentId instrument = instrument(fields);
    Side side = fields.word("side", Side.class);
    OrdType type = fields.word("type", OrdType.class);
    long quantity = fields.decimal("quantity", q -> q > 0, "above 0");
    long limitPrice = limitPrice(fields, type);
    TimeInForce timeInForce =
        fields.has("timeInForce") ? fields.word("timeInForce", TimeInForce.class) : TimeInForce.DAY;
    long expireTime = expireTime(fields, timeInForce);
    String broker = fields.text("broker", MAX_NAME, "");
    String strategy = fields.text("strategy", MAX_NAME, Originator.NONE);
    fields.done();
    return new OrderRequest(
        account,
        instrument,
        side,
        type,
        quantity,
        limitPrice,
        timeInForce,
        expireTime,
        broker,
        strategy);
  }

  private static InstrumentId instrument(Fields fields) {
    String text = fields.text("instrument", 64);
    if (!text.isEmpty()) {
      try {
        return InstrumentId.parse(text);
      } catch (IllegalArgumentException e) {
        fields.wrong("instrument", "SYMBOL.VENUE in capitals, as in EURUSD.FXCM");
      }
    }
    return new InstrumentId("X", "X");
  }

  private static long limitPrice(Fields fields, OrdType type) {
    if (type == OrdType.LIMIT) {
      return fields.decimal("limitPrice", p -> p != 0, "a price");
    }
    if (fields.has("limitPrice")) {
      fields.wrong("limitPrice", "none, because the order is MARKET");
    }
    return 0;
  }

  private static long expireTime(Fields fields, TimeInForce timeInForce) {
    if (timeInForce == TimeInForce.GTD) {
      return fields.time("expireTime");
    }
    if (fields.has("expireTime")) {
      fields.wrong("expireTime", "none, because timeInForce is not GTD");
    }
    return 0;
  }

  /** The order that a logged-in person asks for. */
  NewOrder toOrder(String trader, String idempotencyKey) {
    try {
      return new NewOrder(
          new Originator(account, trader, strategy),
          idempotencyKey,
          instrument,
          side,
          type,
          quantity,
          limitPrice,
          timeInForce,
          expireTime,
          broker);
    } catch (IllegalArgumentException e) {
      throw ProblemType.INVALID_FIELDS.problem(String.valueOf(e.getMessage())).exception();
    }
  }
}
