package io.headgate.spi.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.instrument.AssetClass;
import io.headgate.model.instrument.Instrument;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.instrument.TradingCalendar;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.Originator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitSubjectTest {

  private static final LimitSubject ONE =
      subject("ACC1", "ann", "robot", "ACME", "SIM", "TECH", "0.01");

  private static LimitSubject subject(
      String account,
      String trader,
      String strategy,
      String symbol,
      String venue,
      String sector,
      String tick) {
    return new LimitSubject(
        new Originator(account, trader, strategy),
        new Instrument(
            new InstrumentId(symbol, venue),
            AssetClass.EQUITY,
            "USD",
            Fixed.ONE,
            Fixed.parse(tick),
            Fixed.ONE,
            sector,
            TradingCalendar.ALWAYS));
  }

  @ParameterizedTest
  @CsvSource({
    "ACC2, ann, robot, ACME, SIM",
    "ACC1, bob, robot, ACME, SIM",
    "ACC1, ann, other, ACME, SIM",
    "ACC1, ann, robot, BOLT, SIM",
    "ACC1, ann, robot, ACME, XETR",
    "ann, ACC1, robot, ACME, SIM",
    "ACC1, robot, ann, ACME, SIM",
  })
  void anotherNameIsAnotherSubjectAndHash(
      String account, String trader, String strategy, String symbol, String venue) {
    LimitSubject other = subject(account, trader, strategy, symbol, venue, "TECH", "0.01");

    assertThat(ONE.hasLimitsOf(other)).isFalse();
    assertThat(other.hasLimitsOf(ONE)).isFalse();
    assertThat(other.namesHash()).isNotEqualTo(ONE.namesHash());
    assertThat(LimitSubject.namesHash(account, trader, strategy, symbol, venue))
        .isEqualTo(other.namesHash());
  }

  @Test
  void aSectorDecidesAboutLimitsAndATickSizeDoesNot() {
    LimitSubject moved = subject("ACC1", "ann", "robot", "ACME", "SIM", "CARS", "0.01");
    LimitSubject finer = subject("ACC1", "ann", "robot", "ACME", "SIM", "TECH", "0.001");

    assertThat(ONE.hasLimitsOf(moved)).isFalse();
    assertThat(ONE.hasLimitsOf(finer)).isTrue();
    assertThat(finer.namesHash()).isEqualTo(ONE.namesHash());
  }
}
