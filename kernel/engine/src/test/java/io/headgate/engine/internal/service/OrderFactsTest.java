package io.headgate.engine.internal.service;

import static io.headgate.engine.internal.service.EngineFixture.buy;
import static io.headgate.engine.internal.service.EngineFixture.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.decision.Unit;
import io.headgate.model.instrument.Instrument;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.CancelOrder;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.Order;
import io.headgate.model.order.Originator;
import io.headgate.model.order.ReplaceOrder;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.model.position.PositionKey;
import io.headgate.spi.rules.ContextImage;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.fake.InMemoryJournal;
import io.headgate.testkit.market.SeededMarket;
import io.headgate.testkit.venue.Reaction;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gross exposure, message rates, sessions and what an order opens, as rules see them. */
class OrderFactsTest {

  private EngineFixture fixture = new EngineFixture();

  @BeforeEach
  void start() {
    fixture.started();
    fixture.venue.reacting(Reaction.FILL);
  }

  /** What the rules see of an order that they then block, so that nothing changes. */
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

  private String amount(NewOrder order, ContextNumber field) {
    return Fixed.formatAmount(seen(fixture, order).number(field));
  }

  private static NewOrder in(
      Instrument instrument, String account, Side side, long quantity, String price) {
    return NewOrder.limit(
        Originator.trader(account, "tom"),
        instrument.id(),
        side,
        quantity * Fixed.ONE,
        Fixed.parse(price),
        TimeInForce.GTC);
  }

  @Test
  void grossCountsPositionsOfBothSignsAtTheirMark() {
    fixture.submit(buy(30, "101"));
    fixture.submit(in(FakeReferenceData.BOLT, "ACC1", Side.SELL, 20, "49"));

    NewOrder more = buy(10, "100");
    assertThat(amount(more, ContextNumber.ACCOUNT_GROSS)).isEqualTo("5000");
    assertThat(amount(more, ContextNumber.ADDED_GROSS)).isEqualTo("1000");
    fixture.quote(FakeReferenceData.BOLT, "99", "101");
    assertThat(amount(more, ContextNumber.ACCOUNT_GROSS)).as("BOLT moved").isEqualTo("6000");
    assertThat(
            amount(
                in(FakeReferenceData.ACME, "ACC2", Side.BUY, 10, "100"),
                ContextNumber.ACCOUNT_GROSS))
        .as("another account")
        .isEqualTo("1000");
    assertThat(
            amount(
                in(FakeReferenceData.ACME, "ACC2", Side.BUY, 10, "100"), ContextNumber.FIRM_GROSS))
        .isEqualTo("6000");
  }

  @Test
  void whatOnlyReducesAddsNothing() {
    fixture.submit(buy(30, "101"));
    assertThat(amount(sell(30, "99"), ContextNumber.ADDED_GROSS)).isEqualTo("0");
    assertThat(amount(sell(30, "99"), ContextNumber.ACCOUNT_GROSS)).isEqualTo("3000");
    assertThat(amount(sell(61, "100"), ContextNumber.ADDED_GROSS))
        .as("it turns the position: 31 short at the reference and its collar of 5 %")
        .isEqualTo("255");

    fixture.venue.reacting(Reaction.ACKNOWLEDGE);
    fixture.submit(sell(30, "150"));
    assertThat(amount(sell(1, "150"), ContextNumber.ADDED_GROSS)).as("30 + 1 - 30").isEqualTo("0");
    assertThat(amount(sell(31, "150"), ContextNumber.ADDED_GROSS))
        .as("31 short at the open order's price")
        .isEqualTo("1650");
  }

  @Test
  void openingIsWhatDoesNotClose() {
    fixture.submit(buy(30, "101"));
    assertThat(seen(fixture, buy(5, "100")).number(ContextNumber.OPENING_QUANTITY))
        .isEqualTo(5 * Fixed.ONE);
    assertThat(seen(fixture, sell(30, "100")).number(ContextNumber.OPENING_QUANTITY)).isZero();
    assertThat(seen(fixture, sell(40, "100")).number(ContextNumber.OPENING_QUANTITY))
        .isEqualTo(10 * Fixed.ONE);
    fixture.venue.reacting(Reaction.ACKNOWLEDGE);
    fixture.submit(sell(20, "150"));
    assertThat(seen(fixture, sell(30, "100")).number(ContextNumber.OPENING_QUANTITY))
        .as("20 of the 30 are being closed already")
        .isEqualTo(20 * Fixed.ONE);
  }

