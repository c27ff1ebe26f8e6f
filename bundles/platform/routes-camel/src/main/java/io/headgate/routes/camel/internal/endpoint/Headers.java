package io.headgate.routes.camel.internal.endpoint;

/** Headers that the endpoints set, for content-based routing and for file names. */
public final class Headers {

  /** Connector of an approved command or a report. */
  public static final String BROKER = "HeadgateBroker";

  /** Instrument, {@code SYMBOL.VENUE}. */
  public static final String INSTRUMENT = "HeadgateInstrument";

  /** Venue code of the instrument. */
  public static final String VENUE = "HeadgateVenue";

  /** Account of the order. */
  public static final String ACCOUNT = "HeadgateAccount";

  /** Simple type of an approved command: Send, Replace or Cancel. */
  public static final String COMMAND = "HeadgateCommand";

  /** ExecType of a report. */
  public static final String EXEC_TYPE = "HeadgateExecType";

  /** Trading date of a report, UTC date of a decision: {@code yyyy-MM-dd}. */
  public static final String DATE = "HeadgateDate";

  /** Whether a decision accepts. */
  public static final String ACCEPTED = "HeadgateAccepted";

  /** Whether an order line says no order, or uses the key of another; nothing was sent then. */
  public static final String REJECTED = "HeadgateRejected";

  /** Reason code of a denial; empty when accepted. */
  public static final String REASON = "HeadgateReason";

  /** Key of an order that is given none by its body. */
  public static final String IDEMPOTENCY_KEY = "HeadgateIdempotencyKey";

  /** What became of an order line, one line of JSON. */
  public static final String OUTCOME = "HeadgateOutcome";

  private Headers() {}
}
