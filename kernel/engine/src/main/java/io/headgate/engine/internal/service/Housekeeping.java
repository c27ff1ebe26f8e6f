package io.headgate.engine.internal.service;

import io.headgate.engine.internal.ledger.EngineState;
import io.headgate.engine.internal.loop.EventLoop;
import io.headgate.engine.internal.order.OrderState;
import io.headgate.engine.internal.outbound.Lanes;
import io.headgate.engine.internal.outbound.Outbox;
import io.headgate.engine.internal.outbound.SendJournal;
import io.headgate.engine.internal.path.Rehearsal;
import io.headgate.model.instrument.Instrument;
import io.headgate.model.instrument.TradingCalendar;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.TimeInForce;
import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.control.TradingState;
import io.headgate.spi.journal.Journal;
import io.headgate.spi.journal.JournalException;
import io.headgate.spi.journal.JournalRecord;
import io.headgate.spi.time.Timers;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the loop does by the clock: asks about orders in doubt, takes back what a route has lost,
 * and ends DAY orders when their trading day rolls.
 */
final class Housekeeping {

  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
  private static final long REHEARSAL_PAUSE_NANOS = 1_000_000L;
  private static final long RULES_PAUSE_NANOS = 100_000_000L;
  private static final long PERIOD_NANOS = 1_000_000_000L;

  /** A venue that has not acknowledged by then is asked. */
  private static final long ANSWER_NANOS = 5_000_000_000L;

  private static final String LATE = "the route did not deliver it within 5 s";

  private final EventLoop loop;
  private final EngineState state;
  private final Lanes lanes;
  private final Outbox outbox;
  private final SendJournal results;
  private final Consumer<OrderState> cancel;
  private final Map<String, Roll> rolls = new HashMap<>();

  /** DAY orders whose day has ended. */
  private final Set<ClOrdId> over = new HashSet<>();

  private List<Instrument> scheduledFor = List.of();

  /** The next roll of a calendar. */
  private record Roll(TradingCalendar calendar, Timers.Timer timer) {}

  Housekeeping(
      EventLoop loop,
      EngineState state,
      Lanes lanes,
      Outbox outbox,
      SendJournal results,
      Consumer<OrderState> cancel) {
    this.loop = loop;
    this.state = state;
    this.lanes = lanes;
    this.outbox = outbox;
    this.results = results;
    this.cancel = cancel;
  }

  /** Begins; in the loop. */
  void start(Journal journal) {
    scheduleCheck(journal);
    scheduleRolls(journal);
  }

  /**
   * A day may have begun while the node was down. It is recorded like every other, so that the next
   * restart on the same day finds it begun; DAY orders of a day before it are cancelled.
   */
  void catchUp(Journal journal) {
    for (Instrument instrument : state.reference().instruments()) {
      TradingCalendar calendar = instrument.calendar();
      LocalDate tradingDate = calendar.tradingDate(now());
      if (state.day().isNew(tradingDate)) {
        begin(calendar, tradingDate, journal);
      }
    }
    for (OrderState order : state.orders().open()) {
      TradingCalendar calendar = order.subject().instrument().calendar();
      if (isDay(order)
          && calendar.tradingDate(order.created()).isBefore(calendar.tradingDate(now()))) {
        over.add(order.id());
      }
    }
  }

  private static boolean isDay(OrderState order) {
    return order.terms().timeInForce() == TimeInForce.DAY;
  }

  private void begin(TradingCalendar calendar, LocalDate tradingDate, Journal journal) {
    try {
      journal.append(new JournalRecord.Rolled(now(), calendar.name(), tradingDate));
    } catch (JournalException e) {
      state.alarms().raise("journal.append", Alarm.Level.CRITICAL, String.valueOf(e.getMessage()));
    }
    results.rolled(tradingDate);
  }

