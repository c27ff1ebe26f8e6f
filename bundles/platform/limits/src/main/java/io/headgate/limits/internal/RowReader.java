package io.headgate.limits.internal;

import io.headgate.model.decision.Severity;
import io.headgate.model.decision.Unit;
import io.headgate.model.instrument.InstrumentId;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.LimitRow;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one line of a limit file; collects every fault of it, not the first alone. */
final class RowReader {

  /** The columns of a limit file. */
  static final List<String> COLUMNS =
      List.of(
          "who",
          "what",
          "limit",
          "value",
          "unit",
          "severity",
          "effectiveFrom",
          "effectiveTo",
          "owner",
          "basis");

  private static final Pattern WHO = Pattern.compile("(account|trader|strategy)=(\\S.{0,31})");

  /** Who is no one name: everybody, or several at once. */
  private static final Pattern SEVERAL = Pattern.compile(".*=(.*[*,;].*|(?i:all|firm))");

  private static final Pattern SECTOR = Pattern.compile("sector=[^*\\s][^*]*");
  private static final Pattern OTHER = Pattern.compile("(sector|symbol)=\\S.*");

  /** What other limits are measured by: no order is above them, so nothing could warn. */
  private static final Set<LimitKind> MEASURES =
      EnumSet.of(
          LimitKind.AVERAGE_DAILY_VOLUME,
          LimitKind.AVERAGE_DAILY_NOTIONAL,
          LimitKind.OPENING_AUCTION,
          LimitKind.CLOSING_AUCTION);

  private static final String SYMBOL = "symbol=";
  private static final String INSTRUMENT = "instrument=";
  private static final String KINDS =
      Arrays.stream(LimitKind.values()).map(LimitKind::word).collect(Collectors.joining(", "));

  private final Place place;
  private final Map<String, String> fields;
  private final boolean commas;
  private final List<String> faults;

  /**
   * @param fields by column; a missing one is empty
   * @param commas whether numbers may have a decimal comma, as no comma separates cells
   * @param faults is added to
   */
  RowReader(Place place, Map<String, String> fields, boolean commas, List<String> faults) {
    this.place = place;
    this.fields = withScope(fields);
    this.commas = commas;
    this.faults = faults;
  }

  /** A scope that is an instrument or a sector is the firm's, in that; no scope at all is all. */
  private static Map<String, String> withScope(Map<String, String> fields) {
    Map<String, String> scoped = new HashMap<>(fields);
    scoped.computeIfPresent("who", (column, cell) -> Dialect.scope(cell));
    scoped.computeIfPresent("what", (column, cell) -> Dialect.scope(cell));
    for (String column : List.of("limit", "unit", "severity")) {
      scoped.computeIfPresent(column, (name, cell) -> Dialect.word(cell));
    }
    String who = scoped.getOrDefault("who", "");
    boolean everything = scoped.getOrDefault("what", "*").equals("*");
    if (!fields.containsKey("what")) {
      scoped.put("what", "*");
    }
    if (everything && (who.startsWith(INSTRUMENT) || OTHER.matcher(who).matches())) {
      scoped.put("who", "firm");
      scoped.put("what", who);
    }
    return scoped;
  }

  /** The row; null if it has a fault. */
  @Nullable LimitRow read() {
    int before = faults.size();
    String who = who();
    String what = what();
    LimitKind kind = kind();
    long value = kind == null ? 0 : value(kind);
    Severity severity = severity();
    if (severity == Severity.WARN && kind != null && MEASURES.contains(kind)) {
      fault(
          "severity",
          "block for %s, which is no limit but what others are measured by".formatted(kind.word()),
          "write block");
    }
    long from = EffectiveDate.FROM.read(field("effectiveFrom"), this::fault);
    long to = EffectiveDate.TO.read(field("effectiveTo"), this::fault);
    if (from >= to && faults.size() == before) {
      fault("effectiveTo", "a date after effectiveFrom", "correct one of the two");
    }
    if (faults.size() > before || kind == null) {
      return null;
    }
    return new LimitRow(
        who, what, kind, value, severity, from, to, field("owner"), field("basis"), place.source());
  }

