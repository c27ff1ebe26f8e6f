package io.headgate.testkit.fake;

import io.headgate.model.instrument.AssetClass;
import io.headgate.model.instrument.Instrument;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.instrument.TradingCalendar;
import io.headgate.model.number.Fixed;
import io.headgate.model.position.Account;
import io.headgate.spi.reference.FxRate;
import io.headgate.spi.reference.ReferenceData;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reference data for tests: three equities, a currency pair and a future on the venue SIM, an
 * equity in euro on XETR; accounts ACC1 and ACC2 in USD, ACC3 in EUR.
 */
public final class FakeReferenceData implements ReferenceData {

  /** Rolls at 17:00 New York, trades Monday to Friday round the clock. */
  public static final TradingCalendar FX =
      new TradingCalendar(
          "FX",
          ZoneId.of("America/New_York"),
          LocalTime.of(17, 0),
          LocalTime.of(17, 0),
          LocalTime.of(17, 0),
          Set.of(
              DayOfWeek.MONDAY,
              DayOfWeek.TUESDAY,
              DayOfWeek.WEDNESDAY,
              DayOfWeek.THURSDAY,
              DayOfWeek.FRIDAY),
          Set.of());

  /** USD, tick 0.01, lot 1, sector TECH. */
  public static final Instrument ACME = equity("ACME.SIM", "TECH", "USD");

  /** USD, tick 0.01, lot 1, sector TECH. */
  public static final Instrument BOLT = equity("BOLT.SIM", "TECH", "USD");

  /** USD, tick 0.01, lot 1, sector ENERGY. */
  public static final Instrument CORP = equity("CORP.SIM", "ENERGY", "USD");

  /** EUR, tick 0.01, lot 1, sector CARS. */
  public static final Instrument RHEIN = equity("RHEIN.XETR", "CARS", "EUR");

  /** Tick 0.00001, lot 1,000, FX calendar. */
  public static final Instrument EURUSD =
      new Instrument(
          InstrumentId.parse("EURUSD.SIM"),
          AssetClass.FX_SPOT,
          "USD",
          Fixed.ONE,
          Fixed.parse("0.00001"),
          1_000 * Fixed.ONE,
          "FX",
          FX);

  /** USD, multiplier 50, tick 0.25, lot 1. */
  public static final Instrument FUTURE =
      new Instrument(
          InstrumentId.parse("ESZ6.SIM"),
          AssetClass.FUTURE,
          "USD",
          50 * Fixed.ONE,
          Fixed.parse("0.25"),
          Fixed.ONE,
          "INDEX",
          TradingCalendar.ALWAYS);

  private final NavigableMap<InstrumentId, Instrument> instruments = new TreeMap<>();
  private final NavigableMap<String, Account> accounts = new TreeMap<>();
  private final List<FxRate> rates = List.of(new FxRate("EUR", "USD", Fixed.parse("1.1")));

  public FakeReferenceData() {
    for (Instrument instrument : List.of(ACME, BOLT, CORP, RHEIN, EURUSD, FUTURE)) {
      instruments.put(instrument.id(), instrument);
    }
    accounts.put("ACC1", new Account("ACC1", "USD"));
    accounts.put("ACC2", new Account("ACC2", "USD"));
    accounts.put("ACC3", new Account("ACC3", "EUR"));
  }

  private static Instrument equity(String id, String sector, String currency) {
    return new Instrument(
        InstrumentId.parse(id),
        AssetClass.EQUITY,
        currency,
        Fixed.ONE,
        Fixed.parse("0.01"),
        Fixed.ONE,
        sector,
        TradingCalendar.ALWAYS);
  }

  /** Adds or replaces an instrument; before the test starts its threads. */
  public FakeReferenceData with(Instrument instrument) {
    instruments.put(instrument.id(), instrument);
    return this;
  }

  /** Adds or replaces an account; before the test starts its threads. */
  public FakeReferenceData with(Account account) {
    accounts.put(account.id(), account);
    return this;
  }

  @Override
  public @Nullable Instrument instrument(InstrumentId id) {
    return instruments.get(id);
  }

  @Override
  public List<Instrument> instruments() {
    return List.copyOf(instruments.values());
  }

  @Override
  public @Nullable Account account(String id) {
    return accounts.get(id);
  }

  @Override
  public List<Account> accounts() {
    return List.copyOf(accounts.values());
  }

  @Override
  public List<FxRate> fxRates() {
    return rates;
  }
}