  /** Also of calendars that are new or changed since. */
  private void scheduleRolls(Journal journal) {
    List<Instrument> instruments = state.reference().instruments();
    if (instruments == scheduledFor) {
      return;
    }
    scheduledFor = instruments;
    Map<String, TradingCalendar> calendars = new LinkedHashMap<>();
    for (Instrument instrument : instruments) {
      calendars.putIfAbsent(instrument.calendar().name(), instrument.calendar());
    }
    for (TradingCalendar calendar : calendars.values()) {
      Roll roll = rolls.get(calendar.name());
      if (roll == null || !roll.calendar().equals(calendar)) {
        if (roll != null) {
          roll.timer().cancel();
        }
        scheduleRoll(calendar, journal);
      }
    }
  }

  /** Between the tasks of the loop, as soon as there are rules; the node is ready meanwhile. */
  void rehearse(Rehearsal rehearsal) {
    boolean ready = rehearsal.isReady();
    try {
      if (ready && !rehearsal.step(now())) {
        return;
      }
    } catch (RuntimeException e) {
      LOG.info("The path of orders is not rehearsed any further; the first orders take longer", e);
      return;
    }
    loop.timers()
        .schedule(
            now() + (ready ? REHEARSAL_PAUSE_NANOS : RULES_PAUSE_NANOS), () -> rehearse(rehearsal));
  }

  private void scheduleCheck(Journal journal) {
    loop.timers()
        .schedule(
            now() + PERIOD_NANOS,
            () -> {
              scheduleCheck(journal);
              state.market().refresh();
              state.exposure().observe();
              scheduleRolls(journal);
              check();
            });
  }

  private void check() {
    over.removeIf(this::hasEnded);
    for (OrderState order : List.copyOf(state.orders().open())) {
      boolean late = now() - order.updated() > ANSWER_NANOS;
      ClOrdId cancelId = order.pendingCancel();
      if (late && cancelId != null && outbox.withdraw(cancelId, LATE)) {
        continue;
      }
      if (order.inDoubt()) {
        ask(order);
      } else if (late && order.awaitsAnswer()) {
        if (!outbox.withdraw(order.awaited(), LATE)) {
          results.doubt(order.id(), "no answer from the venue within 5 s");
          ask(order);
        }
      } else if (late && (isKilled(order) || over.contains(order.id()))) {
        // Until nothing is left: a cancel that came to nothing is sent again.
        cancel.accept(order);
      }
    }
  }

  private boolean hasEnded(ClOrdId id) {
    OrderState order = state.orders().find(id);
    return order == null || order.isTerminal();
  }

  private boolean isKilled(OrderState order) {
    return state
            .latch()
            .state(order.terms().originator(), order.subject().instrument().id().toString())
        == TradingState.HALTED;
  }

  /** Asks about every order in doubt of one connector; in the loop. */
  void resolve(String broker) {
    for (OrderState order : List.copyOf(state.orders().open())) {
      if (order.inDoubt() && order.broker().equals(broker)) {
        ask(order);
      }
    }
  }

  private void ask(OrderState order) {
    // What has not left yet must not leave any more: the venue is about to deny that it has it.
    if (outbox.withdraw(order.id(), "taken back: in doubt before it was sent")) {
      return;
    }
    OrderState.PendingReplace replace = order.pendingReplace();
    if (replace != null
        && outbox.withdraw(replace.clOrdId(), "taken back: in doubt before it was sent")) {
      return;
    }
    lanes.requestStatus(
        order.broker(), order.latest(), order.subject().instrument().id(), order.terms().side());
  }

  private void scheduleRoll(TradingCalendar calendar, Journal journal) {
    Timers.Timer timer =
        loop.timers()
            .schedule(
                calendar.nextRoll(now()),
                () -> {
                  scheduleRoll(calendar, journal);
                  roll(calendar, journal);
                });
    rolls.put(calendar.name(), new Roll(calendar, timer));
  }

  private void roll(TradingCalendar calendar, Journal journal) {
    begin(calendar, calendar.tradingDate(now()), journal);
    for (OrderState order : List.copyOf(state.orders().open())) {
      boolean ends =
          isDay(order) && order.subject().instrument().calendar().name().equals(calendar.name());
      if (ends) {
        over.add(order.id());
        cancel.accept(order);
      }
    }
  }

  private long now() {
    return loop.clock().epochNanos();
  }
}
