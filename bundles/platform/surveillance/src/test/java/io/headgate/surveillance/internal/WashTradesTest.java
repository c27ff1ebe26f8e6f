package io.headgate.surveillance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.execution.ExecType;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.ClOrdId;
import io.headgate.model.order.Side;
import io.headgate.spi.alarm.Alarm;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Purchases and sales that may have been made with each other. */
class WashTradesTest extends SurveillanceStage {

  private static final String WASH = "surveillance.wash.ACC1.ACME.SIM";

  @Test
  void threePairsAtOnePriceWithinTheWindowAreAlarmed() {
    for (int i = 0; i < 2; i++) {
      trade("ACC1", Side.BUY, 100, "50");
      trade("ACC1", Side.SELL, 95, "50");
    }
    trade("ACC1", Side.BUY, 100, "50.01");
    assertThat(alarms.isActive(WASH)).as("two").isFalse();
    trade("ACC1", Side.SELL, 90, "50.01");
    assertThat(alarms.isActive(WASH)).as("another price, another size").isTrue();
    assertThat(alarms.active().get(0).text())
        .contains("possible wash trades of ACC1 in ACME.SIM", "at one price within 60 s");
  }

  @Test
  void unlikeSizesPricesOrSidesAreNoPair() {
    for (int i = 0; i < 10; i++) {
      trade("ACC1", Side.BUY, 100, "50");
      trade("ACC1", Side.SELL, 89, "50");
      trade("ACC1", Side.SELL, 100, "50.0" + (i + 1) % 10 + "1");
      time += 70 * SECOND;
    }
    assertThat(alarms.active()).isEmpty();
  }

  @Test
  void pairsThatLieFarApartAreNone() {
    for (int i = 0; i < 10; i++) {
      trade("ACC1", Side.BUY, 100, "50");
      trade("ACC1", Side.SELL, 100, "50");
      time += 61 * SECOND;
    }
    assertThat(alarms.active()).isEmpty();
  }

  @Test
  void twoAccountsOfTheFirmAreAlarmedTogether() {
    for (int i = 0; i < 3; i++) {
      trade("ACC2", Side.SELL, 10, "50");
      trade("ACC1", Side.BUY, 10, "50");
    }
    assertThat(alarms.isActive("surveillance.wash.ACC1+ACC2.ACME.SIM")).isTrue();
  }

  @Test
  void whatWasSoldOnceIsHalfOfOnePairAlone() {
    trade("ACC1", Side.SELL, 100, "50");
    for (int i = 0; i < 5; i++) {
      trade("ACC1", Side.BUY, 100, "50");
    }
    assertThat(alarms.active()).as("one pair").isEmpty();
    trade("ACC1", Side.SELL, 100, "50");
    assertThat(alarms.active()).as("two").isEmpty();
    trade("ACC1", Side.SELL, 100, "50");
    assertThat(alarms.active()).as("three").extracting(Alarm::key).containsExactly(WASH);
    assertThat(alarms.active().get(0).text()).contains("3 times bought and sold");
  }

  private void trade(ClOrdId id, long sent, Side side, long quantity) {
    report(id, sent, terms("ACC1", side, quantity, "50"), ExecType.TRADE, quantity * Fixed.ONE);
  }

  @Test
  void theFillsOfTwoOrdersAreOnePair() {
    for (int i = 1; i <= 3; i++) {
      assertThat(alarms.active()).as("before pair %d", i).isEmpty();
      ClOrdId bought = new ClOrdId("N1", 2, i);
      ClOrdId sold = new ClOrdId("N1", 3, i);
      long sent = time;
      for (int fill = 1; fill <= 4; fill++) {
        trade(bought, sent, Side.BUY, 10L * fill);
        trade(sold, sent, Side.SELL, 10L * fill);
      }
    }
    assertThat(alarms.active()).extracting(Alarm::key).containsExactly(WASH);
    assertThat(alarms.active().get(0).text()).contains("3 times bought and sold");
    assertThat(alarms.active().get(0).count()).isEqualTo(1);
  }

  @Test
  void ordersThatWereNeverInTheMarketTogetherCannotHaveTradedWithEachOther() {
    roundTrips();
    assertThat(alarms.active()).isEmpty();
    surveillance.modified(config("washRoundTrips", true), Map.of());
    roundTrips();
    assertThat(alarms.active()).extracting(Alarm::key).containsExactly(WASH);
  }

  /** Each order is sent just after the one before it has traded. */
  private void roundTrips() {
    for (int i = 0; i < 10; i++) {
      Side side = i % 2 == 0 ? Side.BUY : Side.SELL;
      trade(new ClOrdId("N1", 2, ++sequence), time - SECOND + 1, side, 100);
    }
  }

  @Test
  void whatHasBecomeWorseIsToldAtOnce() {
    for (int i = 0; i < 6; i++) {
      trade("ACC1", Side.BUY, 100, "50");
      trade("ACC1", Side.SELL, 100, "50");
      time -= 2 * SECOND;
      Alarm.Level expected = i < 5 ? Alarm.Level.WARNING : Alarm.Level.CRITICAL;
      if (i < 2) {
        assertThat(alarms.active()).as("pair %d", i + 1).isEmpty();
      } else {
        assertThat(alarms.active().get(0).level()).as("pair %d", i + 1).isEqualTo(expected);
      }
    }
    assertThat(alarms.active().get(0).count()).as("once a second else").isEqualTo(2);
    String worst = alarms.active().get(0).text();

    time += 61 * SECOND;
    washThreeTimes();
    assertThat(alarms.active().get(0).level()).isEqualTo(Alarm.Level.CRITICAL);
    assertThat(alarms.active().get(0).text()).as("nobody has looked yet").isEqualTo(worst);
    alarms.clear(WASH);
    time += 61 * SECOND;
    washThreeTimes();
    assertThat(alarms.active().get(0).level()).isEqualTo(Alarm.Level.WARNING);
  }

  private void washThreeTimes() {
    for (int i = 0; i < 3; i++) {
      trade("ACC1", Side.BUY, 100, "50");
      trade("ACC1", Side.SELL, 100, "50");
    }
  }

  @Test
  void whatIsOverTakesNoMemory() {
    for (int i = 0; i < 50; i++) {
      String account = "ACC" + i;
      trade(account, Side.BUY, 100, "50");
      trade(account, Side.SELL, 100, "50");
    }
    assertThat(surveillance.remembered()).isGreaterThan(50);
    time += 61 * SECOND;
    trade("ACC1", Side.BUY, 100, "50");
    time += 61 * SECOND;
    trade("ACC1", Side.BUY, 100, "50");
    assertThat(surveillance.remembered()).as("one instrument, one conduct").isEqualTo(2);
  }
}