  private String field(String column) {
    return fields.getOrDefault(column, "");
  }

  private void fault(String column, String expected, String nextStep) {
    faults.add(place.fault(column, field(column), expected, nextStep));
  }

  private String who() {
    String who = field("who");
    if (!who.equals("firm") && !WHO.matcher(who).matches()) {
      fault(
          "who",
          "firm, account=NAME, trader=NAME or strategy=NAME",
          "write whose orders the limit is for");
    } else if (SEVERAL.matcher(who).matches()) {
      fault(
          "who",
          "one name",
          "write a row for each, or firm for the orders of all: a limit for a name that nobody has"
              + " stops nobody");
    }
    return who;
  }

  private String what() {
    String what = field("what");
    if (what.startsWith(INSTRUMENT)) {
      if (!isInstrument(what.substring(INSTRUMENT.length()))) {
        fault("what", "instrument=SYMBOL.VENUE, as in instrument=EURUSD.FXCM", "correct the name");
      }
    } else if (what.startsWith(SYMBOL)) {
      if (!isInstrument(what.substring(SYMBOL.length()) + ".X")) {
        fault("what", "symbol=NAME without its venue, as in symbol=EURUSD", "correct the name");
      }
    } else if (!what.equals("*") && !SECTOR.matcher(what).matches()) {
      fault(
          "what",
          "*, instrument=SYMBOL.VENUE, symbol=NAME or sector=NAME",
          "write what the limit is for; * is every instrument, each for itself");
    }
    return what;
  }

  private static boolean isInstrument(String name) {
    try {
      InstrumentId.parse(name);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private @Nullable LimitKind kind() {
    Optional<LimitKind> kind = LimitKind.ofWord(field("limit"));
    if (kind.isEmpty()) {
      fault("limit", "one of " + KINDS, "correct the word");
    }
    return kind.orElse(null);
  }

  private long value(LimitKind kind) {
    Unit unit = kind.unit();
    if (!field("unit").equals(unit.word())) {
      fault("unit", "%s, the unit of %s".formatted(unit.word(), kind.word()), "write the unit");
      return 0;
    }
    if (Dialect.isShortened(field("value"))) {
      fault(
          "value",
          "a number with all its digits",
          "give its column in the spreadsheet a format with all of them, and look whether the number"
              + " is still right");
      return 0;
    }
    if (Dialect.isAmbiguous(field("value"), commas)) {
      fault(
          "value",
          "a number that cannot be read in two ways",
          "write it without the separator if it is thousands, with one more decimal if not");
      return 0;
    }
    try {
      long value = unit.parse(Dialect.number(field("value"), commas));
      if (value < 0) {
        fault("value", "a number that is not negative", "correct the number");
      } else if (kind == LimitKind.DUPLICATE_WINDOW
          && value > LimitKind.LONGEST_DUPLICATE_WINDOW_MILLIS) {
        fault(
            "value",
            "%d millis at most, for so long is an accepted order remembered"
                .formatted(LimitKind.LONGEST_DUPLICATE_WINDOW_MILLIS),
            "write a shorter window");
      }
      return value;
    } catch (NumberFormatException e) {
      fault(
          "value",
          "a number in %s, such as %s".formatted(unit.word(), example(unit)),
          "write it with a point, and without thousands separators");
      return 0;
    }
  }

  private static String example(Unit unit) {
    return switch (unit) {
      case QTY, PRICE, AMOUNT, BPS, PERCENT -> "2500.5";
      case COUNT, PER_SECOND, MILLIS -> "500";
    };
  }

  private Severity severity() {
    return switch (field("severity")) {
      case "block" -> Severity.BLOCK;
      case "warn" -> Severity.WARN;
      default -> {
        fault("severity", "warn or block", "write what happens beyond the limit");
        yield Severity.BLOCK;
      }
    };
  }
}
