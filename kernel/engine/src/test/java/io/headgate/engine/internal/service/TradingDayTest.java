package io.headgate.engine.internal.service;

import static io.headgate.engine.internal.service.EngineFixture.ME;
import static io.headgate.engine.internal.service.EngineFixture.buy;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.number.Fixed;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.NewOrder;
import io.headgate.model.order.OrdStatus;
import io.headgate.model.order.Side;
import io.headgate.model.order.TimeInForce;
import io.headgate.spi.journal.JournalRecord;
import io.headgate.testkit.fake.FakeReferenceData;
import io.headgate.testkit.fake.InMemoryJournal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What ends when the trading day rolls, by the injected clock and the instrument's calendar. */
class TradingDayTest {

  private final EngineFixture fixture = new EngineFixture().started();

  @Test
  void dayOrdersEndAtTheirCalendarsRollAndOthersStay() {
    // 22:13 UTC; the equities' calendar rolls at midnight UTC.
    ClOrdId stays = fixture.submit(buy(5, "99")).clOrdId();
    ClOrdId ends =
        fixture
            .submit(
                NewOrder.limit(
                    ME,
                    FakeReferenceData.ACME.id(),
                    Side.BUY,
                    7 * Fixed.ONE,
                    98 * Fixed.ONE,
                    TimeInForce.DAY))
            .clOrdId();

    fixture.pass(3_600_000);
    assertThat(fixture.order(ends).status()).isEqualTo(OrdStatus.NEW);

    fixture.pass(3_600_000);
    assertThat(fixture.order(ends).status()).isEqualTo(OrdStatus.CANCELED);
    assertThat(fixture.order(stays).status()).isEqualTo(OrdStatus.NEW);
    assertThat(((InMemoryJournal) fixture.journal).records(JournalRecord.Rolled.class))
        .extracting(JournalRecord.Rolled::calendar, JournalRecord.Rolled::tradingDate)
        .contains(org.assertj.core.groups.Tuple.tuple("ALWAYS", LocalDate.of(2023, 11, 15)));
  }
}
