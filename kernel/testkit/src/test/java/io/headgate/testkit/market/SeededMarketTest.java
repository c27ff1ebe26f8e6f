package io.headgate.testkit.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.instrument.Instrument;
import io.headgate.model.market.MarketBatch;
import io.headgate.model.market.Quote;
import io.headgate.testkit.fake.FakeReferenceData;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeededMarketTest {

  private static final List<Instrument> INSTRUMENTS =
      List.of(FakeReferenceData.ACME, FakeReferenceData.EURUSD, FakeReferenceData.FUTURE);

  @Test
  void theSameSeedGivesTheSameMarketHoweverItIsCut() {
    SeededMarket whole = new SeededMarket(3, INSTRUMENTS, 1_000, 10);
    SeededMarket cut = new SeededMarket(3, INSTRUMENTS, 1_000, 10);

    MarketBatch all = whole.next(100);

    for (int row = 0; row < 100; row++) {
      assertThat(cut.next(1).event(0)).isEqualTo(all.event(row));
    }
    assertThat(new SeededMarket(4, INSTRUMENTS, 1_000, 10).next(100).events())
        .isNotEqualTo(all.events());
  }

  @Test
  void rowsAreInTimeOnTickAndNotCrossed() {
    MarketBatch batch = new SeededMarket(3, INSTRUMENTS, 1_000, 10).next(5_000);

    for (int row = 0; row < batch.size(); row++) {
      assertThat(batch.tsEvent(row)).isEqualTo(1_000 + 10L * row);
      if (batch.event(row) instanceof Quote quote) {
        Instrument instrument =
            INSTRUMENTS.stream()
                .filter(any -> any.id().equals(quote.instrument()))
                .findFirst()
                .orElseThrow();
        assertThat(quote.bidPrice()).isPositive().isLessThan(quote.askPrice());
        assertThat(quote.bidPrice() % instrument.tickSize()).isZero();
        assertThat(quote.askPrice() % instrument.tickSize()).isZero();
      }
    }
  }
}
