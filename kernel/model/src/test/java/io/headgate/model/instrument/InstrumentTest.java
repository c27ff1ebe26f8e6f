package io.headgate.model.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.model.number.Fixed;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstrumentTest {

  private static Instrument instrument(long tick, long lot) {
    return new Instrument(
        InstrumentId.parse("ACME.SIM"),
        AssetClass.EQUITY,
        "USD",
        Fixed.ONE,
        tick,
        lot,
        "-",
        TradingCalendar.ALWAYS);
  }

  @ParameterizedTest
  @CsvSource({
    "100.25, true, 100.25",
    "100.25, false, 100.25",
    "100.26, true, 100.25",
    "100.26, false, 100.5",
    "-0.1, true, -0.25",
    "-0.1, false, 0"
  })
  void pricesAreRoundedToThePassiveSide(String price, boolean buy, String expected) {
    Instrument future = instrument(Fixed.parse("0.25"), Fixed.ONE);

    assertThat(Fixed.format(future.roundToTick(Fixed.parse(price), buy))).isEqualTo(expected);
  }

  @Test
  void roundedPricesAreOnTickAndLessThanATickAway() {
    Random random = new Random(9);
    for (int i = 0; i < 5_000; i++) {
      Instrument any = instrument(1 + random.nextInt(1_000_000), Fixed.ONE);
      long price = random.nextLong() >> 8;
      long buy = any.roundToTick(price, true);
      long sell = any.roundToTick(price, false);
      assertThat(buy % any.tickSize()).isZero();
      assertThat(sell % any.tickSize()).isZero();
      assertThat(price - buy).isBetween(0L, any.tickSize() - 1);
      assertThat(sell - price).isBetween(0L, any.tickSize() - 1);
    }
  }

  @Test
  void quantitiesAreRoundedDownToLots() {
    Instrument pair = instrument(1, 1_000 * Fixed.ONE);

    assertThat(pair.roundToLot(2_999 * Fixed.ONE)).isEqualTo(2_000 * Fixed.ONE);
    assertThat(pair.roundToLot(999 * Fixed.ONE)).isZero();
    assertThat(pair.roundToLot(Long.MAX_VALUE)).isLessThanOrEqualTo(Long.MAX_VALUE);
  }

  @Test
  void whatIsNotPositiveIsRefusedByName() {
    assertThatThrownBy(() -> instrument(0, 1)).hasMessageContaining("tickSize of ACME.SIM");
    assertThatThrownBy(() -> instrument(1, -1)).hasMessageContaining("lotSize of ACME.SIM");
  }

  @ParameterizedTest
  @ValueSource(strings = {"EURUSD.FXCM", "BRK-B.XNYS", "EUR/USD.SIM", "ES_Z6.XCME", "7203.XTKS"})
  void idsReadBack(String text) {
    assertThat(InstrumentId.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ACME",
        ".SIM",
        "ACME.",
        "acme.SIM",
        "ACME.sim",
        "A B.SIM",
        "A.B.SIM",
        "ABCDEFGHIJKLMNOPQRSTUVWXY.SIM",
        "ACME.VENUENAME",
        "-A.SIM",
        "ACME.SIM\n"
      })
  void otherFormsAreRefused(String text) {
    assertThatThrownBy(() -> InstrumentId.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
