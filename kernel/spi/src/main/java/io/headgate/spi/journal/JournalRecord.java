package io.headgate.spi.journal;

import io.headgate.model.decision.Decision;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.OrderCommand;
import io.headgate.spi.control.ControlScope;
import io.headgate.spi.control.TradingState;
import io.headgate.spi.rules.ContextImage;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the journal keeps. Times are UTC nanoseconds since 1970. */
public sealed interface JournalRecord {

  /** When it happened. */
  long timestamp();

  /**
   * The node started; durable before its first order (invariant I6).
   *
   * @param timestamp when
   * @param node node id
   * @param epoch its new epoch, above every earlier one
   * @param version version of Headgate
   */
  record Started(long timestamp, String node, int epoch, String version) implements JournalRecord {}

  /**
   * DECISION: an intent was decided on.
   *
   * @param timestamp when
   * @param decision verdicts, rule-set hash, the intent itself; its {@code sequence} is given by
   *     the journal when it is read
   * @param command what is to be sent; null when denied
   * @param context everything that the rules saw; null for a cancel and for a request that was
   *     refused before its context could be made (unknown instrument, account or order)
   */
  record Decided(
      long timestamp,
      Decision decision,
      @Nullable OrderCommand command,
      @Nullable ContextImage context)
      implements JournalRecord {}

  /**
   * SENT: a command was handed to the venue.
   *
   * @param timestamp when
   * @param clOrdId ClOrdID of the command
   */
  record Sent(long timestamp, ClOrdId clOrdId) implements JournalRecord {}

  /**
   * NOT_SENT: a command certainly did not reach the venue.
   *
   * @param timestamp when
   * @param clOrdId ClOrdID of the command
   * @param reason why
   */
  record NotSent(long timestamp, ClOrdId clOrdId, String reason) implements JournalRecord {}

  /**
   * Nobody knows whether a command reached the venue.
   *
   * @param timestamp when
   * @param clOrdId ClOrdID of the command
   * @param reason why
   */
  record InDoubt(long timestamp, ClOrdId clOrdId, String reason) implements JournalRecord {}

  /**
   * A report of a venue, kept before it is applied.
   *
   * @param timestamp when it was received
   * @param report the report
   */
  record Executed(long timestamp, ExecutionReport report) implements JournalRecord {}

  /**
   * A kill, a request to re-arm, or a re-arm.
   *
   * @param timestamp when
   * @param scope what it covers
   * @param state HALTED or REDUCING when set; ACTIVE for a request to re-arm
   * @param who login of the person, or the part of the node
   * @param why reason given
   * @param lifts whether this request lifted it
   */
  record Controlled(
      long timestamp, ControlScope scope, TradingState state, String who, String why, boolean lifts)
      implements JournalRecord {}

  /**
   * A trading day began: DAY orders of the day before have ended, daily counters are zero.
   *
   * @param timestamp when
   * @param calendar name of the calendar that rolled
   * @param tradingDate the day that began
   */
  record Rolled(long timestamp, String calendar, LocalDate tradingDate) implements JournalRecord {}
}
