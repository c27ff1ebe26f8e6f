package io.headgate.limits.internal;

import io.headgate.model.decision.Severity;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.LimitRow;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one line of a list of restricted instruments into the limit that it means: nothing may be
 * added, or nothing beyond closing a position.
 */
final class RestrictionReader {

  /** The columns of a list. */
  static final List<String> COLUMNS =
      List.of(
          "instrument",
          "account",
          "restriction",
          "effectiveFrom",
          "effectiveTo",
          "owner",
          "source");

  /** One name: not several, and not everybody in other words. */
  private static final Pattern ACCOUNT =
      Pattern.compile("(?!(?i:firm|all)$)[^\\s*,;=][^*,;=]{0,31}");

  private static final Pattern SECTOR_NAME = Pattern.compile("sector=[^*\\s][^*]*");
  private static final String OF_ACCOUNT = "account=";
  private static final String OF_INSTRUMENT = "instrument=";
  private static final String EVERY_VENUE = ".*";

  private final Place place;
  private final Map<String, String> fields;
  private final List<String> faults;

  /**
   * @param fields by column; a missing one is empty
   * @param faults is added to
   */
  RestrictionReader(Place place, Map<String, String> fields, List<String> faults) {
    this.place = place;
    this.fields = fields;
    this.faults = faults;
  }

  /** The row; null if it has a fault. */
  @Nullable LimitRow read() {
    int before = faults.size();
    String who = who();
    String what = what();
    String restriction = Dialect.word(field("restriction"));
    LimitKind kind = LimitKind.RESTRICTED_QTY;
    Severity severity = Severity.BLOCK;
    switch (restriction) {
      case "no-orders" -> {}
      case "closing-only" -> kind = LimitKind.RESTRICTED_OPENING_QTY;
      case "watch" -> severity = Severity.WARN;
      default ->
          fault("restriction", "no-orders, closing-only or watch", "write what is restricted");
    }
    if (field("owner").isEmpty()) {
      fault("owner", "a name or an address", "write who answers for the restriction");
    }
    long from = EffectiveDate.FROM.read(field("effectiveFrom"), this::fault);
    long to = EffectiveDate.TO.read(field("effectiveTo"), this::fault);
    if (from >= to && faults.size() == before) {
      fault("effectiveTo", "a date after effectiveFrom", "correct one of the two");
    }
    return faults.size() > before
        ? null
        : new LimitRow(
            who,
            what,
            kind,
            0,
            severity,
            from,
            to,
            field("owner"),
            field("source"),
            place.source());
  }

  private String field(String column) {
    return fields.getOrDefault(column, "");
  }

  private void fault(String column, String expected, String nextStep) {
    faults.add(place.fault(column, field(column), expected, nextStep));
  }

  private String who() {
    String cell = Dialect.scope(field("account"));
    String account = cell.startsWith(OF_ACCOUNT) ? cell.substring(OF_ACCOUNT.length()) : cell;
    if (account.equals("*")) {
      return "firm";
    }
    if (!ACCOUNT.matcher(account).matches()) {
      fault("account", "* or the name of an account", "write * for all, or a row for each account");
    }
    return OF_ACCOUNT + account;
  }

  private String what() {
    String cell = Dialect.scope(field("instrument"));
    boolean named = cell.startsWith(OF_INSTRUMENT);
    String instrument = named ? cell.substring(OF_INSTRUMENT.length()) : cell;
    if (SECTOR_NAME.matcher(instrument).matches()) {
      return instrument;
    }
    boolean everyVenue = instrument.endsWith(EVERY_VENUE);
    String symbol = everyVenue ? instrument.substring(0, instrument.length() - 2) : "";
    try {
      InstrumentId.parse(everyVenue ? symbol + ".X" : instrument);
    } catch (IllegalArgumentException e) {
      fault(
          "instrument",
          "SYMBOL.VENUE, SYMBOL.* for every venue, or sector=NAME",
          "correct the name");
    }
    return everyVenue ? "symbol=" + symbol : "instrument=" + instrument;
  }
}
