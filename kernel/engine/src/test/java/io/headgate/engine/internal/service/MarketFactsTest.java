package io.headgate.engine.internal.service;

import static io.headgate.engine.internal.service.EngineFixture.ME;
import static io.headgate.engine.internal.service.EngineFixture.buy;
import static io.headgate.engine.internal.service.EngineFixture.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.number.Fixed;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.Side;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.ResolvedLimits;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.spi.rules.ContextText;
import io.headgate.testkit.fake.FakeReferenceData;
import org.junit.jupiter.api.Test;

/** What rules see of the market, of what is usually traded and of the session. */
class MarketFactsTest extends RiskFactsStage {

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
}
