package io.headgate.limits.internal;

import io.headgate.model.decision.Severity;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.limits.LimitRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the files of a folder say, with every fault.
 *
 * @param rows in the order of files and lines
 * @param files names of the files
 * @param faults one line each; only a set without faults may serve
 */
record LimitSet(List<LimitRow> rows, List<String> files, List<String> faults) {

  /** How faults of a list of restricted instruments begin, or of a line of it. */
  private static final Pattern OF_LIST =
      Pattern.compile("(?i)limits/restricted.*\\.csv(:[0-9]+)?: ");

  /** Two rows with the same key must not be in force at the same time. */
  private record Key(String who, String what, LimitKind kind, Severity severity) {}

  /**
   * Reads files.
   *
   * @param contents by name
   * @param unreadable faults found while the files were fetched
   * @param served names of the files that must not be gone
   */
  static LimitSet read(
      SortedMap<String, byte[]> contents, List<String> unreadable, List<String> served) {
    List<String> faults = new ArrayList<>(unreadable);
    List<LimitRow> rows = new ArrayList<>();
    contents.forEach((name, content) -> rows.addAll(LimitFile.read(name, content, faults)));
    for (String name : served) {
      if (!contents.containsKey(name) && unreadable.stream().noneMatch(of(name))) {
        faults.add(
            new Place(name, 0)
                .fault(
                    "the file is gone, and what served before goes on; put it back, or leave"
                        + " nothing but its header in it to withdraw its limits"));
      }
    }
    boolean nothing = rows.stream().allMatch(row -> row.kind().isRestriction());
    if (faults.isEmpty() && nothing) {
      faults.add("limits: there is no limit in any file; write at least one row");
    }
    findOverlaps(rows, faults);
    return new LimitSet(List.copyOf(rows), List.copyOf(contents.keySet()), List.copyOf(faults));
  }

  /** Whether a fault says already why a file was not fetched. */
  private static Predicate<String> of(String name) {
    String its = new Place(name, 0).fault("");
    return fault -> fault.startsWith(its) || fault.startsWith("limits: ");
  }

  /**
   * Why it is not known which instruments are restricted: the first fault that concerns a list of
   * them, or the whole folder; null if there is none. A workbook or text beside a list is no list.
   */
  @Nullable String restrictionsUnknown() {
    for (String fault : faults) {
      if (OF_LIST.matcher(fault).lookingAt() || fault.startsWith("limits: the folder ")) {
        return fault;
      }
    }
    return null;
  }

  private static void findOverlaps(List<LimitRow> rows, List<String> faults) {
    Map<Key, List<LimitRow>> same = new HashMap<>();
    for (LimitRow row : rows) {
      if (!row.kind().isRestriction()) {
        Key key = new Key(row.who(), row.what(), row.kind(), row.severity());
        same.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
      }
    }
    for (LimitRow row : rows) {
      Key key = new Key(row.who(), row.what(), row.kind(), row.severity());
      List<LimitRow> group = same.remove(key);
      if (group != null && group.size() > 1) {
        findOverlapsOfOne(group, faults);
      }
    }
  }

  private static void findOverlapsOfOne(List<LimitRow> group, List<String> faults) {
    group.sort(Comparator.comparingLong(LimitRow::effectiveFrom));
    LimitRow longest = group.get(0);
    for (LimitRow row : group.subList(1, group.size())) {
      if (row.effectiveFrom() < longest.effectiveTo()) {
        faults.add(
            ("%s: %s for %s, %s, is set for the same days at %s; remove one, or set effectiveFrom"
                    + " and effectiveTo")
                .formatted(
                    row.source(), row.kind().word(), row.who(), row.what(), longest.source()));
      }
      if (row.effectiveTo() > longest.effectiveTo()) {
        longest = row;
      }
    }
  }
}
