package io.headgate.engine.internal.service;

import static io.headgate.engine.internal.service.EngineFixture.ME;
import static io.headgate.engine.internal.service.EngineFixture.buy;
import static io.headgate.engine.internal.service.EngineFixture.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.decision.Decision;
import io.headgate.model.decision.Unit;
import io.headgate.model.instrument.Instrument;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.CancelOrder;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.Order;
import io.headgate.model.order.Originator;
import io.headgate.model.order.ReplaceOrder;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.model.position.Position;
import io.headgate.spi.control.ControlScope;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.rules.ContextImage;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.spi.rules.ContextText;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.fake.InMemoryJournal;
import io.headgate.testkit.fake.UnlimitedRights;
import io.headgate.testkit.market.SeededMarket;
import io.headgate.testkit.venue.Reaction;
import io.headgate.testkit.venue.VenueSimulator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine counts and adds up over time, as rules see it. */
class RiskFactsTest {

  private static final Originator ROBOT = Originator.strategy("ACC1", "robot");
  private static final long DAY_MILLIS = 86_400_000;

  private final InMemoryJournal journal = InMemoryJournal.durableAtOnce();
  private final VenueSimulator venue = new VenueSimulator("sim");
  private EngineFixture fixture = new EngineFixture(journal, new UnlimitedRights(), venue);

  @BeforeEach
  void start() {
    fixture.started();
    venue.reacting(Reaction.FILL);
  }

  private EngineFixture restarted() {
    return new EngineFixture(journal.crashed(), new UnlimitedRights(), new VenueSimulator("sim"))
        .started();
  }

  /** What the rules see of an order that they then block. */
  private static ContextImage seen(EngineFixture fixture, NewOrder order) {
    List<ContextImage> images = new ArrayList<>();
    fixture.rules.set(
        context -> {
          images.add(context.image());
          context.block("PROBE_ONLY", 0, 0, Unit.COUNT);
        });
    fixture.submit(order);
    fixture.rules.set(context -> {});
    return images.get(0);
  }

  private long number(NewOrder order, ContextNumber field) {
    return seen(fixture, order).number(field);
  }

  private String shown(NewOrder order, ContextNumber field) {
    return field.unit().format(number(order, field));
  }

  private static NewOrder by(Originator who, Instrument what, Side side, long qty, String price) {
    return NewOrder.limit(
        who, what.id(), side, qty * Fixed.ONE, Fixed.parse(price), TimeInForce.GTC);
  }

  private static NewOrder robot(Side side, long quantity, String price) {
    return by(ROBOT, FakeReferenceData.ACME, side, quantity, price);
  }

  @Test
  void theMarketOfTheLastMinutes() {
    fixture.quote(FakeReferenceData.ACME, "99", "101");
    assertThat(shown(buy(1, "100"), ContextNumber.SPREAD_BPS)).isEqualTo("200");
    assertThat(shown(buy(1, "90"), ContextNumber.PASSIVE_DISTANCE_BPS)).isEqualTo("1000");
    assertThat(shown(buy(1, "105"), ContextNumber.PASSIVE_DISTANCE_BPS)).isEqualTo("0");
    assertThat(shown(buy(250, "105"), ContextNumber.BOOK_PERCENT)).isEqualTo("25");

    fixture.quote(FakeReferenceData.ACME, "109", "111");
    assertThat(shown(buy(1, "110"), ContextNumber.RANGE_BPS)).isEqualTo("1000");
    assertThat(shown(buy(1, "110"), ContextNumber.PERIOD_DEVIATION_BPS))
        .as("10 above the lowest of the period")
        .isEqualTo("1000");
    assertThat(shown(sell(1, "110"), ContextNumber.PERIOD_DEVIATION_BPS)).isEqualTo("0");
    assertThat(shown(sell(1, "99"), ContextNumber.PERIOD_DEVIATION_BPS)).isEqualTo("1000");

    fixture.pass(200_000);
    fixture.quote(FakeReferenceData.ACME, "109", "111");
    assertThat(shown(buy(1, "110"), ContextNumber.RANGE_BPS)).isEqualTo("1000");
    fixture.pass(200_000);
    fixture.quote(FakeReferenceData.ACME, "109", "111");
    assertThat(shown(buy(1, "110"), ContextNumber.RANGE_BPS)).as("forgotten").isEqualTo("0");
    fixture.pass(900_000);
    fixture.quote(FakeReferenceData.ACME, "98.99", "99.01");
    assertThat(shown(buy(1, "100"), ContextNumber.RANGE_BPS))
        .as("a jump after a silence is a jump")
        .isEqualTo("1111.111111111");
    fixture.quote(FakeReferenceData.ACME, "101", "99");
    assertThat(shown(buy(1, "100"), ContextNumber.SPREAD_BPS)).as("crossed").isEqualTo("-200");
  }