  @Test
  void currenciesAreExchanged() {
    fixture.quote(FakeReferenceData.RHEIN, "99", "101");
    fixture.submit(in(FakeReferenceData.RHEIN, "ACC3", Side.BUY, 10, "101"));

    NewOrder more = in(FakeReferenceData.RHEIN, "ACC3", Side.BUY, 10, "100");
    assertThat(amount(more, ContextNumber.ACCOUNT_GROSS)).as("in euro").isEqualTo("2000");
    assertThat(amount(more, ContextNumber.FIRM_GROSS)).as("in dollars").isEqualTo("2200");
    fixture.quote(FakeReferenceData.EURUSD, "1.19999", "1.20001");
    assertThat(amount(more, ContextNumber.FIRM_GROSS)).isEqualTo("2400");
    assertThat(amount(buy(1, "100"), ContextNumber.FIRM_GROSS)).isEqualTo("1300");
  }

  @Test
  void anExposureThatIsNotKnownIsAboveEveryLimit() {
    Instrument odd =
        new Instrument(
            io.headgate.model.instrument.InstrumentId.parse("ODD.SIM"),
            FakeReferenceData.ACME.assetClass(),
            "SEK",
            Fixed.ONE,
            Fixed.parse("0.01"),
            Fixed.ONE,
            "-",
            FakeReferenceData.ACME.calendar());
    fixture.reference.with(odd).with(new io.headgate.model.position.Account("SWEDE", "SEK"));
    fixture.quote(odd, "99", "101");

    ContextImage image = seen(fixture, in(odd, "SWEDE", Side.BUY, 10, "100"));
    assertThat(image.number(ContextNumber.ACCOUNT_GROSS)).isEqualTo(Fixed.parseAmount("1000"));
    assertThat(image.number(ContextNumber.FIRM_GROSS)).isEqualTo(Long.MAX_VALUE);
    assertThat(image.number(ContextNumber.ADDED_FIRM_GROSS)).isEqualTo(Long.MAX_VALUE);
    assertThat(amount(buy(1, "100"), ContextNumber.FIRM_GROSS))
        .as("nothing came of it")
        .isEqualTo("100");

    fixture.submit(in(odd, "SWEDE", Side.BUY, 10, "101"));
    assertThat(seen(fixture, buy(1, "100")).number(ContextNumber.FIRM_GROSS))
        .isEqualTo(Long.MAX_VALUE);
    assertThat(amount(buy(1, "100"), ContextNumber.ACCOUNT_GROSS)).isEqualTo("100");
  }

  @Test
  void messagesCountOrdersReplacesAndCancelsButNoDenials() {
    fixture.venue.reacting(Reaction.ACKNOWLEDGE);
    ClOrdId id = fixture.submit(buy(10, "90")).clOrdId();
    fixture.submit(new ReplaceOrder(EngineFixture.ME, "", id, 12 * Fixed.ONE, Fixed.parse("91")));
    ClOrdId latest = fixture.order(id).clOrdId();
    fixture.submit(new CancelOrder(EngineFixture.ME, "", latest));

    ContextImage image = seen(fixture, buy(1, "90"));
    assertThat(image.number(ContextNumber.ACCOUNT_MESSAGE_RATE)).isEqualTo(4);
    assertThat(image.number(ContextNumber.STRATEGY_MESSAGE_RATE)).isEqualTo(4);
    assertThat(seen(fixture, buy(1, "90")).number(ContextNumber.ACCOUNT_MESSAGE_RATE))
        .as("the one before was denied")
        .isEqualTo(4);
    fixture.pass(1_100);
    assertThat(seen(fixture, buy(1, "90")).number(ContextNumber.ACCOUNT_MESSAGE_RATE)).isEqualTo(1);
  }

