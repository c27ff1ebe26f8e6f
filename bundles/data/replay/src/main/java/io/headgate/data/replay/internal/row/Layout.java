package io.headgate.data.replay.internal.row;

import io.headgate.model.market.MarketBatch.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a row holds what. The kind of the rows follows from the names: {@code bid,ask}
 * with {@code bidSize,askSize}, {@code price} with {@code size}, or {@code open,high,low,close}
 * with {@code volume}; {@code -} is a column to ignore, and columns beyond the list are ignored
 * too.
 */
public final class Layout {

  static final int IGNORED = -1;
  static final int TIME = -2;

  private static final List<List<String>> VALUES =
      List.of(
          List.of("bid", "bidSize", "ask", "askSize"),
          List.of("price", "size"),
          List.of("open", "high", "low", "close", "volume"));

  private static final Set<String> OPTIONAL = Set.of("bidsize", "asksize", "size", "volume");

  private final Kind kind;
  private final int[] slots;
  private final TimeBase timeBase;
  private final String timeColumn;

  private Layout(Kind kind, int[] slots, TimeBase timeBase, String timeColumn) {
    this.kind = kind;
    this.slots = slots;
    this.timeBase = timeBase;
    this.timeColumn = timeColumn;
  }

  /**
   * Reads a list of columns, such as {@code millisOfDay,bid,ask}.
   *
   * @throws IllegalArgumentException if a name is unknown, or the columns mix kinds, lack one that
   *     their kind needs, or name one twice; the message says which
   */
  public static Layout parse(String columns) {
    List<String> names = Arrays.stream(columns.split(",", -1)).map(String::trim).toList();
    int[] slots = new int[names.size()];
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    List<String> seen = new ArrayList<>();
    TimeBase base = null;
    String timeColumn = "";
    for (int i = 0; i < slots.length; i++) {
      String name = names.get(i);
      Kind kind = kindOf(name);
      TimeBase time = kind == null ? TimeBase.of(name) : null;
      if (kind != null) {
        kinds.add(kind);
        slots[i] = slotOf(kind, name);
        requireOnce(columns, seen, name);
      } else if (time != null) {
        base = requireFirst(columns, base, time, name);
        timeColumn = name;
        slots[i] = TIME;
      } else if (name.equals("-")) {
        slots[i] = IGNORED;
      } else {
        throw unknown(columns, name);
      }
    }
    if (base == null) {
      throw new IllegalArgumentException(
          "columns '%s' have no time; name one of them %s".formatted(columns, timeNames()));
    }
    return new Layout(requireWhole(columns, kinds, seen), slots, base, timeColumn);
  }

  private static @Nullable Kind kindOf(String name) {
    for (Kind kind : Kind.values()) {
      if (slotOf(kind, name) >= 0) {
        return kind;
      }
    }
    return null;
  }

  private static int slotOf(Kind kind, String name) {
    List<String> names = VALUES.get(kind.ordinal());
    for (int slot = 0; slot < names.size(); slot++) {
      if (names.get(slot).equalsIgnoreCase(name)) {
        return slot;
      }
    }
    return -1;
  }

  private static void requireOnce(String columns, List<String> seen, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (seen.contains(lower)) {
      throw new IllegalArgumentException(
          "columns '%s' name %s twice; write '-' for the one to ignore".formatted(columns, name));
    }
    seen.add(lower);
  }

  private static TimeBase requireFirst(
      String columns, @Nullable TimeBase before, TimeBase found, String name) {
    if (before != null) {
      throw new IllegalArgumentException(
          "columns '%s' have a second time, '%s'; write '-' for the one to ignore"
              .formatted(columns, name));
    }
    return found;
  }

  private static Kind requireWhole(String columns, Set<Kind> kinds, List<String> seen) {
    if (kinds.size() != 1) {
      throw new IllegalArgumentException(
          "columns '%s' %s; name those of a quote (%s), a trade (%s) or a bar (%s), and '-' for others"
              .formatted(
                  columns,
                  kinds.isEmpty() ? "hold no value" : "mix " + kinds,
                  String.join(",", VALUES.get(0)),
                  String.join(",", VALUES.get(1)),
                  String.join(",", VALUES.get(2))));
    }
    Kind kind = kinds.iterator().next();
    for (String name : VALUES.get(kind.ordinal())) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (!seen.contains(lower) && !OPTIONAL.contains(lower)) {
        throw new IllegalArgumentException(
            "columns '%s' lack %s, which a %s needs; add it where it stands in the file"
                .formatted(columns, name, kind.name().toLowerCase(Locale.ROOT)));
      }
    }
    return kind;
  }

  private static IllegalArgumentException unknown(String columns, String name) {
    List<String> known = new ArrayList<>();
    VALUES.forEach(known::addAll);
    return new IllegalArgumentException(
        "columns '%s': '%s' is unknown; expected a time (%s), a value (%s), or '-' to ignore it"
            .formatted(columns, name, timeNames(), String.join(", ", known)));
  }

  private static String timeNames() {
    return String.join(", ", Arrays.stream(TimeBase.values()).map(TimeBase::column).toList());
  }

  /** What the rows are. */
  public Kind kind() {
    return kind;
  }

  /** Whether the rows' times count from midnight, so that the date must be told. */
  public boolean needsDate() {
    return timeBase.isOfDay();
  }

  /** Columns that a row must have: those up to the last that is not ignored. */
  int width() {
    int width = slots.length;
    while (slots[width - 1] == IGNORED) {
      width--;
    }
    return width;
  }

  /** What a column holds: an index into the values, {@link #TIME} or {@link #IGNORED}. */
  int slot(int column) {
    return column < slots.length ? slots[column] : IGNORED;
  }

  /** Whether a value is a size and not a price. */
  boolean isSize(int slot) {
    return switch (kind) {
      case QUOTE -> slot == 1 || slot == 3;
      case TRADE -> slot == 1;
      case BAR -> slot == 4;
    };
  }

  /** Name of a column, for messages. */
  String name(int column) {
    int slot = slot(column);
    return slot == TIME ? timeColumn : VALUES.get(kind.ordinal()).get(slot);
  }

  TimeBase timeBase() {
    return timeBase;
  }

  /** The time column as it was named: a pattern, where the base is one. */
  String timeColumn() {
    return timeColumn;
  }
}