  @Test
  void theShareOfTheDailyVolumeIsUnknownWithoutARow() {
    assertThat(number(buy(10, "100"), ContextNumber.ADV_PERCENT)).isEqualTo(Long.MAX_VALUE);
    fixture.limits.set(
        ResolvedLimits.builder(Long.MAX_VALUE)
            .block(LimitKind.AVERAGE_DAILY_VOLUME, 400 * Fixed.ONE, "limits/a.csv:2")
            .build());
    assertThat(shown(buy(10, "100"), ContextNumber.ADV_PERCENT)).isEqualTo("2.5");
  }

  @Test
  void theShareOfWhatIsUsuallyTradedIsByNotional() {
    assertThat(number(buy(10, "100"), ContextNumber.ADV_NOTIONAL_PERCENT))
        .isEqualTo(Long.MAX_VALUE);
    fixture.limits.set(
        ResolvedLimits.builder(Long.MAX_VALUE)
            .block(LimitKind.AVERAGE_DAILY_VOLUME, 400 * Fixed.ONE, "limits/a.csv:2")
            .build());
    assertThat(shown(buy(10, "102"), ContextNumber.ADV_NOTIONAL_PERCENT))
        .as("1020 of 400 at 100")
        .isEqualTo("2.55");

    fixture.limits.set(
        ResolvedLimits.builder(Long.MAX_VALUE)
            .block(LimitKind.AVERAGE_DAILY_VOLUME, 400 * Fixed.ONE, "limits/a.csv:2")
            .block(LimitKind.AVERAGE_DAILY_NOTIONAL, 8_000 * Fixed.AMOUNT_ONE, "limits/a.csv:3")
            .build());
    assertThat(shown(buy(10, "102"), ContextNumber.ADV_NOTIONAL_PERCENT))
        .as("what is given governs")
        .isEqualTo("12.75");

    fixture.quote(FakeReferenceData.FUTURE, "99", "101");
    fixture.limits.set(
        ResolvedLimits.builder(Long.MAX_VALUE)
            .block(LimitKind.AVERAGE_DAILY_VOLUME, 400 * Fixed.ONE, "limits/a.csv:2")
            .build());
    assertThat(
            shown(
                by(ME, FakeReferenceData.FUTURE, Side.BUY, 10, "100"),
                ContextNumber.ADV_NOTIONAL_PERCENT))
        .as("its multiplier on both sides")
        .isEqualTo("2.5");

    fixture.limits.set(
        ResolvedLimits.builder(Long.MAX_VALUE)
            .block(LimitKind.AVERAGE_DAILY_VOLUME, Long.MAX_VALUE - 1, "limits/a.csv:2")
            .build());
    assertThat(
            number(
                by(ME, FakeReferenceData.FUTURE, Side.BUY, 10, "100"),
                ContextNumber.ADV_NOTIONAL_PERCENT))
        .as("a volume that is no volume denies nothing")
        .isBetween(0L, Fixed.ONE);
  }

  @Test
  void auctionsComeBeforeTheOpenAndTheClose() {
    fixture.quote(FakeReferenceData.EURUSD, "1.09999", "1.10001");
    NewOrder order = by(ME, FakeReferenceData.EURUSD, Side.BUY, 1_000, "1.1");
    assertThat(seen(fixture, order).text(ContextText.PHASE)).isEqualTo("OPEN");
    fixture.limits.set(
        ResolvedLimits.builder(Long.MAX_VALUE)
            .block(LimitKind.CLOSING_AUCTION, 4 * DAY_MILLIS, "limits/a.csv:2")
            .block(LimitKind.OPENING_AUCTION, DAY_MILLIS, "limits/a.csv:3")
            .build());
    assertThat(seen(fixture, order).text(ContextText.PHASE)).isEqualTo("CLOSING_AUCTION");
    // Tuesday evening; the session ends on Friday at five and opens on Sunday at five.
    fixture.pass(3 * DAY_MILLIS);
    fixture.quote(FakeReferenceData.EURUSD, "1.09999", "1.10001");
    assertThat(seen(fixture, order).text(ContextText.PHASE)).isEqualTo("CLOSED");
    fixture.pass(DAY_MILLIS + DAY_MILLIS / 2);
    fixture.quote(FakeReferenceData.EURUSD, "1.09999", "1.10001");
    assertThat(seen(fixture, order).text(ContextText.PHASE)).isEqualTo("OPENING_AUCTION");
  }

