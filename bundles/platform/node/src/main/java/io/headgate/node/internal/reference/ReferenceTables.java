package io.headgate.node.internal.reference;

import io.headgate.model.instrument.AssetClass;
import io.headgate.model.instrument.Instrument;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.instrument.TradingCalendar;
import io.headgate.model.position.Account;
import io.headgate.spi.reference.FxRate;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The columns of the reference files, and what may stand in them. */
final class ReferenceTables {

  private static final String CURRENCY = "an ISO 4217 code such as USD";
  private static final int MAX_ACCOUNT_LENGTH = 32;

  private ReferenceTables() {}

  /**
   * A row of holidays.csv.
   *
   * @param close local time at which a half day's session ends; null for a day without a session
   */
  record Holiday(String calendar, LocalDate date, @Nullable LocalTime close) {}

  static CsvTable<Holiday> holidays(String file) {
    return new CsvTable<>(
        file,
        List.of("calendar", "date", "close", "name"),
        row ->
            new Holiday(
                row.text("calendar"),
                row.parsed("date", "a date such as 2026-12-25", LocalDate::parse),
                row.raw("close").isEmpty() ? null : time(row, "close")),
        holiday -> List.of(holiday.calendar(), holiday.date()));
  }

  static CsvTable<TradingCalendar> calendars(String file, List<Holiday> holidays) {
    return new CsvTable<>(
        file,
        List.of("calendar", "zone", "roll", "open", "close", "tradingDays"),
        row -> calendar(row, holidays),
        TradingCalendar::name);
  }

  private static TradingCalendar calendar(CsvRow row, List<Holiday> holidays) {
    String name = row.text("calendar");
    if (name.equals(TradingCalendar.ALWAYS.name())) {
      throw row.refusal("calendar", "a name other than that of the built-in calendar");
    }
    Set<LocalDate> closed = new HashSet<>();
    Map<LocalDate, LocalTime> earlyCloses = new HashMap<>();
    for (Holiday holiday : holidays) {
      LocalTime close = holiday.close();
      if (holiday.calendar().equals(name) && close != null) {
        earlyCloses.put(holiday.date(), close);
      } else if (holiday.calendar().equals(name)) {
        closed.add(holiday.date());
      }
    }
    return new TradingCalendar(
        name,
        row.parsed("zone", "a time zone such as America/New_York", ZoneId::of),
        time(row, "roll"),
        time(row, "open"),
        time(row, "close"),
        row.parsed("tradingDays", "days such as MON TUE WED THU FRI", ReferenceTables::days),
        closed,
        earlyCloses);
  }

  private static LocalTime time(CsvRow row, String column) {
    return row.parsed(column, "a time such as 17:00", LocalTime::parse);
  }

  private static Set<DayOfWeek> days(String text) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String word : text.split("\\s+")) {
      days.add(
          Arrays.stream(DayOfWeek.values())
              .filter(day -> day.name().substring(0, 3).equals(word.toUpperCase(Locale.ROOT)))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException(word)));
    }
    return days;
  }

  static CsvTable<Instrument> instruments(String file, Map<String, TradingCalendar> calendars) {
    return new CsvTable<>(
        file,
        List.of(
            "instrument",
            "assetClass",
            "currency",
            "multiplier",
            "tickSize",
            "lotSize",
            "sector",
            "calendar"),
        row -> instrument(row, calendars),
        Instrument::id);
  }

  private static Instrument instrument(CsvRow row, Map<String, TradingCalendar> calendars) {
    TradingCalendar calendar = calendars.get(row.text("calendar"));
    if (calendar == null) {
      throw row.refusal(
          "calendar", "one of " + new TreeMap<>(calendars).keySet() + " (see calendars.csv)");
    }
    return new Instrument(
        row.parsed("instrument", "SYMBOL.VENUE such as EURUSD.FXCM", InstrumentId::parse),
        row.parsed("assetClass", "one of " + List.of(AssetClass.values()), AssetClass::valueOf),
        currency(row, "currency"),
        row.positive("multiplier"),
        row.positive("tickSize"),
        row.positive("lotSize"),
        row.text("sector"),
        calendar);
  }

  static CsvTable<Account> accounts(String file) {
    return new CsvTable<>(
        file,
        List.of("account", "currency"),
        row -> {
          if (row.text("account").length() > MAX_ACCOUNT_LENGTH) {
            throw row.refusal("account", "at most %d characters".formatted(MAX_ACCOUNT_LENGTH));
          }
          return new Account(row.text("account"), currency(row, "currency"));
        },
        Account::id);
  }

  static CsvTable<FxRate> fxRates(String file) {
    return new CsvTable<>(
        file,
        List.of("base", "quote", "rate"),
        row -> {
          if (row.text("base").equals(row.text("quote"))) {
            throw row.refusal("quote", "another currency than base");
          }
          return new FxRate(currency(row, "base"), currency(row, "quote"), row.positive("rate"));
        },
        // A pair and its inverse would be two truths about one thing.
        rate -> Set.of(rate.base(), rate.quote()));
  }

  private static String currency(CsvRow row, String column) {
    if (!row.text(column).matches("[A-Z]{3}")) {
      throw row.refusal(column, CURRENCY);
    }
    return row.text(column);
  }
}
