package io.headgate.node.internal.reference;

import io.headgate.model.instrument.Instrument;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.instrument.TradingCalendar;
import io.headgate.model.position.Account;
import io.headgate.node.internal.reference.ReferenceTables.Holiday;
import io.headgate.spi.reference.FxRate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One generation of reference data: for each file the last content without a fault, and the faults
 * of what stands there now. Immutable.
 */
final class ReferenceSet {

  static final String HOLIDAYS = "holidays.csv";
  static final String CALENDARS = "calendars.csv";
  static final String INSTRUMENTS = "instruments.csv";
  static final String ACCOUNTS = "accounts.csv";
  static final String FX = "fx.csv";

  /** In the order in which they build on each other. */
  static final List<String> FILES = List.of(HOLIDAYS, CALENDARS, INSTRUMENTS, ACCOUNTS, FX);

  /** Nothing read yet. */
  static final ReferenceSet EMPTY = new ReferenceSet(Map.of(), List.of());

  private final Map<String, List<?>> rows;
  private final List<Fault> faults;
  private final Map<InstrumentId, Instrument> instruments = new HashMap<>();
  private final Map<String, Account> accounts = new HashMap<>();
  private final List<Instrument> instrumentList;
  private final List<Account> accountList;

  private ReferenceSet(Map<String, List<?>> rows, List<Fault> faults) {
    this.rows = Map.copyOf(rows);
    this.faults = List.copyOf(faults);
    this.instrumentList =
        of(INSTRUMENTS, Instrument.class).stream()
            .sorted(Comparator.comparing(Instrument::id))
            .toList();
    this.accountList =
        of(ACCOUNTS, Account.class).stream().sorted(Comparator.comparing(Account::id)).toList();
    instrumentList.forEach(instrument -> instruments.put(instrument.id(), instrument));
    accountList.forEach(account -> accounts.put(account.id(), account));
  }

  /**
   * The next generation: every file that reads without a fault is taken; any other keeps what it
   * had, which is nothing at the start.
   *
   * @param folder folder as a person knows it, for messages
   * @param contents bytes by file name; a missing file is absent
   */
  ReferenceSet next(String folder, Map<String, byte[]> contents) {
    Map<String, List<?>> taken = new HashMap<>(rows);
    List<Fault> found = new ArrayList<>();
    for (String file : FILES) {
      String path = folder + "/" + file;
      byte[] bytes = contents.get(file);
      if (bytes == null) {
        found.add(new Fault(path, 0, "is missing or cannot be read; put it back"));
        continue;
      }
      CsvTable.Content<?> content = table(file, path, taken).read(bytes);
      if (content.faults().isEmpty()) {
        taken.put(file, content.values());
      }
      found.addAll(content.faults());
    }
    return new ReferenceSet(taken, found);
  }

  private static CsvTable<?> table(String file, String path, Map<String, List<?>> taken) {
    return switch (file) {
      case HOLIDAYS -> ReferenceTables.holidays(path);
      case CALENDARS -> ReferenceTables.calendars(path, cast(taken.get(HOLIDAYS), Holiday.class));
      case INSTRUMENTS -> ReferenceTables.instruments(path, calendars(taken));
      case ACCOUNTS -> ReferenceTables.accounts(path);
      default -> ReferenceTables.fxRates(path);
    };
  }

  private static Map<String, TradingCalendar> calendars(Map<String, List<?>> taken) {
    Map<String, TradingCalendar> byName = new LinkedHashMap<>();
    byName.put(TradingCalendar.ALWAYS.name(), TradingCalendar.ALWAYS);
    cast(taken.get(CALENDARS), TradingCalendar.class).forEach(c -> byName.put(c.name(), c));
    return byName;
  }

  private <T> List<T> of(String file, Class<T> type) {
    return cast(rows.get(file), type);
  }

  private static <T> List<T> cast(@Nullable List<?> values, Class<T> type) {
    return values == null ? List.of() : values.stream().map(type::cast).toList();
  }

  /** Why the files as they are now were not all taken; empty if they were. */
  List<Fault> faults() {
    return faults;
  }

  /** Files of which nothing could be read since the start. */
  List<String> neverRead() {
    return FILES.stream().filter(file -> !rows.containsKey(file)).toList();
  }

  Map<InstrumentId, Instrument> instruments() {
    return instruments;
  }

  Map<String, Account> accounts() {
    return accounts;
  }

  List<Instrument> instrumentList() {
    return instrumentList;
  }

  List<Account> accountList() {
    return accountList;
  }

  List<FxRate> fxRates() {
    return of(FX, FxRate.class);
  }
}