  @Test
  void whatNoVenueHasAnsweredIsInFlight() {
    venue.reacting(Reaction.SILENT);
    assertThat(number(buy(1, "99"), ContextNumber.IN_FLIGHT_ORDERS)).isEqualTo(1);
    ClOrdId first = fixture.submit(buy(10, "99")).clOrdId();
    fixture.submit(buy(11, "99"));
    assertThat(number(buy(1, "99"), ContextNumber.IN_FLIGHT_ORDERS)).isEqualTo(3);
    venue.accept(first);
    assertThat(number(buy(1, "99"), ContextNumber.IN_FLIGHT_ORDERS)).isEqualTo(2);
    fixture.submit(new CancelOrder(ME, "", first));
    assertThat(number(buy(1, "99"), ContextNumber.IN_FLIGHT_ORDERS)).as("a cancel").isEqualTo(3);
    venue.cancel(first);
    assertThat(number(buy(1, "99"), ContextNumber.IN_FLIGHT_ORDERS)).isEqualTo(2);
    assertThat(
            number(
                by(Originator.trader("ACC2", "tom"), FakeReferenceData.ACME, Side.BUY, 1, "99"),
                ContextNumber.IN_FLIGHT_ORDERS))
        .as("another account")
        .isEqualTo(1);
    EngineFixture again = new EngineFixture(journal.crashed(), new UnlimitedRights(), venue);
    again.engine.start();
    assertThat(again.engine.<Integer>ask(state -> state.openInterest().inFlight("ACC1")))
        .as("in doubt after a restart")
        .isEqualTo(1);
  }

  @Test
  void messagesCountForTraderInstrumentAndFirm() {
    fixture.submit(buy(1, "90"));
    fixture.submit(by(Originator.trader("ACC2", "tom"), FakeReferenceData.BOLT, Side.BUY, 1, "40"));
    fixture.submit(robot(Side.BUY, 2, "90"));

    ContextImage image = seen(fixture, buy(3, "90"));
    assertThat(image.number(ContextNumber.FIRM_MESSAGE_RATE)).isEqualTo(4);
    assertThat(image.number(ContextNumber.TRADER_MESSAGE_RATE)).isEqualTo(3);
    assertThat(image.number(ContextNumber.INSTRUMENT_MESSAGE_RATE)).isEqualTo(3);
    fixture.pass(1_100);
    assertThat(number(buy(3, "90"), ContextNumber.FIRM_MESSAGE_RATE)).isEqualTo(1);
  }

  @Test
  void messagesForEachTradeOfTheDay() {
    venue.reacting(Reaction.ACKNOWLEDGE);
    for (int i = 1; i <= 4; i++) {
      fixture.submit(buy(i, "90"));
    }
    assertThat(number(buy(9, "90"), ContextNumber.MESSAGES_TODAY)).isEqualTo(5);
    assertThat(number(buy(9, "90"), ContextNumber.ORDER_TO_TRADE)).isEqualTo(5);
    venue.reacting(Reaction.FILL);
    fixture.submit(buy(5, "101"));
    fixture.submit(buy(6, "101"));
    assertThat(number(buy(9, "90"), ContextNumber.ORDER_TO_TRADE)).as("7 by 2").isEqualTo(4);
    assertThat(seen(restarted(), buy(9, "90")).number(ContextNumber.ORDER_TO_TRADE)).isEqualTo(4);

    assertThat(shown(buy(1, "100"), ContextNumber.DAY_ORDER_VALUE)).isEqualTo("2111");
    fixture.pass(DAY_MILLIS);
    fixture.quote(FakeReferenceData.ACME, "99.99", "100.01");
    assertThat(number(buy(9, "90"), ContextNumber.MESSAGES_TODAY)).as("a new day").isEqualTo(1);
    assertThat(shown(buy(1, "100"), ContextNumber.DAY_ORDER_VALUE)).isEqualTo("100");
  }