  @Test
  void theSessionIsThatOfTheInstrument() {
    // 1,700,000,000 is Tuesday, 2023-11-14, 22:13:20 UTC: 13 minutes after the roll in New York.
    fixture.quote(FakeReferenceData.EURUSD, "1.09999", "1.10001");
    ContextImage open = seen(fixture, in(FakeReferenceData.EURUSD, "ACC1", Side.BUY, 1_000, "1.1"));
    assertThat(open.number(ContextNumber.MILLIS_TO_OPEN)).isZero();
    assertThat(open.number(ContextNumber.MILLIS_TO_CLOSE)).isBetween(254_100_000L, 258_500_000L);

    fixture.pass(3 * 86_400_000);
    fixture.quote(FakeReferenceData.EURUSD, "1.09999", "1.10001");
    ContextImage shut = seen(fixture, in(FakeReferenceData.EURUSD, "ACC1", Side.BUY, 1_000, "1.1"));
    assertThat(shut.number(ContextNumber.MILLIS_TO_OPEN))
        .as("Friday evening, until Sunday at five")
        .isBetween(171_900_000L, 172_100_000L);
    assertThat(shut.number(ContextNumber.MILLIS_TO_CLOSE)).isZero();
  }

  /** Worth of one instrument, by its definition, at the higher of the mark and a price. */
  private static long naive(
      EngineFixture fixture, Instrument instrument, long buyPrice, long sellPrice) {
    PositionKey key = new PositionKey("ACC1", instrument.id());
    return fixture.engine.ask(
        state -> {
          long held = state.positions().quantity(key);
          long mark = state.market().referencePrice(instrument.id());
          long worstLong = Math.max(0, held + state.openInterest().open(key, Side.BUY));
          long worstShort = Math.max(0, state.openInterest().open(key, Side.SELL) - held);
          return Math.max(
              Fixed.amountCeil(Math.max(mark, buyPrice), worstLong, Fixed.ONE, Fixed.ONE),
              Fixed.amountCeil(Math.max(mark, sellPrice), worstShort, Fixed.ONE, Fixed.ONE));
        });
  }

  private static long highest(List<Order> orders, Instrument instrument, Side side) {
    return orders.stream()
        .filter(
            order ->
                order.request().instrument().equals(instrument.id())
                    && order.request().side() == side)
        .mapToLong(order -> order.request().limitPrice())
        .max()
        .orElse(0);
  }

  /** Against the definition, through fills, partial fills, replaces, cancels, doubts and busts. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void grossIsItsDefinitionAndComesBackAfterARestart(long seed) {
    InMemoryJournal journal = InMemoryJournal.durableAtOnce();
    SeededSession session = new SeededSession(seed, journal);
    fixture = session.fixture;
    SeededMarket market =
        new SeededMarket(seed, SeededSession.INSTRUMENTS, EngineFixture.START, 5_000_000);
    NewOrder probe = in(FakeReferenceData.ACME, "ACC1", Side.BUY, 1, "0.01");
    int traded = 0;
    for (int i = 0; i < 60; i++) {
      session.play(market, 1);
      ContextImage image = seen(fixture, probe);
      long gross =
          image.number(ContextNumber.ACCOUNT_GROSS) - image.number(ContextNumber.ADDED_GROSS);
      List<Order> open = fixture.orders.openOrders();
      long least = 0;
      long most = 0;
      for (Instrument instrument : SeededSession.INSTRUMENTS) {
        long buys = highest(open, instrument, Side.BUY);
        long sells = highest(open, instrument, Side.SELL);
        least += naive(fixture, instrument, buys, sells);
        // The highest price is kept until no order is left, so it may be higher than any there is.
        most += naive(fixture, instrument, Fixed.ONE * 1_000, Fixed.ONE * 1_000);
      }
      assertThat(gross).as("batch %d of seed %d", i, seed).isBetween(least, most);
      if (open.isEmpty()) {
        assertThat(gross).isEqualTo(least);
      }
      traded += gross > 0 ? 1 : 0;
    }
    assertThat(traded).isGreaterThan(20);

    ContextImage before = seen(fixture, probe);
    EngineFixture again =
        new EngineFixture(journal.crashed(), SeededSession.rights(), fixture.venue);
    again.engine.start();
    again.engine.lanes().add(fixture.venue);
    fixture.engine.ask(
        state -> {
          for (Instrument instrument : SeededSession.INSTRUMENTS) {
            var last = java.util.Objects.requireNonNull(state.market().market(instrument.id()));
            again.quote(instrument, Fixed.format(last.bidPrice()), Fixed.format(last.askPrice()));
          }
          return true;
        });
    assertThat(seen(again, probe).number(ContextNumber.ACCOUNT_GROSS))
        .isEqualTo(before.number(ContextNumber.ACCOUNT_GROSS));
    assertThat(seen(again, probe).number(ContextNumber.FIRM_GROSS))
        .isEqualTo(before.number(ContextNumber.FIRM_GROSS));
  }
}
