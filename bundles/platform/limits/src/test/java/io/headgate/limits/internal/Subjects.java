package io.headgate.limits.internal;

import io.headgate.model.instrument.AssetClass;
import io.headgate.model.instrument.Instrument;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.instrument.TradingCalendar;
import io.headgate.model.number.Fixed;
import io.headgate.model.order.Originator;
import io.headgate.spi.limits.LimitSubject;
import java.util.Map;
import java.util.Random;

/** Subjects for tests: a few names, so that scopes meet. */
public final class Subjects {

  private static final Map<String, String> SECTORS =
      Map.of("ALFA.SIM", "TECH", "BRVO.SIM", "TECH", "ECHO.SIM", "ENERGY", "EURUSD.SIM", "-");

  private Subjects() {}

  public static LimitSubject of(String account, String trader, String strategy, String instrument) {
    return new LimitSubject(
        new Originator(account, trader, strategy),
        new Instrument(
            InstrumentId.parse(instrument),
            AssetClass.EQUITY,
            "USD",
            Fixed.ONE,
            Fixed.ONE / 100,
            Fixed.ONE,
            SECTORS.getOrDefault(instrument, "-"),
            TradingCalendar.ALWAYS));
  }

  public static LimitSubject random(Random random) {
    return of(
        any(random, "A", "B", "C"),
        any(random, "-", "t", "u"),
        any(random, "-", "s", "r"),
        any(random, "ALFA.SIM", "BRVO.SIM", "ECHO.SIM", "EURUSD.SIM"));
  }

  static String any(Random random, String... choice) {
    return choice[random.nextInt(choice.length)];
  }
}