  @Test
  void aStrategyThatRepeatsItselfIsHaltedUntilPeopleLetItGoOn() {
    fixture.rules.set(
        context -> {
          if (context.getRepeatedExecutions() > 3) {
            context.block("HALT_STRATEGY_REPEATED", context.getRepeatedExecutions(), 3, Unit.COUNT);
          }
        });
    venue.reacting(Reaction.ACKNOWLEDGE);
    ClOrdId open = fixture.submit(robot(Side.BUY, 1, "90")).clOrdId();
    assertThat(fixture.submit(robot(Side.SELL, 1, "110")).accepted()).isTrue();
    assertThat(fixture.submit(robot(Side.BUY, 2, "90")).accepted()).isTrue();
    assertThat(fixture.submit(robot(Side.BUY, 3, "90")).accepted()).isTrue();

    Decision fourth = fixture.submit(robot(Side.BUY, 4, "90"));
    assertThat(fourth.reason()).isEqualTo("HALT_STRATEGY_REPEATED");
    assertThat(fixture.order(open).status()).isEqualTo(OrdStatus.CANCELED);
    assertThat(fixture.submit(robot(Side.SELL, 5, "110")).reason()).isEqualTo("KILL_HALTED");
    assertThat(fixture.submit(buy(1, "90")).accepted()).as("a person may").isTrue();
    fixture.pass(120_000);
    fixture.quote(FakeReferenceData.ACME, "99.99", "100.01");
    assertThat(fixture.submit(robot(Side.BUY, 6, "90")).reason())
        .as("time alone does not help")
        .isEqualTo("KILL_HALTED");

    ControlScope scope = new ControlScope(ControlScope.Kind.STRATEGY, "robot");
    assertThat(restarted().submit(robot(Side.BUY, 6, "90")).reason())
        .as("nor does a restart")
        .isEqualTo("KILL_HALTED");
    assertThat(fixture.control.restrictions().get(0).why()).contains("measured 4, limit 3");
    fixture.control.rearm(scope, "ann", "the cause is found").toCompletableFuture().join();
    assertThat(fixture.submit(robot(Side.BUY, 7, "90")).accepted()).isTrue();
    assertThat(number(robot(Side.BUY, 8, "90"), ContextNumber.REPEATED_EXECUTIONS))
        .as("counted from the re-arm on")
        .isEqualTo(2);
  }

  @Test
  void aReArmBeginsTheCountAnewEvenWithinTheMinute() {
    fixture.submit(robot(Side.BUY, 1, "90"));
    fixture.submit(robot(Side.BUY, 2, "90"));
    seen(fixture, robot(Side.BUY, 3, "90"));
    assertThat(number(robot(Side.BUY, 4, "90"), ContextNumber.DENIALS_LAST_MINUTE)).isEqualTo(1);
    ControlScope scope = new ControlScope(ControlScope.Kind.STRATEGY, "robot");
    fixture.control.kill(scope, "ann", "test").toCompletableFuture().join();
    fixture.control.rearm(scope, "ann", "ok").toCompletableFuture().join();

    ContextImage image = seen(fixture, robot(Side.BUY, 5, "90"));
    assertThat(image.number(ContextNumber.REPEATED_EXECUTIONS)).isEqualTo(1);
    assertThat(image.number(ContextNumber.DENIALS_LAST_MINUTE)).isZero();
    assertThat(
            seen(restarted(), robot(Side.BUY, 5, "90")).number(ContextNumber.REPEATED_EXECUTIONS))
        .isEqualTo(1);
    assertThat(number(buy(1, "90"), ContextNumber.REPEATED_EXECUTIONS)).as("a person").isZero();
  }

  @Test
  void denialsOfAStrategyThatWasNeverLetOutCountAlsoAfterARestart() {
    for (int i = 1; i <= 3; i++) {
      assertThat(number(robot(Side.BUY, i, "90"), ContextNumber.DENIALS_LAST_MINUTE))
          .isEqualTo(i - 1);
    }
    assertThat(
            seen(restarted(), robot(Side.BUY, 5, "90")).number(ContextNumber.DENIALS_LAST_MINUTE))
        .isEqualTo(3);
    assertThat(number(buy(1, "90"), ContextNumber.DENIALS_LAST_MINUTE)).as("a person").isZero();
  }

