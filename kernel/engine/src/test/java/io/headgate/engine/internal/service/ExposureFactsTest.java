package io.headgate.engine.internal.service;

import static io.headgate.engine.internal.service.EngineFixture.ME;
import static io.headgate.engine.internal.service.EngineFixture.buy;
import static io.headgate.engine.internal.service.EngineFixture.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.number.Fixed;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.Originator;
import io.headgate.model.order.ReplaceOrder;
import io.headgate.model.order.Side;
import io.headgate.spi.rules.ContextImage;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.venue.Reaction;
import org.junit.jupiter.api.Test;

/** What rules see of exposures, of losses, and of the firm's own orders in the market. */
class ExposureFactsTest extends RiskFactsStage {

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
  void aReplaceThatRaisesOnlyItsPriceAddsToExposureAndCredit() {
    venue.reacting(Reaction.ACKNOWLEDGE);
    ClOrdId id = fixture.submit(buy(10, "101")).clOrdId();
    ContextImage higher = seen(fixture, new ReplaceOrder(ME, "", id, 10 * Fixed.ONE, price("103")));
    assertThat(Fixed.formatAmount(higher.number(ContextNumber.ADDED_GROSS))).isEqualTo("20");
    assertThat(Fixed.formatAmount(higher.number(ContextNumber.ADDED_FIRM_GROSS))).isEqualTo("20");
    assertThat(Fixed.formatAmount(higher.number(ContextNumber.ACCOUNT_NET))).isEqualTo("1030");
    assertThat(Fixed.formatAmount(higher.number(ContextNumber.ACCOUNT_CREDIT))).isEqualTo("1030");
    ContextImage lower = seen(fixture, new ReplaceOrder(ME, "", id, 10 * Fixed.ONE, price("100")));
    assertThat(lower.number(ContextNumber.ADDED_GROSS)).isZero();
    assertThat(Fixed.formatAmount(lower.number(ContextNumber.ACCOUNT_CREDIT))).isEqualTo("1010");
  }

  private static long price(String text) {
    return Fixed.parse(text);
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
}
