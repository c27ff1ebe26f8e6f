package io.headgate.rules.drools.internal.load;

import io.headgate.spi.limits.LimitRow;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lists of restricted instruments that a set must not end in silence. */
public final class ListsInForce {

  /** Where a row of a list stands, or what is wrong with a list. */
  private static final Pattern OF_LIST =
      Pattern.compile("limits/((?i:restricted)[^:]*\\.(?i:csv)):.*");

  private ListsInForce() {}

  /**
   * Looks whether a set that brings limits has a file for each list that is in force. A set without
   * limits leaves them, and the lists, to the rules folder.
   *
   * @param inForce rows that serve
   * @param files limit files of the set by name
   * @throws IllegalArgumentException with the first list that it has no file for
   */
  public static void check(List<LimitRow> inForce, SortedMap<String, byte[]> files) {
    if (files.isEmpty()) {
      return;
    }
    for (LimitRow row : inForce) {
      Matcher source = OF_LIST.matcher(row.source());
      if (row.kind().isRestriction() && source.matches() && !files.containsKey(source.group(1))) {
        throw new IllegalArgumentException(
            ("limits/%s is in force, and the set has limits without that file, so that what it"
                    + " restricts would be free; put it into limits/ of the set, or its header alone"
                    + " to end it, and stage the set again")
                .formatted(source.group(1)));
      }
    }
  }
}