  @Test
  void aVerdictMayHaltTheAccount() {
    fixture.rules.set(context -> context.block("HALT_ACCOUNT_LOSS", 1, 0, Unit.COUNT));
    fixture.submit(buy(1, "90"));
    fixture.rules.set(context -> context.warn("HALT_ACCOUNT_LOSS", 1, 0, Unit.COUNT));
    assertThat(fixture.submit(buy(1, "90")).reason()).isEqualTo("KILL_HALTED");
    assertThat(
            fixture
                .submit(
                    by(Originator.trader("ACC2", "tom"), FakeReferenceData.ACME, Side.BUY, 1, "90"))
                .accepted())
        .as("another account, and a warning halts nobody")
        .isTrue();
  }

  @Test
  void exposuresToOneSideInOneNameAndSector() {
    fixture.submit(buy(30, "101"));
    fixture.submit(by(ME, FakeReferenceData.BOLT, Side.SELL, 20, "49"));

    ContextImage more = seen(fixture, buy(10, "100"));
    assertThat(Fixed.formatAmount(more.number(ContextNumber.ACCOUNT_GROSS))).isEqualTo("5000");
    assertThat(Fixed.formatAmount(more.number(ContextNumber.ACCOUNT_NET)))
        .as("40 × 100 - 20 × 50")
        .isEqualTo("3000");
    assertThat(Fixed.formatAmount(more.number(ContextNumber.INSTRUMENT_GROSS))).isEqualTo("4000");
    assertThat(Fixed.formatAmount(more.number(ContextNumber.SECTOR_GROSS))).isEqualTo("5000");
    assertThat(shown(sell(10, "100"), ContextNumber.ACCOUNT_NET))
        .as("short of 1,000 and long of 2,000 to the other side")
        .isEqualTo("-1000");
    fixture.quote(FakeReferenceData.CORP, "9.99", "10.01");
    assertThat(shown(by(ME, FakeReferenceData.CORP, Side.BUY, 9, "10"), ContextNumber.SECTOR_GROSS))
        .as("CORP lies in another sector")
        .isEqualTo("90");
  }

  @Test
  void lossesOfTheDayAndSinceItsBest() {
    fixture.submit(buy(10, "100"));
    fixture.quote(FakeReferenceData.ACME, "109", "111");
    assertThat(shown(buy(1, "110"), ContextNumber.DAY_LOSS)).isEqualTo("-100");
    fixture.quote(FakeReferenceData.ACME, "94", "96");
    ContextImage image = seen(fixture, buy(1, "95"));
    assertThat(Fixed.formatAmount(image.number(ContextNumber.ACCOUNT_PNL))).isEqualTo("-50");
    assertThat(Fixed.formatAmount(image.number(ContextNumber.DAY_LOSS))).isEqualTo("50");
    assertThat(Fixed.formatAmount(image.number(ContextNumber.FIRM_DAY_LOSS))).isEqualTo("50");
    assertThat(Fixed.formatAmount(image.number(ContextNumber.DRAWDOWN))).isEqualTo("150");
    assertThat(Fixed.formatAmount(image.number(ContextNumber.ACCOUNT_CREDIT)))
        .as("11 × 95 and the loss")
        .isEqualTo("1095");

    EngineFixture again = restarted();
    again.quote(FakeReferenceData.ACME, "94", "96");
    ContextImage after = seen(again, buy(1, "95"));
    assertThat(after.number(ContextNumber.DAY_LOSS))
        .isEqualTo(image.number(ContextNumber.DAY_LOSS));
    assertThat(after.number(ContextNumber.DRAWDOWN))
        .isEqualTo(image.number(ContextNumber.DRAWDOWN));

    fixture.pass(DAY_MILLIS);
    fixture.quote(FakeReferenceData.ACME, "93", "95");
    image = seen(fixture, buy(1, "94"));
    assertThat(Fixed.formatAmount(image.number(ContextNumber.DAY_LOSS)))
        .as("a new day began at 95")
        .isEqualTo("10");
    assertThat(Fixed.formatAmount(image.number(ContextNumber.ACCOUNT_PNL))).isEqualTo("-60");
  }

  @Test
  void theBestOfTheDayIsSeenBetweenOrders() {
    fixture.submit(buy(10, "100"));
    fixture.quote(FakeReferenceData.ACME, "119", "121");
    fixture.pass(1_500);
    fixture.quote(FakeReferenceData.ACME, "99", "101");
    assertThat(shown(buy(1, "100"), ContextNumber.DRAWDOWN)).isEqualTo("200");
  }

  @Test
  void whatCouldTradeWithOnesOwnOrders() {
    venue.reacting(Reaction.ACKNOWLEDGE);
    ClOrdId id = fixture.submit(sell(10, "100.05")).clOrdId();
    fixture.submit(
        by(Originator.trader("ACC2", "eve"), FakeReferenceData.ACME, Side.SELL, 7, "100.10"));
    ContextImage far = seen(fixture, buy(100, "100.04"));
    assertThat(far.number(ContextNumber.SELF_MATCH_QUANTITY)).isZero();
    ContextImage near = seen(fixture, buy(100, "100.10"));
    assertThat(near.number(ContextNumber.SELF_MATCH_QUANTITY)).isEqualTo(10 * Fixed.ONE);
    assertThat(near.number(ContextNumber.CROSS_MATCH_QUANTITY)).isEqualTo(7 * Fixed.ONE);
    assertThat(number(buy(4, "100.10"), ContextNumber.SELF_MATCH_QUANTITY))
        .isEqualTo(4 * Fixed.ONE);
    assertThat(number(sell(4, "90"), ContextNumber.SELF_MATCH_QUANTITY)).as("same side").isZero();
    venue.fill(id, 6 * Fixed.ONE, Fixed.parse("100.05"));
    assertThat(number(buy(100, "100.10"), ContextNumber.SELF_MATCH_QUANTITY))
        .isEqualTo(4 * Fixed.ONE);
    venue.cancel(id);
    assertThat(number(buy(100, "100.10"), ContextNumber.SELF_MATCH_QUANTITY)).isZero();
  }

  @Test
  void aReplaceUnderWayCountsAtThePriceThatReachesFurther() {
    venue.reacting(Reaction.ACKNOWLEDGE);
    ClOrdId id = fixture.submit(sell(10, "105")).clOrdId();
    venue.reacting(Reaction.SILENT);
    fixture.submit(new ReplaceOrder(ME, "", id, 10 * Fixed.ONE, Fixed.parse("101")));
    assertThat(number(buy(100, "102"), ContextNumber.SELF_MATCH_QUANTITY))
        .isEqualTo(10 * Fixed.ONE);
  }

  /** Against the plainest reading, through fills, replaces, cancels, doubts, busts; restarted. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theCountsAreTheirDefinitionsAndComeBackAfterARestart(long seed) {
    InMemoryJournal played = InMemoryJournal.durableAtOnce();
    SeededSession session = new SeededSession(seed, played);
    fixture = session.fixture;
    SeededMarket market =
        new SeededMarket(seed, SeededSession.INSTRUMENTS, EngineFixture.START, 5_000_000);
    NewOrder probe = by(ME, FakeReferenceData.ACME, Side.BUY, 100_000, "100000");
    int matched = 0;
    for (int i = 0; i < 60; i++) {
      session.play(market, 1);
      ContextImage image = seen(fixture, probe);
      List<Order> open = fixture.orders.openOrders();
      long reached =
          open.stream()
              .filter(order -> order.request().instrument().equals(FakeReferenceData.ACME.id()))
              .filter(order -> order.request().side() == Side.SELL)
              .mapToLong(order -> order.request().quantity() - order.cumQty())
              .sum();
      // A replace under way holds rights for more than the terms in force show.
      assertThat(image.number(ContextNumber.SELF_MATCH_QUANTITY))
          .as("batch %d of seed %d", i, seed)
          .isGreaterThanOrEqualTo(reached);
      matched += reached > 0 ? 1 : 0;
      long waiting =
          open.stream()
              .filter(
                  order ->
                      order.status() == OrdStatus.UNKNOWN
                          || order.status().name().startsWith("PENDING"))
              .count();
      assertThat(image.number(ContextNumber.IN_FLIGHT_ORDERS)).isEqualTo(waiting + 1);
      long pnl =
          fixture.orders.positions().stream()
              .filter(position -> position.key().account().equals("ACC1"))
              .mapToLong(Position::net)
              .sum();
      assertThat(image.number(ContextNumber.ACCOUNT_PNL)).isEqualTo(pnl);
    }
    assertThat(matched).isGreaterThan(5);
  }
}
